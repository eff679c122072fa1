import { globSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { pureFolders } from './pure-folders.ts';

/** Percent of the mutants that must be caught. The others change nothing that a user could see, or only a text. */
const leastCaught = 90;

const cache = '.cache/stryker';

/** The files to mutate whose paths contain one of the texts; all of them if there are no texts. */
export function chosenFiles(repository: string, texts: readonly string[]): string[] {
  return pureFolders
    .flatMap((folder) => globSync(`src/${folder}/**/*.ts`, { cwd: repository }))
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => !file.endsWith('.d.ts'))
    .filter((file) => texts.length === 0 || texts.some((text) => file.includes(text)))
    .sort();
}

/**
 * Changes every operator, condition, constant and call in these files, one after the other, and runs the unit tests of
 * their folders. Prints what no test noticed, and keeps `report.json` in `.cache/stryker`: the next run only repeats what
 * has changed since. Sets the exit code if fewer are caught than must be. The current folder must be the repository.
 */
export async function makeSmallChanges(mutate: string[], concurrency: number): Promise<void> {
  const stryker = new Stryker({
    mutate,
    concurrency,
    plugins: [path.resolve('mutants/in-process/plugin.ts')],
    testRunner: 'in-process',
    testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
    coverageAnalysis: 'perTest',
    // Beyond what the tests themselves take, on a busy machine.
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    // Nothing is left out of the mutation: no kind of change, no line, no text.
    mutator: { excludedMutations: [] },
    // swc ignores types, and Stryker cannot read the configuration of TypeScript 7.
    disableTypeChecks: false,
    ignorePatterns: ['/.cache', '/dist', '/docs', '/tsconfig.json'],
    tempDirName: `${cache}/sandbox`,
    cleanTempDir: 'always',
    incremental: true,
    incrementalFile: `${cache}/incremental.json`,
    thresholds: { high: leastCaught, low: leastCaught, break: leastCaught },
    reporters: ['survivors', 'progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportMutants: false },
    jsonReporter: { fileName: `${cache}/report.json` },
  });
  await stryker.runMutationTest();
}
