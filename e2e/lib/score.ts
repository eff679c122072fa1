/** Prints each check as it ends, and counts. */
export class Score {
  passed = 0;
  failed = 0;

  /** Carries a check out; one that fails is printed with its reason, and the next one goes on. */
  async check(sentence: string, body: () => Promise<void> | void): Promise<void> {
    const start = performance.now();
    try {
      await body();
      this.passed += 1;
      print(`  ok    ${sentence} (${seconds(start)})`);
    } catch (error) {
      this.fail(sentence, error);
    }
  }

  fail(sentence: string, reason: unknown): void {
    this.failed += 1;
    print(`  FAIL  ${sentence}`);
    print(indented(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)));
  }

  /** The line that everything ends with. */
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
