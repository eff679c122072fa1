import type { CommandInvocation } from '@aws-sdk/client-ssm';
import { isNamed } from '../aws/errors.ts';
import type { Retry } from '../aws/retry.ts';
import type { Commands } from './commands.ts';
import { isFinal, type Outcome, outcomeOf } from './outcome.ts';

/** What all commands of one rotation have in common. */
export interface CommandRun {
  /** Says which rotation sent a command: 32 hex digits. */
  readonly mark: string;
  /** Called when a command was sent to these instances. */
  onSent?(instanceIds: readonly string[], commandId: string): void;
  /** Called when the program may run on these instances. */
  onMayRun?(instanceIds: readonly string[]): void;
}

/** The outcome for each instance. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Instances of one command. */
const batchSize = 50;

/** Milliseconds that the outcome of a command may take: a little more than Systems Manager gives to it. */
const commandTime = 200_000;

/** Milliseconds that clocks of AWS may differ by. */
const clockTolerance = 60_000;

/** A command that was accepted, and the instances whose outcome is not known yet. */
interface Started {
  readonly commandId: string;
  readonly waiting: Set<string>;
}

/** Runs programs on many instances, and waits for their outcomes. */
export class Runs {
  readonly #commands: Commands;
  readonly #retry: Retry;

  constructor(commands: Commands, retry: Retry) {
    this.#commands = commands;
    this.#retry = retry;
  }

  async run(program: readonly string[], instanceIds: readonly string[], run: CommandRun): Promise<Outcomes> {
    const outcomes = new Map<string, Outcome>();
    const started: Started[] = [];
    for (const batch of batchesOf(instanceIds)) {
      started.push(...(await this.#start(program, batch, run, outcomes)));
    }
    await this.#waitFor(commandTime, async () => {
      for (const { commandId, waiting } of started) {
        if (waiting.size === 0) continue;
        for (const invocation of await this.#commands.invocationsOf(commandId)) {
          const { InstanceId = '' } = invocation;
          if (isFinal(invocation) && waiting.delete(InstanceId))
            outcomes.set(InstanceId, outcomeOf(invocation));
        }
      }
      return started.every(({ waiting }) => waiting.size === 0);
    });
    for (const { waiting } of started) {
      for (const id of waiting)
        outcomes.set(id, { is: 'failed', why: 'did not complete the command in time' });
    }
    return inOrder(outcomes, instanceIds);
  }

  /**
   * Starts a program. If Systems Manager refuses one instance, it refuses the whole batch: halves find out which.
   *
   * @param wasLost - Whether a request for these instances got no response.
   */
  async #start(
    program: readonly string[],
    batch: readonly string[],
    run: CommandRun,
    outcomes: Map<string, Outcome>,
    wasLost = false,
  ): Promise<Started[]> {
    let isLost = wasLost;
    try {
      const commandId = await this.#commands.start(program, batch, {
        comment: commentOf(run.mark),
        onResponseLost: () => {
          isLost = true;
          run.onMayRun?.(batch);
        },
      });
      run.onMayRun?.(batch);
      run.onSent?.(batch, commandId);
      return [{ commandId, waiting: new Set(batch) }];
    } catch (error) {
      if (!isNamed(error, 'InvalidInstanceId')) throw error;
      const [only = '', ...others] = batch;
      if (others.length === 0) {
        const why = 'cannot be reached by Systems Manager any more';
        outcomes.set(only, { is: isLost ? 'failed' : 'not-run', why });
        return [];
      }
      const half = Math.ceil(batch.length / 2);
      return [
        ...(await this.#start(program, batch.slice(0, half), run, outcomes, isLost)),
        ...(await this.#start(program, batch.slice(half), run, outcomes, isLost)),
      ];
    }
  }

  async stop(mark: string, since: Date | undefined): Promise<readonly string[]> {
    const after = since && new Date(since.getTime() - clockTolerance);
    const look = () => this.#commands.invocationsWith(commentOf(mark), after);
    let seen: readonly CommandInvocation[] = [];
    // A request without a response may be executed, and shown, a little later.
    await this.#retry.look(async () => {
      seen = await look();
      return undefined;
    });
    const running = () => seen.filter((one) => !isFinal(one));
    for (const commandId of new Set(running().map(({ CommandId = '' }) => CommandId))) {
      // Also without that, a command ends by itself.
      await this.#commands.cancel(commandId).catch(() => undefined);
    }
    await this.#waitFor(commandTime, async () => {
      if (running().length > 0) seen = await look();
      return running().length === 0;
    });
    return [...new Set(running().map(({ InstanceId = '' }) => InstanceId))];
  }

  /** Looks with growing pauses, until what is waited for is there, or the time is up. */
  async #waitFor(time: number, look: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + time;
    const next = this.#retry.tries();
    while (!(await look())) {
      if (performance.now() > end || !(await next('all').catch(() => false))) return;
    }
  }
}

/** Commands end in any order. */
function inOrder(outcomes: Outcomes, instanceIds: readonly string[]): Outcomes {
  const place = new Map(instanceIds.map((id, index) => [id, index]));
  return new Map([...outcomes].toSorted(([one], [other]) => (place.get(one) ?? 0) - (place.get(other) ?? 0)));
}

/** By this, a command is found whose response was lost. Up to 100 characters. */
function commentOf(mark: string): string {
  return `EC2 key pair rotation ${mark}`;
}

/** Instances for one request each. */
export function batchesOf<Item>(items: readonly Item[]): (readonly Item[])[] {
  const count = Math.ceil(items.length / batchSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * batchSize, (index + 1) * batchSize));
}
