import type { Finding, Suite } from './plan.ts';

/** What a row came to. */
export interface Tally {
  readonly suite: string;
  readonly operation: string;
  readonly fault: string;
  readonly findings: readonly Finding[];
}

export interface Failure {
  readonly name: string;
  readonly problems: readonly string[];
}

/** How and where the figures came about. */
export interface Setting {
  readonly node: string;
  readonly system: string;
  /** As in `2026-01-31`. */
  readonly date: string;
  readonly seed: string;
}

/** The table, in Markdown: a line for each operation and fault. */
export function tableOf(tallies: readonly Tally[]): string {
  const head = ['suite', 'operation', 'fault', ...figureHeads];
  return table(
    head,
    tallies.map(({ suite, operation, fault, findings }) => [suite, operation, fault, ...figuresOf(findings)]),
  );
}

/** The same in a few lines, in Markdown: one for each suite that was tried. */
export function condensed(suites: readonly Suite[], tallies: readonly Tally[], setting: Setting): string {
  const rows = suites.flatMap(({ name, about }) => {
    const findings = tallies.filter(({ suite }) => suite === name).flatMap((tally) => tally.findings);
    return findings.length === 0 ? [] : [[about, ...figuresOf(findings)]];
  });
  const { node, system, date, seed } = setting;
  return [
    table(['what goes wrong', ...figureHeads], rows),
    '',
    `\`npm run torture\`, ${date}, Node ${node}, ${system}, seed ${seed}: whole jobs against an AWS endpoint on the same machine. Tried: so many jobs (a race is one). Survived: all that is promised held. Pairs and files left: those that nobody was told of, or that were due to go. Leaks: places in which a piece of a private key stood where it must not.`,
    '',
  ].join('\n');
}

/** What failed, and how to see it again. */
export function failureText({ name, problems }: Failure, seed: string): string {
  return [
    '',
    `FAILED ${name}`,
    ...problems.map((problem) => `  ${problem}`),
    `  again: --seed ${seed} --only '${name}'`,
  ].join('\n');
}

const figureHeads = ['tried', 'survived', 'pairs left', 'files left', 'leaks'];

function figuresOf(findings: readonly Finding[]): string[] {
  return [
    String(findings.length),
    String(findings.filter(({ problems }) => problems.length === 0).length),
    sumOf(findings, 'pairsLeft'),
    sumOf(findings, 'filesLeft'),
    sumOf(findings, 'leaks'),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((name) => (figureHeads.includes(name) ? '--:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function sumOf(findings: readonly Finding[], figure: 'pairsLeft' | 'filesLeft' | 'leaks'): string {
  return String(findings.reduce((sum, finding) => sum + finding[figure], 0));
}
