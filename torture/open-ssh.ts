import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { keysIn, sshProgram } from './ssh-programs.ts';
import { UnrelatedAgent } from './unrelated-agent.ts';

/** An agent that runs, as its arguments show. */
export interface Agent {
  readonly pid: number;
  readonly socket: string;
}

type Program = 'ssh-add' | 'ssh-agent';

const runReal = () => `exec '${sshProgram('ssh-add')}' "$@"`;

/**
 * OpenSSH of this machine, for the jobs of one environment. What the action passes to its programs is noted, and they can be
 * replaced by others that fail.
 */
export class OpenSsh {
  /** The folder of the programs, for PATH. */
  readonly bin: string;
  readonly #folder: string;
  readonly #notes: string;
  #unrelated: UnrelatedAgent | undefined;
  #isNamed = false;

  constructor(folder: string) {
    this.#folder = folder;
    this.bin = path.join(folder, 'bin');
    this.#notes = path.join(folder, 'notes');
    mkdirSync(this.bin, { recursive: true });
    writeFileSync(this.#notes, '');
    this.#restore();
  }

  /** The agent that jobs must leave as it is, if there is one. */
  get unrelated(): UnrelatedAgent | undefined {
    return this.#unrelated;
  }

  /** The variables of the runner: they name the agent that jobs use. */
  get variables(): Readonly<Record<string, string>> {
    return this.#isNamed && this.#unrelated !== undefined ? { SSH_AUTH_SOCK: this.#unrelated.socket } : {};
  }

  /** An agent that jobs use. */
  async startUnrelatedAgent(): Promise<UnrelatedAgent> {
    this.#isNamed = true;
    return this.startBystander();
  }

  /** An agent that no one tells jobs of, unless there is one already. */
  async startBystander(): Promise<UnrelatedAgent> {
    this.#unrelated ??= await UnrelatedAgent.start(path.join(this.#folder, 'agent'));
    return this.#unrelated;
  }

  /** Replaces a program by shell commands. */
  replace(program: Program, commands: string): void {
    const file = path.join(this.bin, program);
    this.remove(program);
    const note = `/bin/cat "/proc/$$/cmdline" "/proc/$$/environ" >> '${this.#notes}'`;
    writeFileSync(file, `#!/bin/sh\n${note}\n${commands}\n`);
    chmodSync(file, 0o755);
  }

  /** Does something else when a key is added, which comes from standard input. */
  replaceAdding(commands: string): void {
    this.replace('ssh-add', `case "$*" in *' -') ${commands} ;; esac\n${runReal()}`);
  }

  remove(program: Program): void {
    rmSync(path.join(this.bin, program), { force: true });
  }

  /** Undoes what was done to the programs and to the agent of another user, so that what is left can be seen. */
  recover(): void {
    this.#restore();
    this.#unrelated?.recover();
  }

  /** Notes the arguments and the environment of the agents that run. */
  noteAgents(): void {
    for (const { pid } of this.agentsOfActions()) {
      appendFileSync(this.#notes, readProcess(pid, 'cmdline') + readProcess(pid, 'environ'));
    }
  }

  /** The arguments and variables of all programs that the action started, each with a zero at its end. */
  notes(): string {
    return readFileSync(this.#notes, 'utf8');
  }

  /** Agents that the action started, and that run. */
  agentsOfActions(): Agent[] {
    const root = path.dirname(this.#folder);
    return agents().filter(
      ({ socket }) => socket.startsWith(`${root}/`) && socket !== this.#unrelated?.socket,
    );
  }

  /** The keys that actions added to agents, as in `ssh-rsa AAAA…`. */
  addedKeys(): string[] {
    const own = this.agentsOfActions().flatMap(({ socket }) => keysIn(socket));
    return [...own, ...(this.#unrelated?.addedKeys() ?? [])];
  }

  /** Ends all agents. */
  close(): void {
    this.#unrelated?.end();
    for (const { pid } of this.agentsOfActions()) process.kill(pid, 'SIGKILL');
  }

  #restore(): void {
    this.replace('ssh-add', runReal());
    this.remove('ssh-agent');
    // Not a script: the arguments of an agent must be those of `ssh-agent`.
    symlinkSync(sshProgram('ssh-agent'), path.join(this.bin, 'ssh-agent'));
  }
}

/** Processes that were started as the action starts an agent, whatever program they run. None except on Linux. */
function agents(): Agent[] {
  const all = existsSync('/proc') ? readdirSync('/proc').map(Number).filter(Number.isInteger) : [];
  return all.flatMap((pid) => {
    const args = readProcess(pid, 'cmdline').split('\0');
    const socket = args[args.indexOf('-a') + 1];
    return args.includes('-a') && socket?.endsWith('/socket') === true ? [{ pid, socket }] : [];
  });
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
