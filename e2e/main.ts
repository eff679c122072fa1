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
import type { Suite } from './lib/suite.ts';
import { suites } from './suites.ts';

/**
 * `npm run e2e`: runs the action with real programs. Installs the programs it needs into `.cache/` and prints which
 * suites it skips (with CI=true, a suite that cannot run fails instead). Ends with the line `N passed, N failed`.
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
/** Milliseconds: far more than the suites take, so that a busy machine does not fail them. Torture takes up to 15 minutes. */
const wholeLimit = 60 * 60_000;

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => interrupted.abort(new Error(`Interrupted by ${signal}`)));
}
const stop = AbortSignal.any([interrupted.signal, AbortSignal.timeout(wholeLimit)]);
const programs = new Programs(stop);
const store = new PartsStore(programs, path.join(root, '.cache'));
const score = new Score();
const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-e2e-'));
try {
  const action = path.join(folder, 'action');
  await copyRepository({ root, target: action }, programs);
  for (const suite of chosen) await runSuite(suite, action);
} catch (error) {
  score.fail('the checks run to completion', error);
} finally {
  programs.endAll();
  await rm(folder, { recursive: true, force: true });
}
if (score.failed > 0) process.exitCode = 1;
print(score.line());

async function runSuite(suite: Suite, action: string): Promise<void> {
  stop.throwIfAborted();
  print(`${suite.name}: ${suite.about}`);
  const { paths, missing } = await provide(suite.needs);
  if (missing.length > 0) {
    const reason = missing.join('\n');
    if (isContinuousIntegration()) score.fail(`all programs that ${suite.name} needs are installed`, reason);
    else print(`  SKIPPED: ${reason}`);
    return;
  }
  const own = path.join(folder, suite.name);
  await mkdir(own);
  try {
    await suite.run({
      check(sentence, body) {
        stop.throwIfAborted();
        return score.check(sentence, body);
      },
      part(name) {
        const file = paths.get(name);
        if (file === undefined) throw new Error(`${suite.name} does not list ${name} in its needs`);
        return file;
      },
      programs,
      folder: own,
      write: values.write,
      action,
    });
  } catch (error) {
    score.fail(`the suite ${suite.name} runs to completion`, error);
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
