import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isContinuousIntegration } from './lib/environment.ts';
import { type PartName, PartsStore } from './lib/parts.ts';
import { Programs } from './lib/programs.ts';
import { copyRepository } from './lib/repository-copy.ts';
import { print, Score } from './lib/score.ts';
import { sideBySide } from './lib/side-by-side.ts';
import type { Suite } from './lib/suite.ts';
import { suites } from './suites.ts';

/**
 * `npm run e2e`: runs the action with real programs. Installs the programs it needs into `.cache/` and prints which
 * suites it skips (with CI=true, a suite that cannot run fails instead). Two suites run at a time; what a suite prints
 * appears when it has ended. Ends with the line `N passed, N failed`.
 * `--only name` runs one suite and can be repeated. `--write` updates the tables of the suites `encoders` in
 * docs/masking.md and `interoperation` in docs/key-formats.md.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
  },
});
const unknown = values.only.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  const known = suites.map(({ name }) => name).join(', ');
  throw new Error(`Unknown suite: ${unknown.join(', ')}. Suites: ${known}`);
}
const chosen = suites.filter(({ name }) => values.only.length === 0 || values.only.includes(name));

const root = fileURLToPath(new URL('../', import.meta.url));
/** Suites at a time. Many wait for programs, and the longest one, torture, can use all processors. */
const atATime = 2;

/** Milliseconds: far more than the suites take, so that a busy machine does not fail them. Torture takes up to 15 minutes. */
const wholeLimit = 60 * 60_000;

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => interrupted.abort(new Error(`Interrupted by ${signal}`)));
}
const stop = AbortSignal.any([interrupted.signal, AbortSignal.timeout(wholeLimit)]);
const programs = new Programs(stop);
const store = new PartsStore(programs, path.join(root, '.cache'));
const score = new Score(print);
const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-e2e-'));
try {
  const action = path.join(folder, 'action');
  await copyRepository({ root, target: action }, programs);
  await sideBySide(
    chosen.map((suite) => () => report(suite, action)),
    atATime,
  );
} catch (error) {
  score.fail('the checks run to completion', error);
} finally {
  programs.endAll();
  await rm(folder, { recursive: true, force: true });
}
if (score.failed > 0) process.exitCode = 1;
print(score.line());

/** Runs a suite and prints its results, together if other suites run next to it. */
async function report(suite: Suite, action: string): Promise<void> {
  const lines: string[] = [];
  const own = new Score(chosen.length === 1 ? print : (line) => lines.push(line));
  try {
    await runSuite(suite, { action, score: own });
  } finally {
    print([`${suite.name}: ${suite.about}`, ...lines].join('\n'));
    score.add(own);
  }
}

async function runSuite(
  suite: Suite,
  { action, score: own }: { readonly action: string; readonly score: Score },
): Promise<void> {
  stop.throwIfAborted();
  const { paths, missing } = await provide(suite.needs);
  if (missing.length > 0) {
    const reason = missing.join('\n');
    if (isContinuousIntegration()) own.fail(`all programs that ${suite.name} needs are installed`, reason);
    else own.print(`  SKIPPED: ${reason}`);
    return;
  }
  const ownFolder = path.join(folder, suite.name);
  await mkdir(ownFolder);
  try {
    await suite.run({
      check(sentence, body) {
        stop.throwIfAborted();
        return own.check(sentence, body);
      },
      print: (line) => own.print(line),
      part(name) {
        const file = paths.get(name);
        if (file === undefined) throw new Error(`${suite.name} does not list ${name} in its needs`);
        return file;
      },
      programs,
      folder: ownFolder,
      write: values.write,
      action,
    });
  } catch (error) {
    own.fail(`the suite ${suite.name} runs to completion`, error);
  }
}

async function provide(
  needs: readonly PartName[],
): Promise<{ paths: Map<PartName, string>; missing: string[] }> {
  const paths = new Map<PartName, string>();
  const missing: string[] = [];
  for (const name of needs) {
    const provision = await store.provide(name);
    if ('path' in provision) paths.set(name, provision.path);
    else missing.push(provision.missing);
  }
  return { paths, missing };
}
