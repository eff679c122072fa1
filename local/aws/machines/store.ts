import type { SentCommand } from './command.ts';
import { Invocation, newCommandId } from './command.ts';
import type { CommandFaults } from './command-faults.ts';
import type { Machine } from './machine.ts';

/** What SendCommand asks for. */
export type CommandRequest = Pick<SentCommand, 'documentName' | 'comment' | 'parameters' | 'timeoutSeconds'>;

/** The instances of one account and Region, and the commands that were sent to them. */
export class MachineStore {
  readonly #faults: CommandFaults;
  readonly #machines = new Map<string, Machine>();
  readonly #commands: SentCommand[] = [];

  constructor(faults: CommandFaults) {
    this.#faults = faults;
  }

  /** @throws RangeError if the ID already exists. */
  add(machine: Machine): void {
    if (this.#machines.has(machine.instanceId)) {
      throw new RangeError(`Instance ${machine.instanceId} already exists`);
    }
    this.#machines.set(machine.instanceId, machine);
  }

  all(): readonly Machine[] {
    return [...this.#machines.values()];
  }

  find(instanceId: string): Machine | undefined {
    return this.#machines.get(instanceId);
  }

  /** The newest first, as ListCommands shows them. */
  commands(): readonly SentCommand[] {
    return this.#commands.toReversed();
  }

  /** The invocations that a read shows: none at first, if a test wants that. */
  invocationsOf(command: SentCommand): readonly Invocation[] {
    if (command.hiddenReads === 0) return command.invocations;
    command.hiddenReads -= 1;
    return [];
  }

  /** Starts a command on all machines at once. */
  send(machines: readonly Machine[], request: CommandRequest): SentCommand {
    const program = (request.parameters['commands'] ?? []).join('\n');
    const command: SentCommand = {
      ...request,
      id: newCommandId(),
      requestedAt: new Date(),
      hiddenReads: this.#faults.hiddenReads,
      invocations: machines.map(
        (machine) => new Invocation(machine, program, this.#faults.take(machine.instanceId, program)),
      ),
    };
    this.#commands.push(command);
    return command;
  }
}
