/** How tests ended. Tests that hang have noticed the fault, too. */
export type Verdict = 'green' | 'red' | 'timed out';

/** What became of one version of the source. */
export interface Trial {
  readonly units: Verdict;
  /** Undefined if the sample was not run. */
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

/** The table, in Markdown: one line for each mutant. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ name, units, sample }) => [cell(name), units, sample ?? 'not run']);
  const head = ['mutant', 'unit tests', 'torture sample'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the table comes to, and the names of the mutants that nothing caught. */
export function conclusionOf(results: readonly Result[]): string {
  const survivors = results.filter(isGreen);
  const caught = results.length - survivors.length;
  return [`${caught} caught, ${survivors.length} survived`, ...survivors.map(({ name }) => `  ${name}`)].join(
    '\n',
  );
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
