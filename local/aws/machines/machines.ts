import type { SentCommand } from './command.ts';
import type { CommandFaults } from './command-faults.ts';
import { Machine, type MachineSeed } from './machine.ts';
import type { MachineStore } from './store.ts';

const DEFAULT_REGION = 'eu-west-1';

/** What a test does with instances and with what Systems Manager sends to them. */
export class Machines {
  readonly faults: CommandFaults;
  readonly #storeOf: (region: string, accountId: string | undefined) => MachineStore;
  readonly #stores = new Set<MachineStore>();

  constructor(
    faults: CommandFaults,
    storeOf: (region: string, accountId: string | undefined) => MachineStore,
  ) {
    this.faults = faults;
    this.#storeOf = storeOf;
  }

  /** Adds an instance as if it had been launched before the test began. @throws RangeError if the ID already exists. */
  add(seed: MachineSeed = {}): Machine {
    const machine = new Machine(seed);
    const store = this.#storeOf(seed.region ?? DEFAULT_REGION, seed.accountId);
    store.add(machine);
    this.#stores.add(store);
    return machine;
  }

  /** All commands that were sent, the oldest first. */
  commands(): readonly SentCommand[] {
    return [...this.#stores]
      .flatMap((store) => store.commands())
      .sort((left, right) => left.requestedAt.getTime() - right.requestedAt.getTime());
  }

  /** Cancels everything, and waits for programs that are running. Rejects if a machine has failed. */
  async end(): Promise<void> {
    const invocations = this.commands().flatMap((command) => command.invocations);
    for (const invocation of invocations) invocation.cancel();
    await Promise.all(invocations.map(({ course }) => course));
  }
}
