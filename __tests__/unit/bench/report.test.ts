import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type BenchReport, reportOf, withReport } from '../../../bench/report.ts';

const measured: BenchReport = {
  ours: 'us',
  rivals: [{ name: 'them', goal: 2 }],
  rounds: 3,
  times: new Map([
    ['us', [20, 22, 90].map((wall) => ({ wall, cpu: 10 }))],
    ['them', [10, 11, 10].map((wall) => ({ wall, cpu: 40 }))],
  ]),
  bundle: { whole: 1_234_000, withoutOptional: 900_000, loaded: [{ name: 'a.js', bytes: 400_001 }] },
  notes: ['A note.'],
  setting: { node: '24.0.0', system: 'linux x64, 2 cores', date: '2026-01-02' },
};

function lineWith(text: string, report: string): string {
  return report.split('\n').find((line) => line.includes(text)) ?? '';
}

describe('the report of a bench', () => {
  test('holds the median of the ratios of each round against the goal, not the ratio of sums or of the slowest', () => {
    expect(lineWith('| them', reportOf(measured))).toBe(
      '| them | 10 ms | 2.00 × (2.00 to 9.00) | 2.00 ×: reached | 40 ms | 0.25 × (0.25 to 0.25) |',
    );
  });

  test('says that a goal is missed by however little', () => {
    const report = reportOf({ ...measured, rivals: [{ name: 'them', goal: 1.99 }] });
    expect(lineWith('| them', report)).toContain('**missed**');
  });

  test('says of sizes which goals are reached and which code is loaded', () => {
    const report = reportOf(measured);
    expect(lineWith('does not load', report)).toContain('reached');
    expect(lineWith('`a.js`', report)).toContain('**missed**');
  });

  test('leaves the processor out where it was not measured', () => {
    const times = new Map(
      [...measured.times].map(([name, rounds]) => [name, rounds.map(({ wall }) => ({ wall }))]),
    );
    expect(lineWith('| them', reportOf({ ...measured, times }))).toBe(
      '| them | 10 ms | 2.00 × (2.00 to 9.00) | 2.00 ×: reached |  |  |',
    );
  });

  test('replaces what stands between the markers of a page, and only that', () => {
    const page = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter $& $1\n';
    expect(withReport(page, 'new $& $1\n')).toBe(
      'before\n<!-- bench -->\nnew $& $1\n<!-- /bench -->\nafter $& $1\n',
    );
  });

  test('has a place on the page on performance', async () => {
    const page = await readFile(path.resolve(import.meta.dirname, '../../../docs/performance.md'), 'utf8');
    expect(withReport(page, 'new\n')).toContain('<!-- bench -->\nnew\n<!-- /bench -->');
  });

  test.each([
    ['no markers', 'text'],
    ['no end', '<!-- bench --> text'],
    ['the end first', '<!-- /bench --> <!-- bench -->'],
    ['two starts', '<!-- bench --> <!-- bench --> <!-- /bench -->'],
    ['two ends', '<!-- bench --> <!-- /bench --> <!-- /bench -->'],
  ])('refuses a page with %s instead of guessing', (_, page) => {
    expect(() => withReport(page, 'new')).toThrow('<!-- bench -->');
  });
});
