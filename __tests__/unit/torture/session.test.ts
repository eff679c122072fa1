import { expect, test } from '@jest/globals';
import type { Finding, Row, TestCase } from '../../../torture/plan.ts';
import { runSession } from '../../../torture/session.ts';
import { TestBed } from '../../../torture/test-bed.ts';

const passed: Finding = { problems: [], pairsLeft: 0, filesLeft: 0, leaks: 0 };

/** Runs rows and returns the largest number of cases that ran at the same time. */
async function mostAtATime(rows: (start: (waits?: boolean) => TestCase) => readonly Row[]): Promise<number> {
  let running = 0;
  let most = 0;
  let count = 0;
  const start = (waits?: boolean): TestCase => {
    count += 1;
    return {
      name: `case ${count}`,
      ...(waits === undefined ? {} : { waits }),
      async run() {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
        running -= 1;
        return passed;
      },
    };
  };
  const testBed = await TestBed.open();
  try {
    const suites = [{ name: 'suite', about: 'about', rows: rows(start) }];
    const options = { suites, sample: false, only: '', seed: '1', jobs: 2, onDone: () => undefined };
    const { tallies } = await runSession(testBed, options);
    expect(tallies.flatMap(({ findings }) => findings)).toHaveLength(count);
    return most;
  } finally {
    await testBed.close();
  }
}

function row(cases: readonly TestCase[], waits?: boolean): Row {
  return {
    operation: 'operation',
    fault: 'fault',
    ...(waits === undefined ? {} : { waits }),
    cases: async () => cases,
  };
}

function repeated<Item>(times: number, item: () => Item): Item[] {
  return Array.from({ length: times }, item);
}

test('a few cases that work run at a time', async () => {
  expect(await mostAtATime((start) => [row(repeated(30, start))])).toBe(2);
});

test('many cases that wait run at a time', async () => {
  expect(await mostAtATime((start) => [row(repeated(30, start), true)])).toBe(24);
});

test('a case says whether it waits, whatever its row says', async () => {
  expect(await mostAtATime((start) => [row(repeated(30, () => start(true)))])).toBe(24);
  expect(
    await mostAtATime((start) => [
      row(
        repeated(30, () => start(false)),
        true,
      ),
    ]),
  ).toBe(2);
});
