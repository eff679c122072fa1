import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { BenchAws } from './local-aws.ts';
import { checkStep, layOutStep, type Step } from './step.ts';
import { type TimedCommand, type Times, timedRun } from './timed-run.ts';

/** Somebody who makes a key pair. */
export interface Contestant {
  readonly name: string;
  /** The process that makes the pair of this step and leaves its private key in the step's temp folder. */
  command(step: Step): Pick<TimedCommand, 'file' | 'args' | 'stdoutFile'>;
}

export interface RaceParts {
  readonly aws: BenchAws;
  /** Everything is made in here, and removed again. */
  readonly folder: string;
  /** Ends the process that runs. */
  readonly signal: AbortSignal;
  /** Milliseconds for one process. */
  readonly processLimit: number;
}

/** Each contestant's times, round by round. */
export type RaceTimes = ReadonlyMap<string, readonly Times[]>;

/**
 * Lets all contestants make a pair in every round, in a new random order each time. A first round warms the disk's
 * cache and does not count.
 *
 * @throws Error when one fails, or exits well without a pair: a failure has no time.
 */
export async function race(
  contestants: readonly Contestant[],
  rounds: number,
  parts: RaceParts,
): Promise<RaceTimes> {
  const times = new Map(contestants.map(({ name }) => [name, [] as Times[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const contestant of shuffled(contestants)) {
      const taken = await takeTurn(contestant, `bench-${round}-${contestant.name}`, parts);
      if (round > 0) times.get(contestant.name)?.push(taken);
    }
  }
  return times;
}

async function takeTurn(contestant: Contestant, keyName: string, parts: RaceParts): Promise<Times> {
  const { aws, signal, processLimit } = parts;
  const folder = path.join(parts.folder, keyName);
  try {
    const step = await layOutStep(folder, keyName, aws.environment);
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(processLimit)]);
    const command = { ...contestant.command(step), cwd: step.workspace, env: step.environment };
    const times = await timedRun(command, bounded);
    await checkStep(step, await aws.newPairs());
    return times;
  } catch (cause) {
    throw new Error(`${contestant.name} failed, so there is nothing to compare`, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(randomInt(left.length), 1));
}
