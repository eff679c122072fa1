import { withMarkedPart } from '../scripts/marked-part.ts';
import { type BundleSize, total } from './bundle.ts';
import type { Cleanup, CleanupTimes, JobRequests } from './cleanup.ts';
import type { ComparisonTimes } from './comparison.ts';
import { pairedRatios, type Spread, spreadOf } from './figures.ts';
import type { Times } from './timed-run.ts';

/** A program that this action is compared with. */
export interface OtherProgram {
  readonly name: string;
  /** The maximum ratio of this action's time to the program's time. */
  readonly goal: number;
}

export interface BenchReport {
  /** The name of the program that is compared with the others. */
  readonly measured: string;
  readonly others: readonly OtherProgram[];
  readonly rounds: number;
  readonly times: ComparisonTimes;
  readonly bundle: BundleSize;
  /** What the runner downloads in every job. */
  readonly archive: ArchiveSize;
  readonly cleanup: Cleanup;
  /** Additional information, such as which program is missing and why. */
  readonly notes: readonly string[];
  readonly setting: { readonly node: string; readonly system: string; readonly date: string };
}

export interface ArchiveSize {
  readonly bytes: number;
  readonly files: number;
}

/** Bytes. */
const bundleGoals = { withoutOptional: 900_000, loaded: 400_000, archive: 400_000 };

/** The report as Markdown. Ratios are computed for each round, and their median is compared with the goal. */
export function reportOf(report: BenchReport): string {
  const { measured, others, rounds, times, bundle, archive, cleanup, notes, setting } = report;
  const own = timesOf(times, measured);
  const loaded = total(bundle.loaded);
  const lines = [
    '| one step that creates one key pair | time | this action takes | goal | CPU time | this action takes |',
    '|---|--:|--:|--:|--:|--:|',
    row([measured, milliseconds(own.wall), '', '', milliseconds(own.cpu), '']),
    ...others.map((other) => comparedRow(other, own, timesOf(times, other.name))),
    '',
    '| when the job ends | time | in starts of Node.js |',
    '|---|--:|--:|',
    ...cleanupRows(cleanup.times),
    '',
    requestsOf(cleanup.requests),
    '',
    '| bundle | size | goal |',
    '|---|--:|--:|',
    row(['all files', kilobytes(bundle.whole), '']),
    row([
      'without code that is not loaded to create a key pair',
      kilobytes(bundle.withoutOptional),
      against(bundle.withoutOptional, bundleGoals.withoutOptional, kilobytes),
    ]),
    row([
      `code that is loaded to create a key pair: ${bundle.loaded.map(({ name }) => `\`${name}\``).join(' ')}`,
      kilobytes(loaded),
      against(loaded, bundleGoals.loaded, kilobytes),
    ]),
    row([
      `compressed archive that the runner downloads in every job, ${archive.files} files`,
      kilobytes(archive.bytes),
      against(archive.bytes, bundleGoals.archive, kilobytes),
    ]),
    '',
    `\`npm run bench\`, ${setting.date}, Node ${setting.node}, ${setting.system}, ${rounds} rounds in random order. Whole processes, with an AWS endpoint on the same machine and keys that were generated in advance. Medians; ratios compare times of the same round, with the lowest and highest ratio in parentheses.`,
    ...notes,
  ];
  return `${lines.join('\n')}\n`;
}

/** Replaces the report between the markers of a page. @throws Error as `withMarkedPart`. */
export function withReport(page: string, report: string): string {
  return withMarkedPart(page, 'bench', report);
}

function cleanupRows({ start, nothing, keyPair }: CleanupTimes): string[] {
  const wallOf = (rounds: readonly Times[]) => rounds.map(({ wall }) => wall);
  const compared = (name: string, rounds: readonly Times[]) =>
    row([name, milliseconds(wallOf(rounds)), ratio(pairedRatios(wallOf(rounds), wallOf(start)))]);
  return [
    row(['Node.js without a program', milliseconds(wallOf(start)), '']),
    compared('post step with nothing recorded', nothing),
    compared('post step that deletes a key pair and its file', keyPair),
  ];
}

function requestsOf({ main, post }: JobRequests): string {
  const count = main.length + post.length;
  return `A job that creates a key pair sends ${count} requests: ${main.join(', ')} in the step, ${post.join(', ')} when the job ends.`;
}

interface Columns {
  readonly wall: readonly number[];
  /** Empty if it was not measured. */
  readonly cpu: readonly number[];
}

function timesOf(times: ComparisonTimes, name: string): Columns {
  const rounds: readonly Times[] = times.get(name) ?? [];
  return {
    wall: rounds.map(({ wall }) => wall),
    cpu: rounds.flatMap(({ cpu }) => (cpu === undefined ? [] : [cpu])),
  };
}

function comparedRow({ name, goal }: OtherProgram, own: Columns, theirs: Columns): string {
  const wall = pairedRatios(own.wall, theirs.wall);
  const cpu = theirs.cpu.length === 0 ? '' : ratio(pairedRatios(own.cpu, theirs.cpu));
  const result = against(wall.median, goal, (value) => `${value.toFixed(2)} ×`);
  return row([name, milliseconds(theirs.wall), ratio(wall), result, milliseconds(theirs.cpu), cpu]);
}

function against(value: number, goal: number, format: (value: number) => string): string {
  return `${format(goal)}: ${value <= goal ? 'met' : '**missed**'}`;
}

function ratio({ median, lowest, highest }: Spread): string {
  return `${median.toFixed(2)} × (${lowest.toFixed(2)} to ${highest.toFixed(2)})`;
}

function milliseconds(values: readonly number[]): string {
  return values.length === 0 ? '' : `${Math.round(spreadOf(values).median)} ms`;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
