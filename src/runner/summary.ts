import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { Cell, Note, Summary } from '../results/report.ts';
import { commandFile } from './command-file.ts';
import { log } from './log.ts';
import { escapeHtml } from './sanitize.ts';

/** Characters. A cell with the ID of a key pair must not wrap; a sentence may. */
const maxUnwrapped = 24;

/** Appends to the job summary. Does not fail if it cannot be written. */
export function writeSummary(summary: Summary): void {
  try {
    appendFileSync(commandFile('GITHUB_STEP_SUMMARY'), `${htmlOf(summary).join(EOL)}${EOL}`);
  } catch (error) {
    log.debug(`The job summary could not be written: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

function htmlOf({ heading, subject, columns, rows, notes = [] }: Summary): string[] {
  const about = subject === undefined ? '' : `: ${code(subject)}`;
  const html = [`<h3>${escapeHtml(heading)}${about}</h3>`, ''];
  if (rows.length > 0) {
    html.push('<table>');
    if (columns !== undefined) html.push(`<tr>${columns.map(headingCell).join('')}</tr>`);
    for (const row of rows)
      html.push(`<tr>${row.map(columns === undefined ? labeledCell : cell).join('')}</tr>`);
    html.push('</table>', '');
  }
  for (const note of notes) html.push(...noteLines(note), '');
  return html;
}

/** Without column headings, the first cell of a row is its label. */
function labeledCell(content: Cell, column: number): string {
  return column === 0 && typeof content === 'string' ? headingCell(content) : cell(content);
}

function headingCell(text: string): string {
  return `<th align="left" nowrap>${escapeHtml(text)}</th>`;
}

function cell(content: Cell): string {
  if (typeof content === 'string') return proseCell(content);
  const { value, note = '', url } = content;
  if (value === '') return '<td></td>';
  const linked = url === undefined ? code(value) : `<a href="${escapeHtml(url)}">${code(value)}</a>`;
  return `<td>${linked}${note === '' ? '' : ` (${escapeHtml(note)})`}</td>`;
}

/** Short prose does not wrap, however wide other columns are. Code would: GitHub's styles override `nowrap`. */
function proseCell(text: string): string {
  const start = text !== '' && text.length <= maxUnwrapped ? '<td nowrap>' : '<td>';
  return `${start}${escapeHtml(text)}</td>`;
}

function code(value: string): string {
  return `<code>${escapeHtml(value)}</code>`;
}

/** A command gets a block of its own, which GitHub shows with a copy button. */
function noteLines(note: Note): string[] {
  if (typeof note === 'string') return [`<p>${escapeHtml(note)}</p>`];
  return [`<p>${escapeHtml(note.text)}</p>`, `<pre>${code(note.command)}</pre>`];
}
