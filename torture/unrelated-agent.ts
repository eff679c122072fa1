import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addKey, addNewKey, keysIn, removeAllKeys, setLock, sshProgram } from './ssh-programs.ts';

/** Milliseconds between looks at a new agent, and how many there are. */
const pause = 10;
const maxLooks = 1_000;

/** The agent of another user, or of an earlier step, with a key that a job must leave in it. */
export class UnrelatedAgent {
  readonly socket: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #keys = new Set<string>();
  #isLocked = false;
  #isSuspended = false;

  private constructor(folder: string, socket: string, process: ChildProcess) {
    this.#folder = folder;
    this.socket = socket;
    this.#process = process;
  }

  static async start(folder: string): Promise<UnrelatedAgent> {
    mkdirSync(folder);
    const socket = path.join(folder, 'socket');
    const child = spawn(sshProgram('ssh-agent'), ['-D', '-a', socket], { stdio: 'ignore' });
    for (let looks = 0; looks < maxLooks && !existsSync(socket); looks += 1) await wait(pause);
    const agent = new UnrelatedAgent(folder, socket, child);
    agent.addAnother();
    return agent;
  }

  /** The keys that must stay in the agent, as in `ssh-rsa AAAA…`. */
  get keys(): string[] {
    return [...this.#keys];
  }

  /** Adds a key that must stay in the agent. */
  add(file: string): void {
    const before = new Set(keysIn(this.socket));
    addKey(this.socket, file);
    for (const key of keysIn(this.socket)) if (!before.has(key)) this.#keys.add(key);
  }

  /** Adds a new key that must stay in the agent. */
  addAnother(): void {
    const before = new Set(keysIn(this.socket));
    addNewKey(this.socket, path.join(this.#folder, `key-${this.#keys.size}`));
    for (const key of keysIn(this.socket)) if (!before.has(key)) this.#keys.add(key);
  }

  /** Removes all keys, as a later step may. */
  empty(): void {
    removeAllKeys(this.socket);
    this.#keys.clear();
  }

  lock(): void {
    setLock(this.socket, '-x', this.#folder);
    this.#isLocked = true;
  }

  /** Keeps the process from answering. */
  suspend(): void {
    this.#process.kill('SIGSTOP');
    this.#isSuspended = true;
  }

  /** Unlocks and resumes the agent, so that its keys can be seen. */
  recover(): void {
    this.#process.kill('SIGCONT');
    this.#isSuspended = false;
    if (this.#isLocked) setLock(this.socket, '-X', this.#folder);
    this.#isLocked = false;
  }

  /** Keys that must not be in the agent after the job. */
  addedKeys(): string[] {
    // It would not answer.
    if (this.#isSuspended) return [];
    return keysIn(this.socket).filter((key) => !this.#keys.has(key));
  }

  /** What happened to the agent that must not happen, as sentences. */
  touched(): string[] {
    if ((this.#process.exitCode ?? this.#process.signalCode) !== null)
      return ["another user's agent was ended"];
    const keys = keysIn(this.socket);
    const lost = [...this.#keys].filter((key) => !keys.includes(key));
    return lost.map(() => "another user's key was removed from their agent");
  }

  end(): void {
    this.#process.kill('SIGKILL');
  }
}
