import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchAws } from './local-aws.ts';
import { checkStep, createStep, type Step } from './step.ts';
import { type TimedCommand, type Times, timedRun } from './timed-run.ts';

/** A program that creates a key pair. */
export interface Candidate {
  readonly name: string;
  /** The command that creates the key pair of this step and leaves its private key in the step's temp folder. */
  command(step: Step): Pick<TimedCommand, 'file' | 'args' | 'stdoutFile'>;
}

export interface ComparisonOptions {
  readonly aws: BenchAws;
  /** All files are created in this folder, and deleted again. */
  readonly folder: string;
  /** Ends the process that is running. */
  readonly signal: AbortSignal;
  /** Milliseconds for one process. */
  readonly processLimit: number;
}

/** The times of each candidate, round by round. */
export type ComparisonTimes = ReadonlyMap<string, readonly Times[]>;

/**
 * Lets all candidates create a key pair in every round, in a new random order each time. An additional first round
 * fills the disk cache and does not count.
 *
 * @throws Error if a candidate fails, or succeeds without creating a key pair: a failure has no time.
 */
export async function compare(
  candidates: readonly Candidate[],
  rounds: number,
  options: ComparisonOptions,
): Promise<ComparisonTimes> {
  const times = new Map(candidates.map(({ name }) => [name, [] as Times[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const candidate of shuffled(candidates)) {
      const measured = await measure(candidate, `bench-${round}-${candidate.name}`, options);
      if (round > 0) times.get(candidate.name)?.push(measured);
    }
  }
  return times;
}

async function measure(candidate: Candidate, keyName: string, options: ComparisonOptions): Promise<Times> {
  const { aws, signal, processLimit } = options;
  const folder = path.join(options.folder, keyName);
  try {
    const step = await createStep(folder, keyName, aws.environment);
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(processLimit)]);
    const command = { ...candidate.command(step), cwd: step.workspace, env: step.environment };
    const times = await timedRun(command, bounded);
    await checkStep(step, await aws.newKeyPairs());
    return times;
  } catch (cause) {
    throw new Error(`${candidate.name} failed, so there is nothing to compare`, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A Fisher-Yates shuffle. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}
