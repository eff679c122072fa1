import { randomBytes } from 'node:crypto';
import { type AuthorizedKeysFiles, runModel } from './authorized-keys.ts';

export type MachineState = 'pending' | 'running' | 'stopping' | 'stopped' | 'shutting-down' | 'terminated';

/** What a program printed, and its exit code. */
export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a shell program on a machine. The signal kills it. */
export type RunsPrograms = (program: string, signal: AbortSignal) => Promise<ProgramResult> | ProgramResult;

/** An instance to add, as if it had been launched before the test began. */
export interface MachineSeed {
  /** Default: eu-west-1. */
  readonly region?: string;
  /** Default: the first account. */
  readonly accountId?: string;
  /** Default: a random one. */
  readonly instanceId?: string;
  /** Machines of one RunInstances request have the same one. Default: another one for each machine. */
  readonly reservationId?: string;
  /** Undefined if it was launched without a key pair. */
  readonly keyName?: string;
  /** Default: running. */
  readonly state?: MachineState;
  /** What Systems Manager knows: an agent that answers (the default), one that no longer does, or none. */
  readonly managed?: 'online' | 'lost' | 'no';
  /** Default: Linux. */
  readonly platform?: 'Linux' | 'Windows';
  /** The text of each authorized_keys file, for a machine in memory. Default: none. */
  readonly files?: Readonly<Record<string, string>>;
  /** How it runs programs. Default: a model that edits `files` as the action's programs do. */
  readonly run?: RunsPrograms;
}

/** An instance. A test can change its state while it exists. */
export class Machine {
  readonly instanceId: string;
  readonly reservationId: string;
  readonly keyName: string | undefined;
  readonly platform: 'Linux' | 'Windows';
  readonly launchTime = new Date();
  /** Only of a machine in memory. */
  readonly files: AuthorizedKeysFiles;
  state: MachineState;
  managed: 'online' | 'lost' | 'no';
  readonly #run: RunsPrograms;

  constructor(seed: MachineSeed) {
    const id = () => `0${randomBytes(8).toString('hex')}`;
    this.instanceId = seed.instanceId ?? `i-${id()}`;
    this.reservationId = seed.reservationId ?? `r-${id()}`;
    this.keyName = seed.keyName;
    this.platform = seed.platform ?? 'Linux';
    this.state = seed.state ?? 'running';
    this.managed = seed.managed ?? 'online';
    this.files = new Map(Object.entries(seed.files ?? {}));
    this.#run = seed.run ?? ((program) => runModel(program, this.files));
  }

  /** Whether its agent gets commands now. */
  get isReachable(): boolean {
    return this.managed === 'online' && this.state === 'running';
  }

  async run(program: string, signal: AbortSignal): Promise<ProgramResult> {
    return this.#run(program, signal);
  }

  /** Whether a file of a machine in memory has a key, by its base64 text. */
  accepts(blob: string): boolean {
    return [...this.files.values()].some((text) => text.split(/\s/).includes(blob));
  }
}
