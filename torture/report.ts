import type { Finding } from './plan.ts';

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

/** The table, in Markdown. */
export function tableOf(tallies: readonly Tally[]): string {
  const head = ['suite', 'operation', 'fault', 'tried', 'survived', 'pairs left', 'files left', 'leaks'];
  const rows = tallies.map(({ suite, operation, fault, findings }) => [
    suite,
    operation,
    fault,
    String(findings.length),
    String(findings.filter(({ problems }) => problems.length === 0).length),
    sumOf(findings, 'pairsLeft'),
    sumOf(findings, 'filesLeft'),
    sumOf(findings, 'leaks'),
  ]);
  const rule = head.map((_, column) => (column < 3 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
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

function sumOf(findings: readonly Finding[], figure: 'pairsLeft' | 'filesLeft' | 'leaks'): string {
  return String(findings.reduce((sum, finding) => sum + finding[figure], 0));
}
