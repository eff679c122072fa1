import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type BenchReport, reportOf, withReport } from '../../../bench/report.ts';

const measured: BenchReport = {
  measured: 'ours',
  others: [{ name: 'theirs', goal: 2 }],
  rounds: 3,
  times: new Map([
    ['ours', [20, 22, 90].map((wall) => ({ wall, cpu: 10 }))],
    ['theirs', [10, 11, 10].map((wall) => ({ wall, cpu: 40 }))],
  ]),
  bundle: { whole: 1_234_000, withoutOptional: 900_000, loaded: [{ name: 'a.js', bytes: 400_001 }] },
  archive: { bytes: 400_001, files: 60 },
  cleanup: {
    times: {
      start: [{ wall: 20 }, { wall: 20 }, { wall: 40 }],
      nothing: [{ wall: 30 }, { wall: 30 }, { wall: 60 }],
      keyPair: [{ wall: 60 }, { wall: 50 }, { wall: 200 }],
    },
    requests: { main: ['CreateKeyPair'], post: ['DescribeKeyPairs', 'DeleteKeyPair'] },
  },
  notes: ['A note.'],
  setting: { node: '24.0.0', system: 'linux x64, 2 cores', date: '2026-01-02' },
};

function lineWith(text: string, report: string): string {
  return report.split('\n').find((line) => line.includes(text)) ?? '';
}

describe('The report of a benchmark', () => {
  test('compares the goal with the median of the ratios in each round, not with a ratio of sums or of the slowest times.', () => {
    expect(lineWith('| theirs', reportOf(measured))).toBe(
      '| theirs | 10 ms | 2.00 × (2.00 to 9.00) | 2.00 ×: met | 40 ms | 0.25 × (0.25 to 0.25) |',
    );
  });

  test('shows that a goal is missed, even by the smallest amount.', () => {
    const report = reportOf({ ...measured, others: [{ name: 'theirs', goal: 1.99 }] });
    expect(lineWith('| theirs', report)).toContain('**missed**');
  });

  test('shows which sizes meet their goals and which code is loaded.', () => {
    const report = reportOf(measured);
    expect(lineWith('is not loaded', report)).toContain(': met');
    expect(lineWith('`a.js`', report)).toContain('**missed**');
  });

  test('compares post steps with a start of Node.js in the same round, and lists the requests of a job.', () => {
    const report = reportOf(measured);
    expect(lineWith('nothing recorded', report)).toBe(
      '| post step with nothing recorded | 30 ms | 1.50 × (1.50 to 1.50) |',
    );
    expect(lineWith('deletes a key pair and', report)).toBe(
      '| post step that deletes a key pair and its file | 60 ms | 3.00 × (2.50 to 5.00) |',
    );
    expect(report).toContain(
      'sends 3 requests: CreateKeyPair in the step, DescribeKeyPairs, DeleteKeyPair when the job ends.',
    );
  });

  test('shows the size of the archive, and how many files it has.', () => {
    expect(lineWith('60 files', reportOf(measured))).toContain('| 401 kB | 400 kB: **missed** |');
  });

  test('leaves out CPU time if it was not measured.', () => {
    const times = new Map(
      [...measured.times].map(([name, rounds]) => [name, rounds.map(({ wall }) => ({ wall }))]),
    );
    expect(lineWith('| theirs', reportOf({ ...measured, times }))).toBe(
      '| theirs | 10 ms | 2.00 × (2.00 to 9.00) | 2.00 ×: met |  |  |',
    );
  });

  test('replaces only the text between the markers of a page.', () => {
    const page = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter $& $1\n';
    expect(withReport(page, 'new $& $1\n')).toBe(
      'before\n<!-- bench -->\nnew $& $1\n<!-- /bench -->\nafter $& $1\n',
    );
  });

  test('has its markers in docs/performance.md.', async () => {
    const page = await readFile(path.resolve(import.meta.dirname, '../../../docs/performance.md'), 'utf8');
    expect(withReport(page, 'new\n')).toContain('<!-- bench -->\nnew\n<!-- /bench -->');
  });

  test.each([
    ['no markers', 'text'],
    ['no end marker', '<!-- bench --> text'],
    ['the end marker first', '<!-- /bench --> <!-- bench -->'],
    ['two start markers', '<!-- bench --> <!-- bench --> <!-- /bench -->'],
    ['two end markers', '<!-- bench --> <!-- /bench --> <!-- /bench -->'],
  ])('is not inserted into a page with %s.', (_, page) => {
    expect(() => withReport(page, 'new')).toThrow('<!-- bench -->');
  });
});
