import type { Finding, Suite } from './plan.ts';

/** The results of a row. */
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

/** How and where the figures were measured. */
export interface Setting {
  readonly node: string;
  readonly system: string;
  /** As in `2026-01-31`. */
  readonly date: string;
  readonly seed: string;
}

/** The long table in Markdown: a row for each operation and fault. */
export function tableOf(tallies: readonly Tally[]): string {
  const head = ['suite', 'operation', 'fault', ...figureHeads];
  return table(
    head,
    tallies.map(({ suite, operation, fault, findings }) => [suite, operation, fault, ...figuresOf(findings)]),
  );
}

/** The short table in Markdown: a row for each suite that was run. */
export function condensed(suites: readonly Suite[], tallies: readonly Tally[], setting: Setting): string {
  const rows = suites.flatMap(({ name, about }) => {
    const findings = tallies.filter(({ suite }) => suite === name).flatMap((tally) => tally.findings);
    return findings.length === 0 ? [] : [[about, ...figuresOf(findings)]];
  });
  const { node, system, date, seed } = setting;
  return [
    table(['fault', ...figureHeads], rows),
    '',
    `Measured with \`npm run torture\` on ${date}, Node ${node}, ${system}, seed ${seed}. Each job runs against a local EC2 emulator; a race counts as one job. A job passes if every promise holds. Key pairs and files left: not deleted although they should be, or not reported; an SSH agent, or a key in one, counts as a file. Leaks: pieces of a private key or passphrase where they must not be.`,
    '',
  ].join('\n');
}

/** What failed, and how to repeat it. */
export function failureText({ name, problems }: Failure, seed: string): string {
  return [
    '',
    `FAILED ${name}`,
    ...problems.map((problem) => `  ${problem}`),
    `  repeat with: --seed ${seed} --only '${name}'`,
  ].join('\n');
}

const figureHeads = ['jobs', 'passed', 'key pairs left', 'files left', 'leaks'];

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
