import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pairsIn } from '../local/runner/file-commands.ts';
import type { ComparisonOptions } from './comparison.ts';
import { createStep, type Step } from './step.ts';
import { type Times, timedRun } from './timed-run.ts';

/** The times of post steps, and of Node.js without a program, round by round. */
export interface CleanupTimes {
  readonly start: readonly Times[];
  /** The post step of a step that recorded nothing. */
  readonly nothing: readonly Times[];
  /** The post step that deletes a key pair and its file. */
  readonly keyPair: readonly Times[];
}

/** The requests of a job, by the names of their operations, in order. */
export interface JobRequests {
  readonly main: readonly string[];
  readonly post: readonly string[];
}

export interface Cleanup {
  readonly times: CleanupTimes;
  readonly requests: JobRequests;
}

/**
 * Measures whole post steps. An additional first round fills the disk cache and does not count.
 *
 * @throws Error if a step fails, or leaves anything.
 */
export async function measureCleanup(
  mainFile: string,
  rounds: number,
  options: ComparisonOptions,
): Promise<Cleanup> {
  const times = { start: [] as Times[], nothing: [] as Times[], keyPair: [] as Times[] };
  let requests: JobRequests = { main: [], post: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const start = await inStep(`start-${round}`, options, (step) => run(['--eval', ''], step, options));
    const nothing = await inStep(`nothing-${round}`, options, async (unset) => {
      const step = withInputs(unset, { INPUT_OPERATION: 'describe', 'INPUT_KEY-NAME': '' });
      await run([mainFile], step, options);
      return runPost(mainFile, step, options);
    });
    const keyPair = await inStep(`key-pair-${round}`, options, async (unset) => {
      const step = withInputs(unset, { INPUT_LIFETIME: 'job' });
      await options.aws.newRequests();
      await run([mainFile], step, options);
      const main = await options.aws.newRequests();
      const measured = await runPost(mainFile, step, options);
      requests = { main, post: await options.aws.newRequests() };
      await checkClean(step, requests);
      return measured;
    });
    if (round === 0) continue;
    times.start.push(start);
    times.nothing.push(nothing);
    times.keyPair.push(keyPair);
  }
  await options.aws.newKeyPairs();
  return { times, requests };
}

function withInputs(step: Step, inputs: Readonly<Record<string, string>>): Step {
  return { ...step, environment: { ...step.environment, ...inputs } };
}

async function inStep(
  name: string,
  { aws, folder }: ComparisonOptions,
  work: (step: Step) => Promise<Times>,
): Promise<Times> {
  const stepFolder = path.join(folder, name);
  try {
    return await work(await createStep(stepFolder, `bench-${name}`, aws.environment));
  } finally {
    await rm(stepFolder, { recursive: true, force: true });
  }
}

/** The runner passes on the state of main, and gives the post step files of its own. */
async function runPost(mainFile: string, step: Step, options: ComparisonOptions): Promise<Times> {
  const stateFile = step.environment['GITHUB_STATE'] ?? '';
  const state = [...pairsIn(await readFile(stateFile, 'utf8'))].map(([name, value]) => [
    `STATE_${name}`,
    value,
  ]);
  const environment = {
    ...step.environment,
    ...Object.fromEntries(state),
    GITHUB_STATE: `${stateFile}-post`,
  };
  await writeFile(environment.GITHUB_STATE, '');
  return run([path.join(path.dirname(mainFile), 'post.js')], { ...step, environment }, options);
}

function run(
  args: readonly string[],
  step: Step,
  { signal, processLimit }: ComparisonOptions,
): Promise<Times> {
  const { workspace, environment } = step;
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(processLimit)]);
  return timedRun({ file: process.execPath, args, cwd: workspace, env: environment }, bounded);
}

async function checkClean({ temp }: Step, { post }: JobRequests): Promise<void> {
  const files = await readdir(temp);
  if (files.length > 0) throw new Error(`The post step left ${files.join(', ')}`);
  if (!post.includes('DeleteKeyPair')) throw new Error('The post step deleted no key pair');
}
