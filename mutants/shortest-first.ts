interface TestFile {
  readonly path: string;
}

interface RunResults {
  readonly testResults: readonly {
    readonly testFilePath: string;
    readonly perfStats: { readonly runtime: number };
  }[];
}

/** Milliseconds that each test file took in the first run of this process. */
const durations = new Map<string, number>();

/**
 * The order of the test files (jest's `testSequencer`). Many tests notice most mutants, and the first file with a failing
 * test ends the run: the cheapest goes first.
 */
export default class ShortestFirst {
  sort<File extends TestFile>(tests: readonly File[]): File[] {
    const durationOf = ({ path }: TestFile) => durations.get(path) ?? 0;
    return tests.toSorted((a, b) => durationOf(a) - durationOf(b));
  }

  cacheResults(_tests: readonly TestFile[], { testResults }: RunResults): void {
    for (const { testFilePath, perfStats } of testResults) {
      if (!durations.has(testFilePath)) durations.set(testFilePath, perfStats.runtime);
    }
  }
}
