import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  writeFileSync,
} from 'node:fs';
import { hasCode } from '../../errors.ts';

/** Readable by its owner only, and writable by no one: what `ssh -i` requires. */
const fileMode = 0o400;

/**
 * A new file that is open for writing. All calls are synchronous: there is nothing else to do meanwhile, and starting
 * the thread pool takes longer than the calls.
 */
export class OpenFile {
  readonly path: string;
  #descriptor: number | undefined;

  private constructor(path: string, descriptor: number) {
    this.path = path;
    this.#descriptor = descriptor;
  }

  /** Never opens anything that exists, not even through a link. @throws the file system's error. */
  static create(path: string): OpenFile {
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
    return new OpenFile(path, openSync(path, flags, fileMode));
  }

  /** Asks for the mode, whatever the umask was. Whether the file system obeys shows in `stat()` only. */
  chmod(): void {
    try {
      fchmodSync(this.#open(), fileMode);
    } catch (error) {
      // What file systems without modes answer, even to their owner.
      if (!hasCode(error, 'EPERM', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP')) throw error;
    }
  }

  stat(): BigIntStats {
    return fstatSync(this.#open(), { bigint: true });
  }

  write(text: string): void {
    writeFileSync(this.#open(), text);
  }

  /** Best effort: removes what was written, even if someone moved the file. */
  empty(): void {
    try {
      if (this.#descriptor !== undefined) ftruncateSync(this.#descriptor, 0);
    } catch {
      // The failure that led here is the one to report.
    }
  }

  /** May be repeated. @throws the file system's error: network drives and quotas may report only now that a write failed. */
  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) closeSync(descriptor);
  }

  #open(): number {
    if (this.#descriptor === undefined) throw new Error(`${this.path} is closed`);
    return this.#descriptor;
  }
}
