import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { Cell, Note, Summary } from '../results/report.ts';
import { commandFile } from './command-file.ts';
import { log, sanitizeForLog } from './log.ts';

/** Appends to the job summary. A summary that cannot be written is no reason to fail. */
export function writeSummary(summary: Summary): void {
  try {
    appendFileSync(commandFile('GITHUB_STEP_SUMMARY'), `${htmlOf(summary).join(EOL)}${EOL}`);
  } catch (error) {
    log.debug(`The job summary could not be written: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

function htmlOf({ heading, columns, rows, notes = [] }: Summary): string[] {
  const html = [`<h3>${escapeHtml(heading)}</h3>`, ''];
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

/** Where columns have no headings, the first cell of a row is its label. */
function labeledCell(content: Cell, column: number): string {
  return column === 0 && typeof content === 'string' ? headingCell(content) : cell(content);
}

function headingCell(text: string): string {
  return `<th align="left">${escapeHtml(text)}</th>`;
}

function cell(content: Cell): string {
  if (typeof content === 'string') return `<td>${escapeHtml(content)}</td>`;
  const { value, note, url } = content;
  if (value === '') return '<td></td>';
  const code = `<code>${escapeHtml(value)}</code>`;
  const linked = url === undefined ? code : `<a href="${escapeHtml(url)}">${code}</a>`;
  return `<td>${linked}${note === undefined ? '' : ` (${escapeHtml(note)})`}</td>`;
}

/** A command gets a block of its own, which GitHub shows with a copy button. */
function noteLines(note: Note): string[] {
  if (typeof note === 'string') return [`<p>${escapeHtml(note)}</p>`];
  return [`<p>${escapeHtml(note.text)}</p>`, `<pre><code>${escapeHtml(note.command)}</code></pre>`];
}

/** Text for HTML in Markdown: one line, and no markup, mention or link of either kind. */
export function escapeHtml(text: string): string {
  return sanitizeForLog(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[&<>"'`|\\[\]*@]/g, (character) => `&#${character.codePointAt(0)};`);
}
