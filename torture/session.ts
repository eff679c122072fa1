import type { Finding, Row, Suite, TestCase } from './plan.ts';
import { inTurn } from './pool.ts';
import { seededRandom } from './random.ts';
import type { Failure, Tally } from './report.ts';
import type { TestBed } from './test-bed.ts';

/** How many waiting cases run next to each working one. They use little of a processor. */
const waitingPerWorking = 12;

export interface SessionOptions {
  readonly suites: readonly Suite[];
  readonly sample: boolean;
  /** Only cases whose full name contains this text. */
  readonly only: string;
  readonly seed: string;
  /** How many working cases run at a time. Waiting cases run next to them. */
  readonly jobs: number;
  /** Called after every case. */
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
  readonly one: TestCase;
  finding?: Finding;
}

/** Finds all cases, runs them, and counts the results. */
export async function runSession(testBed: TestBed, options: SessionOptions): Promise<SessionResult> {
  const rows = await planAll(testBed, options);
  const all = rows.flatMap(({ cases }) => cases);
  let done = 0;
  const runAll = (cases: readonly PlannedCase[], atATime: number) =>
    inTurn(cases, atATime, async (planned) => {
      planned.finding = await planned.one.run(testBed).catch(failedCase);
      done += 1;
      options.onDone(done, all.length);
    });
  const casesOf = (waits: boolean) =>
    rows
      .toSorted((a, b) => Number(b.row.startsFirst ?? false) - Number(a.row.startsFirst ?? false))
      .flatMap(({ row, cases }) => cases.filter(({ one }) => (one.waits ?? row.waits ?? false) === waits));
  await Promise.all([
    runAll(casesOf(false), options.jobs),
    runAll(casesOf(true), options.jobs * waitingPerWorking),
  ]);
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

/** The requested rows and cases. Finding cases may run an operation; rows share the result. */
async function planAll(
  testBed: TestBed,
  { suites, sample, only, seed, jobs }: SessionOptions,
): Promise<PlannedRow[]> {
  const all = suites.flatMap(({ name: suite, rows }) =>
    rows.map((row) => ({ suite, row, rowName: `${suite} / ${row.operation} / ${row.fault}` })),
  );
  const named = all.filter(({ rowName }) => rowName.includes(only) || only.startsWith(rowName));
  const asked = (named.length === 0 ? all : named).filter(({ row }) => !sample || row.inSample === true);
  const rows = await inTurn(asked, jobs, async ({ suite, row, rowName }): Promise<PlannedRow> => {
    const cases = await row.cases(testBed, seededRandom(`${seed} ${rowName}`)).catch(unplannableRow);
    const planned = cases.map((one) => ({ name: `${rowName} / ${one.name}`, one }));
    return {
      suite,
      row,
      cases: planned.filter(
        ({ name }, index) => name.includes(only) && (!sample || index % (row.sampleStep ?? 3) === 0),
      ),
    };
  });
  return rows.filter(({ cases }) => cases.length > 0);
}

/** A row whose instants could not be found has one case, which fails. */
function unplannableRow(error: unknown): readonly TestCase[] {
  return [{ name: 'without a fault', run: () => Promise.reject(error) }];
}

/** A case that could not be completed proves nothing and does not pass. */
function failedCase(error: unknown): Finding {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { problems: [`the case itself failed: ${why}`], pairsLeft: 0, filesLeft: 0, leaks: 0 };
}
