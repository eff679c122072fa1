/** How tests ended. Tests that hang have noticed the fault, too; a version that does not compile shows nothing. */
export type Verdict = 'green' | 'red' | 'timed out' | 'does not compile';

/** What became of one version of the source. */
export interface Trial {
  readonly units: Verdict;
  /** Of the torture sample, and of the mutant's scenario if it has one. Undefined if they were not run. */
  readonly sample: Verdict | undefined;
}

export interface Result extends Trial {
  /** The name of the mutant. */
  readonly name: string;
}

/** Whether everything that was run passed. */
export function isGreen({ units, sample }: Trial): boolean {
  return units === 'green' && (sample === undefined || sample === 'green');
}

/** Whether tests noticed the fault. */
export function isCaught({ units, sample }: Trial): boolean {
  return [units, sample].some((verdict) => verdict === 'red' || verdict === 'timed out');
}

/** The table, in Markdown: one line for each mutant. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ name, units, sample }) => [cell(name), units, sample ?? 'not run']);
  const head = ['mutant', 'unit tests', 'torture sample'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the table comes to, and the names of the mutants that nothing caught. */
export function conclusionOf(results: readonly Result[]): string {
  const missed = results.filter((result) => !isCaught(result));
  const survivors = missed.filter(isGreen);
  return [
    `${results.length - missed.length} caught, ${survivors.length} survived, ${missed.length - survivors.length} invalid`,
    ...missed.map(({ name }) => `  ${name}`),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
