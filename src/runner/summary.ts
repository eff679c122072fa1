import * as core from '@actions/core';
import type { SummaryTable } from '../contract/result.ts';
import { log } from './log.ts';
import { htmlCell } from './text.ts';

/** Adds a table to the job summary. A summary that cannot be written is no reason to fail. */
export async function writeSummary({ heading, rows }: SummaryTable): Promise<void> {
  const lines = rows.map(
    ([label, value]) =>
      `<tr><th align="left">${htmlCell(label)}</th><td><code>${htmlCell(value)}</code></td></tr>`,
  );
  const html = [`<h3>${htmlCell(heading)}</h3>`, '', '<table>', ...lines, '</table>', ''].join('\n');
  try {
    await core.summary.addRaw(html, true).write();
  } catch (error) {
    log.debug(
      `The job summary could not be written: ${error instanceof Error ? error.message : 'unknown error'}`,
    );
  }
}
