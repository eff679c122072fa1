import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The file that the runner reads a step's summary from; use with `using`. */
export interface JobSummary extends Disposable {
  text(): string;
}

export function openJobSummary(): JobSummary {
  const before = process.env['GITHUB_STEP_SUMMARY'];
  const folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  const file = path.join(folder, 'step_summary');
  writeFileSync(file, '');
  process.env['GITHUB_STEP_SUMMARY'] = file;
  return {
    text: () => readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
    [Symbol.dispose]: () => {
      if (before === undefined) delete process.env['GITHUB_STEP_SUMMARY'];
      else process.env['GITHUB_STEP_SUMMARY'] = before;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a browser shows of a piece of HTML: its text without tags, and with characters decoded. */
export function shownText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
