import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { CommandEffect } from './command-faults.ts';
import type { Machine, ProgramResult } from './machine.ts';

export type InvocationStatus =
  | 'Pending'
  | 'InProgress'
  | 'Cancelling'
  | 'Success'
  | 'Failed'
  | 'TimedOut'
  | 'Cancelled';

/** A command on one machine. */
export class Invocation {
  readonly instanceId: string;
  readonly requestedAt = new Date();
  status: InvocationStatus = 'Pending';
  /** More exact than the status: `DeliveryTimedOut`, `ExecutionTimedOut`, `Undeliverable`. */
  details = 'Pending';
  result: ProgramResult | undefined;
  startedAt: Date | undefined;
  endedAt: Date | undefined;
  /** Settles when nothing more will happen. Rejects if the machine itself fails. */
  readonly course: Promise<void>;
  readonly #machine: Machine;
  readonly #program: string;
  readonly #canceled = new AbortController();

  constructor(machine: Machine, program: string, effect: CommandEffect | undefined) {
    this.instanceId = machine.instanceId;
    this.#machine = machine;
    this.#program = program;
    this.course = this.#take(machine.isReachable ? effect : { kind: 'pending' });
    // Reported when the endpoint closes.
    this.course.catch(() => {});
  }

  get isFinal(): boolean {
    return !['Pending', 'InProgress', 'Cancelling'].includes(this.status);
  }

  /** Has no effect on a command that is over. */
  cancel(): void {
    if (this.isFinal) return;
    this.status = 'Cancelling';
    this.details = 'Cancelling';
    this.#canceled.abort();
  }

  async #take(effect: CommandEffect | undefined): Promise<void> {
    switch (effect?.kind) {
      case undefined:
        return this.#execute();
      case 'pending':
        return this.#untilCanceled();
      case 'in-progress':
        this.#begin();
        if (effect.executed) await this.#run();
        return this.#untilCanceled();
      case 'late':
        if (await this.#isCanceledBefore(effect.until)) return this.#end('Cancelled');
        return this.#execute();
      case 'fail':
        return this.#fail(effect);
      case 'time-out':
        if (effect.executed) await this.#run();
        return this.#end('TimedOut', effect.during === 'delivery' ? 'DeliveryTimedOut' : 'ExecutionTimedOut');
      case 'undeliverable':
        return this.#end('Failed', 'Undeliverable');
      case 'output':
        return this.#execute((output) => effect.change(output));
      case 'executed-after-cancel':
        await this.#isCanceledBefore(new Promise(() => {}));
        await this.#machine.run(this.#program, new AbortController().signal);
        return this.#end('Cancelled');
    }
  }

  async #execute(change = (output: string) => output): Promise<void> {
    this.#begin();
    const result = await this.#run();
    this.result = { ...result, output: change(result.output) };
    this.#end(this.#canceled.signal.aborted ? 'Cancelled' : result.code === 0 ? 'Success' : 'Failed');
  }

  async #fail({ executed, output = '', code = 1 }: Extract<CommandEffect, { kind: 'fail' }>): Promise<void> {
    this.#begin();
    this.result = executed ? { ...(await this.#run()), code } : { code, output };
    this.#end('Failed');
  }

  async #run(): Promise<ProgramResult> {
    return this.#machine.run(this.#program, this.#canceled.signal);
  }

  async #untilCanceled(): Promise<void> {
    await this.#isCanceledBefore(new Promise(() => {}));
    this.#end('Cancelled');
  }

  async #isCanceledBefore(moment: number | Promise<unknown>): Promise<boolean> {
    const { signal } = this.#canceled;
    const canceled = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const timer = new AbortController();
    const reached =
      typeof moment === 'number' ? wait(moment, undefined, { signal: timer.signal }).catch(() => {}) : moment;
    await Promise.race([canceled, reached]);
    timer.abort();
    return signal.aborted;
  }

  #begin(): void {
    this.startedAt = new Date();
    this.#set('InProgress');
  }

  #end(status: InvocationStatus, details: string = status): void {
    this.endedAt = new Date();
    this.#set(status, details);
  }

  #set(status: InvocationStatus, details: string = status): void {
    this.status = status;
    this.details = details;
  }
}

/** What SendCommand sent to one machine or several. */
export interface SentCommand {
  readonly id: string;
  readonly documentName: string;
  readonly comment: string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly timeoutSeconds: number;
  readonly requestedAt: Date;
  readonly invocations: readonly Invocation[];
  /** So many reads do not show its invocations yet. */
  hiddenReads: number;
}

export function newCommandId(): string {
  return randomUUID();
}

/** The status of a command as a whole (Systems Manager user guide, "Understanding command statuses"). */
export function statusOf({ invocations }: SentCommand): InvocationStatus {
  const all = invocations.map(({ status }) => status);
  const first = (['Cancelling', 'InProgress', 'Pending'] as const).find((status) => all.includes(status));
  if (first !== undefined) return first;
  return (['Cancelled', 'Failed', 'TimedOut'] as const).find((status) => all.includes(status)) ?? 'Success';
}
