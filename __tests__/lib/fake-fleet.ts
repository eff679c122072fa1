import { createHash } from 'node:crypto';
import type { Fleet } from '../../src/instances/fleet.ts';
import type { Outcome } from '../../src/instances/outcome.ts';
import type { Instance } from '../../src/instances/reach.ts';
import type { CommandRun } from '../../src/instances/runs.ts';
import type { PublicKey } from '../../src/keys/public-key.ts';

interface FakeMachine {
  /** Digests of the keys in its only file. */
  readonly keys: Set<string>;
  unreachable?: string | undefined;
}

/** What goes wrong with a command: on all machines, before it runs or after it; or on some of them. */
type CommandFault =
  | { readonly instead: Error }
  | { readonly afterwards: Error }
  | { readonly outcomes: Readonly<Record<string, Outcome>> };

type Command = 'add' | 'remove';

/** Machines with one file each, and commands that run at once. */
export class FakeFleet implements Fleet {
  readonly machines = new Map<string, FakeMachine>();
  /** One fault for each command, in order. */
  readonly faults: Record<Command, (CommandFault | undefined)[]> = { add: [], remove: [] };
  /** Machines where an earlier command cannot be stopped. */
  busy: readonly string[] = [];
  readonly #happens: (event: string) => void;

  constructor(happens: (event: string) => void = () => {}) {
    this.#happens = happens;
  }

  /** Adds machines that accept a key. */
  launch(key: PublicKey, ...ids: readonly string[]): void {
    for (const id of ids) this.machines.set(id, { keys: new Set([this.digestOf(key)]) });
  }

  /** Which of the keys each machine accepts, by its index. */
  accepted(...keys: readonly (PublicKey | undefined)[]): Record<string, number[]> {
    const digests = keys.map((key) => key && this.digestOf(key));
    return Object.fromEntries(
      [...this.machines].map(([id, machine]) => [
        id,
        digests.flatMap((digest, index) => (digest !== undefined && machine.keys.has(digest) ? [index] : [])),
      ]),
    );
  }

  digestOf({ blob }: PublicKey): string {
    return createHash('sha256').update(blob.toString('base64')).digest('hex');
  }

  async find(): Promise<Instance[]> {
    this.#happens('find instances');
    return [...this.machines].map(([instanceId, { unreachable }]) => ({ instanceId, unreachable }));
  }

  async requireReadable(): Promise<void> {
    this.#happens('look for commands');
  }

  async add(
    { oldDigest, newKey }: { readonly oldDigest: string; readonly newKey: PublicKey },
    ids: readonly string[],
    run: CommandRun,
  ): Promise<Map<string, Outcome>> {
    if (oldDigest === this.digestOf(newKey)) throw new RangeError('The new key is the old key');
    return this.#run('add', ids, run, ({ keys }) => {
      if (!keys.has(oldDigest)) return { is: 'done', found: 0, changed: 0 };
      keys.add(this.digestOf(newKey));
      return { is: 'done', found: 1, changed: 1 };
    });
  }

  async remove(
    { digest, remainingDigest }: { readonly digest: string; readonly remainingDigest: string },
    ids: readonly string[],
    run: CommandRun,
  ): Promise<Map<string, Outcome>> {
    if (digest === remainingDigest) throw new RangeError('The key cannot be removed and remain');
    return this.#run('remove', ids, run, ({ keys }) => {
      if (!keys.has(digest)) return { is: 'done', found: 0, changed: 0 };
      if (!keys.has(remainingDigest)) return { is: 'failed', why: 'has no other key' };
      keys.delete(digest);
      return { is: 'done', found: 1, changed: 1 };
    });
  }

  async stop(): Promise<readonly string[]> {
    this.#happens('stop commands');
    return this.busy;
  }

  #run(
    command: Command,
    ids: readonly string[],
    { onMayRun, onSent }: CommandRun,
    change: (machine: FakeMachine) => Outcome,
  ): Map<string, Outcome> {
    this.#happens(`${command} on ${ids.join(' ')}`);
    const fault = this.faults[command].shift();
    if (fault !== undefined && 'instead' in fault) throw fault.instead;
    onMayRun?.(ids);
    onSent?.(ids, 'c0ffee');
    const given = fault !== undefined && 'outcomes' in fault ? fault.outcomes : {};
    const outcomes = new Map<string, Outcome>();
    for (const id of ids) {
      const machine = this.machines.get(id);
      if (machine === undefined) throw new Error(`no machine ${id}`);
      outcomes.set(id, given[id] ?? change(machine));
    }
    if (fault !== undefined && 'afterwards' in fault) throw fault.afterwards;
    return outcomes;
  }
}
