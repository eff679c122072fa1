import type { Case, Finding, Row, Suite } from './plan.ts';
import { inTurn } from './pool.ts';
import { seededRandom } from './random.ts';
import type { Failure, Tally } from './report.ts';
import type { Theatre } from './theatre.ts';

/** Of the cases of a row, the sample takes every third. */
const sampleStep = 3;

export interface SessionWish {
  readonly suites: readonly Suite[];
  readonly sample: boolean;
  /** Cases whose whole name holds this text. */
  readonly only: string;
  readonly seed: string;
  /** How many cases that work may run at a time; of those that wait, four times as many beside them. */
  readonly jobs: number;
  /** Told after every case. */
  onDone(done: number, of: number): void;
}

export interface SessionResult {
  readonly tallies: readonly Tally[];
  readonly failures: readonly Failure[];
}

interface PlannedRow {
  readonly row: Row;
  readonly suite: string;
  readonly cases: readonly PlannedCase[];
}

interface PlannedCase {
  readonly name: string;
  readonly one: Case;
  finding?: Finding;
}

/** Finds all cases, runs them, and counts. */
export async function runSession(theatre: Theatre, wish: SessionWish): Promise<SessionResult> {
  const rows = await planAll(theatre, wish);
  const all = rows.flatMap(({ cases }) => cases);
  let done = 0;
  const runAll = (cases: readonly PlannedCase[], atATime: number) =>
    inTurn(cases, atATime, async (planned) => {
      planned.finding = await planned.one.run(theatre).catch(brokenCase);
      done += 1;
      wish.onDone(done, all.length);
    });
  const casesOf = (waits: boolean) =>
    rows
      .filter(({ row }) => (row.waits === true) === waits)
      .toSorted((a, b) => Number(b.row.beginsFirst ?? false) - Number(a.row.beginsFirst ?? false))
      .flatMap(({ cases }) => cases);
  await Promise.all([runAll(casesOf(false), wish.jobs), runAll(casesOf(true), wish.jobs * 4)]);
  return {
    tallies: rows.map(({ suite, row, cases }) => ({
      suite,
      operation: row.operation,
      fault: row.fault,
      findings: cases.flatMap(({ finding }) => finding ?? []),
    })),
    failures: all.flatMap(({ name, finding }) =>
      finding === undefined || finding.problems.length === 0 ? [] : [{ name, problems: finding.problems }],
    ),
  };
}

/** The rows and cases that were asked for. Looking for cases may run an operation; one row's look serves others. */
async function planAll(
  theatre: Theatre,
  { suites, sample, only, seed, jobs }: SessionWish,
): Promise<PlannedRow[]> {
  const all = suites.flatMap(({ name: suite, rows }) =>
    rows.map((row) => ({ suite, row, rowName: `${suite} / ${row.operation} / ${row.fault}` })),
  );
  const named = all.filter(({ rowName }) => rowName.includes(only) || only.startsWith(rowName));
  const asked = (named.length === 0 ? all : named).filter(({ row }) => !sample || row.inSample === true);
  const rows = await inTurn(asked, jobs, async ({ suite, row, rowName }): Promise<PlannedRow> => {
    const cases = await row.cases(theatre, seededRandom(`${seed} ${rowName}`)).catch(failingRow);
    const planned = cases.map((one) => ({ name: `${rowName} / ${one.name}`, one }));
    return {
      suite,
      row,
      cases: planned.filter(
        ({ name }, index) => name.includes(only) && (!sample || index % sampleStep === 0),
      ),
    };
  });
  return rows.filter(({ cases }) => cases.length > 0);
}

/** Without its instants a row has one case, which fails. */
function failingRow(error: unknown): readonly Case[] {
  return [{ name: 'undisturbed', run: () => Promise.reject(error) }];
}

/** A case that cannot be carried through proves nothing, and does not pass. */
function brokenCase(error: unknown): Finding {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { problems: [`the case itself failed: ${why}`], pairsLeft: 0, filesLeft: 0, leaks: 0 };
}
