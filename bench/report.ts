import { withMarkedPart } from '../scripts/marked-part.ts';
import { type BundleSize, total } from './bundle.ts';
import { pairedRatios, type Spread, spreadOf } from './figures.ts';
import type { RaceTimes } from './race.ts';
import type { Times } from './timed-run.ts';

/** Somebody that this action is compared with. */
export interface Rival {
  readonly name: string;
  /** This action is to take at most so much of the rival's time. */
  readonly goal: number;
}

export interface BenchReport {
  readonly ours: string;
  readonly rivals: readonly Rival[];
  readonly rounds: number;
  readonly times: RaceTimes;
  readonly bundle: BundleSize;
  /** What else a reader must know, such as who is missing, and why. */
  readonly notes: readonly string[];
  readonly setting: { readonly node: string; readonly system: string; readonly date: string };
}

/** Bytes. */
const bundleGoals = { withoutOptional: 900_000, loaded: 400_000 };

/** The report as Markdown. Ratios are of one round each; their median is what a goal is held against. */
export function reportOf(report: BenchReport): string {
  const { ours, rivals, rounds, times, bundle, notes, setting } = report;
  const own = timesOf(times, ours);
  const loaded = total(bundle.loaded);
  const lines = [
    '| one step that makes one key pair | time | of it, this action takes | goal | processor time | of it, this action takes |',
    '|---|--:|--:|--:|--:|--:|',
    row([ours, milliseconds(own.wall), '', '', milliseconds(own.cpu), '']),
    ...rivals.map((rival) => rivalRow(rival, own, timesOf(times, rival.name))),
    '',
    '| bundle | size | goal |',
    '|---|--:|--:|',
    row(['all files', kilobytes(bundle.whole), '']),
    row([
      'without code that making a pair does not load',
      kilobytes(bundle.withoutOptional),
      against(bundle.withoutOptional, bundleGoals.withoutOptional, kilobytes),
    ]),
    row([
      `code that making a pair loads: ${bundle.loaded.map(({ name }) => `\`${name}\``).join(' ')}`,
      kilobytes(loaded),
      against(loaded, bundleGoals.loaded, kilobytes),
    ]),
    '',
    `\`npm run bench\`, ${setting.date}, Node ${setting.node}, ${setting.system}, ${rounds} rounds in random order: whole processes against an AWS endpoint on the same machine, its keys made beforehand. Medians; ratios are of the same round, with the least and the most.`,
    ...notes,
  ];
  return `${lines.join('\n')}\n`;
}

/** Puts a report between the markers of a page. @throws Error where the page does not have them once, in order. */
export function withReport(page: string, report: string): string {
  return withMarkedPart(page, 'bench', report);
}

interface Columns {
  readonly wall: readonly number[];
  /** Empty where it was not measured. */
  readonly cpu: readonly number[];
}

function timesOf(times: RaceTimes, name: string): Columns {
  const rounds: readonly Times[] = times.get(name) ?? [];
  return {
    wall: rounds.map(({ wall }) => wall),
    cpu: rounds.flatMap(({ cpu }) => (cpu === undefined ? [] : [cpu])),
  };
}

function rivalRow({ name, goal }: Rival, own: Columns, theirs: Columns): string {
  const wall = pairedRatios(own.wall, theirs.wall);
  const cpu = theirs.cpu.length === 0 ? '' : ratio(pairedRatios(own.cpu, theirs.cpu));
  const held = against(wall.median, goal, (value) => `${value.toFixed(2)} ×`);
  return row([name, milliseconds(theirs.wall), ratio(wall), held, milliseconds(theirs.cpu), cpu]);
}

function against(value: number, goal: number, written: (value: number) => string): string {
  return `${written(goal)}: ${value <= goal ? 'reached' : '**missed**'}`;
}

function ratio({ median, least, most }: Spread): string {
  return `${median.toFixed(2)} × (${least.toFixed(2)} to ${most.toFixed(2)})`;
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
