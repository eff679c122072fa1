import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage, type StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, tokens } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { pureFolders } from '../pure-folders.ts';
import { type RanTest, TestTree } from './test-tree.ts';

/**
 * Loads the tests of the pure folders once, and runs them in the same process for every mutant. That takes milliseconds.
 * Jest loads every module again for every test file, which takes seconds. This is safe because the code keeps no state.
 * For a mutant in code that runs only while a module is loaded, Stryker starts a new process.
 */
export class InProcessRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  /** The folders with mutated files. Only their own tests are run. */
  readonly #folders: readonly string[];
  #tree: TestTree | undefined;

  constructor({ mutate }: StrykerOptions) {
    this.#folders = pureFolders.filter((folder) => mutate.some((file) => file.startsWith(`src/${folder}/`)));
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const globals = new URL('./jest-globals.ts', import.meta.url).href;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context),
    });
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    await loadSource(this.#folders);
    const onLoad = new Set(Object.keys(context().mutantCoverage?.static ?? {}));
    const tree = await this.#loaded();
    const ran = await tree.run(undefined, {
      stopAtFailure: false,
      onStart(id) {
        context().currentTestId = coverageAnalysis === 'perTest' ? id : undefined;
      },
    });
    tree.sort(ran);
    const { mutantCoverage } = context();
    if (mutantCoverage === undefined) return complete(ran);
    return { ...complete(ran), mutantCoverage: withoutFixtures(mutantCoverage, onLoad) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, hitLimit, mutantActivation, disableBail } = options;
    const shared = context();
    if (mutantActivation === 'static') shared.activeMutant = activeMutant.id;
    const tree = await this.#loaded();
    shared.activeMutant = activeMutant.id;
    shared.hitCount = hitLimit === undefined ? undefined : 0;
    shared.hitLimit = hitLimit;
    try {
      const ids = testFilter === undefined ? undefined : new Set(testFilter);
      const ran = await tree.run(ids, { stopAtFailure: !disableBail });
      // No failure says nothing if no test ran. Stryker then tries again in a new process.
      if (ran.length === 0) throw new Error(`None of ${ids?.size ?? 'all'} tests was run.`);
      return toMutantRunResult(determineHitLimitReached(shared.hitCount, hitLimit) ?? complete(ran));
    } finally {
      shared.activeMutant = undefined;
      shared.hitLimit = undefined;
    }
  }

  async #loaded(): Promise<TestTree> {
    if (this.#tree !== undefined) return this.#tree;
    const files = this.#folders.flatMap((folder) => globSync(`__tests__/unit/${folder}/**/*.test.ts`)).sort();
    const tree = new TestTree();
    await tree.load(files.map((file) => path.resolve(file)));
    this.#tree = tree;
    return tree;
  }
}

/** What the code that Stryker adds to the source reads and writes. */
interface Context {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
  readonly mutantCoverage?: MutantCoverage;
}

function context(): Context {
  const holder = globalThis as Record<string, unknown>;
  holder[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  return holder[INSTRUMENTER_CONSTANTS.NAMESPACE] as Context;
}

async function loadSource(folders: readonly string[]): Promise<void> {
  const files = folders.flatMap((folder) => globSync(`src/${folder}/**/*.ts`));
  for (const file of files.filter((name) => !name.endsWith('.d.ts')))
    await import(pathToFileURL(path.resolve(file)).href);
}

/**
 * Test files call code while they are loaded, to create fixtures. If a test calls this code, too, a mutant in it needs no
 * process of its own: it is enough to see whether that test notices it.
 *
 * @param onLoad - The mutants in code that the source itself runs while it is loaded.
 */
function withoutFixtures(coverage: MutantCoverage, onLoad: ReadonlySet<string>): MutantCoverage {
  const inTests = new Set(Object.values(coverage.perTest).flatMap((hits) => Object.keys(hits)));
  const isStatic = (id: string) => onLoad.has(id) || !inTests.has(id);
  const kept = Object.entries(coverage.static).filter(([id]) => isStatic(id));
  return { static: Object.fromEntries(kept), perTest: coverage.perTest };
}

function complete(ran: readonly RanTest[]): DryRunResult & { status: DryRunStatus.Complete } {
  return { status: DryRunStatus.Complete, tests: ran.map(resultOf) };
}

function resultOf({ id, milliseconds, failure }: RanTest): TestResult {
  const common = { id, name: id, timeSpentMs: milliseconds };
  return failure === undefined
    ? { ...common, status: TestStatus.Success }
    : { ...common, status: TestStatus.Failed, failureMessage: failure };
}
