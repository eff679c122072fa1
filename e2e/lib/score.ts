/** Prints and counts the results of checks. */
export class Score {
  passed = 0;
  failed = 0;
  readonly print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  /** Runs a check. A failure is printed with its reason and does not stop the next check. */
  async check(sentence: string, body: () => Promise<void> | void): Promise<void> {
    const start = performance.now();
    try {
      await body();
      this.passed += 1;
      this.print(`  ok    ${sentence} (${seconds(start)})`);
    } catch (error) {
      this.fail(sentence, error);
    }
  }

  fail(sentence: string, reason: unknown): void {
    this.failed += 1;
    this.print(`  FAIL  ${sentence}`);
    this.print(indented(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)));
  }

  /** Adds the results of other checks, which were printed. */
  add({ passed, failed }: Score): void {
    this.passed += passed;
    this.failed += failed;
  }

  /** The last line of the output. */
  line(): string {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
