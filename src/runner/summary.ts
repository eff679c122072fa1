import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';
import type { SummaryTable } from '../results/result.ts';
import { commandFile } from './command-file.ts';
import { log } from './log.ts';
import { htmlCell } from './text.ts';

/** Adds a table to the job summary. A summary that cannot be written is no reason to fail. */
export function writeSummary({ heading, columns, rows, note }: SummaryTable): void {
  const headings = columns === undefined ? [] : [`<tr>${columns.map(headingCell).join('')}</tr>`];
  const lines = rows.map(
    (row) => `<tr>${row.map(columns === undefined ? labelledCell : cell).join('')}</tr>`,
  );
  const table = rows.length === 0 ? [] : ['<table>', ...headings, ...lines, '</table>', ''];
  const html = [
    `<h3>${htmlCell(heading)}</h3>`,
    '',
    ...table,
    ...(note === undefined ? [] : [htmlCell(note), '']),
    '',
  ];
  try {
    appendFileSync(commandFile('GITHUB_STEP_SUMMARY'), `${html.join(EOL)}${EOL}`);
  } catch (error) {
    log.debug(`The job summary could not be written: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

/** The first cell of a row is its label, where columns have no headings. */
function labelledCell(text: string, column: number): string {
  return column === 0 ? headingCell(text) : cell(text);
}

function headingCell(text: string): string {
  return `<th align="left">${htmlCell(text)}</th>`;
}

function cell(text: string): string {
  return text === '' ? '<td></td>' : `<td><code>${htmlCell(text)}</code></td>`;
}
