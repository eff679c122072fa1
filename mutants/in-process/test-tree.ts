import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addEventHandler, describe, getState, run as runTree, type State } from 'jest-circus';

type TestEntry = State['rootDescribeBlock']['tests'][number];
type Block = State['rootDescribeBlock'];

/** A test that was run. */
export interface RanTest {
  /** Its file, the titles of the blocks around it, and its own title. */
  readonly id: string;
  readonly milliseconds: number;
  /** Undefined if it passed. */
  readonly failure: string | undefined;
}

/** All tests of some files, loaded once into this process, where they can be run again and again. */
export class TestTree {
  readonly #ran: RanTest[] = [];
  #stopAtFailure = false;
  #onStart: (id: string | undefined) => void = () => {};

  constructor() {
    const state = getState();
    // Milliseconds. Generous, because the machine may be busy. Stryker ends tests that hang.
    state.testTimeout = 60_000;
    addEventHandler((event) => {
      if (event.name === 'test_started') this.#onStart(idOf(event.test));
      if (event.name === 'test_done') this.#done(event.test);
    });
  }

  async load(files: readonly string[]): Promise<void> {
    for (const file of files) {
      const root = getState().rootDescribeBlock;
      const [children, hooks] = [root.children.length, root.hooks.length];
      await import(pathToFileURL(file).href);
      // Each file gets a block of its own, so that its hooks apply to its tests only.
      const added = root.children.splice(children);
      const addedHooks = root.hooks.splice(hooks);
      // Stryker copies the repository to another folder for each run: a name with that folder would be a new one.
      describe(path.relative(process.cwd(), file), () => {});
      const block = root.children.at(-1);
      if (block?.type !== 'describeBlock') throw new Error('jest-circus added no block.');
      block.hooks.push(...addedHooks);
      block.children.push(...added);
      for (const child of added) child.parent = block;
    }
  }

  /**
   * Runs tests, and returns them in the order in which they ran.
   *
   * @param ids - Undefined for all.
   * @param onStart - Called with the ID of each test before it runs, and with undefined after the last one.
   */
  async run(
    ids: ReadonlySet<string> | undefined,
    options: { readonly stopAtFailure: boolean; readonly onStart?: (id: string | undefined) => void },
  ): Promise<RanTest[]> {
    this.#ran.length = 0;
    this.#stopAtFailure = options.stopAtFailure;
    this.#onStart = options.onStart ?? (() => {});
    for (const entry of testsIn(getState().rootDescribeBlock)) {
      entry.errors = [];
      entry.mode = ids === undefined || ids.has(idOf(entry)) ? undefined : 'skip';
    }
    await runTree();
    this.#onStart(undefined);
    return [...this.#ran];
  }

  /** Puts the files with the fastest tests first, so that most mutants are caught soon. */
  sort(ran: readonly RanTest[]): void {
    const took = (block: State['rootDescribeBlock']['children'][number]): number =>
      ran
        .filter(({ id }) => id.startsWith(`${block.name} `))
        .reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    getState().rootDescribeBlock.children.sort((a, b) => took(a) - took(b));
  }

  #done(entry: TestEntry): void {
    const [error] = entry.errors;
    const failure = entry.errors.length === 0 ? undefined : String(Array.isArray(error) ? error[0] : error);
    this.#ran.push({ id: idOf(entry), milliseconds: entry.duration ?? 0, failure });
    if (failure === undefined || !this.#stopAtFailure) return;
    for (const other of testsIn(getState().rootDescribeBlock)) other.mode = 'skip';
  }
}

function idOf(entry: TestEntry): string {
  const titles: string[] = [];
  for (let at: TestEntry | Block | undefined = entry; at?.parent !== undefined; at = at.parent)
    titles.unshift(at.name);
  return titles.join(' ');
}

function* testsIn(block: Block): Generator<TestEntry> {
  for (const child of block.children) {
    if (child.type === 'test') yield child;
    else yield* testsIn(child);
  }
}
