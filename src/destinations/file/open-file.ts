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

/** Readable by its owner only, and writable by no one: what `ssh -i` requires. */
const fileMode = 0o400;

/** No descriptor: every call with it fails. */
const closed = -1;

/**
 * A new file that is open for writing. All calls are synchronous: there is nothing else to do meanwhile, and starting
 * the thread pool takes longer than the calls.
 */
export class OpenFile {
  readonly path: string;
  #descriptor: number;

  private constructor(path: string, descriptor: number) {
    this.path = path;
    this.#descriptor = descriptor;
  }

  /** Never opens anything that exists, not even through a link. @throws the file system's error. */
  static create(path: string): OpenFile {
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;
    return new OpenFile(path, openSync(path, flags, fileMode));
  }

  /** Asks for the mode, whatever the umask was. Only `stat()` shows what the file system made of that. */
  chmod(): void {
    try {
      fchmodSync(this.#descriptor, fileMode);
    } catch {
      // What some file systems without modes answer, even to the owner.
    }
  }

  stat(): BigIntStats {
    return fstatSync(this.#descriptor, { bigint: true });
  }

  write(text: string): void {
    writeFileSync(this.#descriptor, text);
  }

  /** Best effort: removes what was written, even if someone moved the file. */
  empty(): void {
    try {
      ftruncateSync(this.#descriptor, 0);
    } catch {
      // The failure that led here is the one to report.
    }
  }

  /** May be repeated. @throws the file system's error: network drives and quotas may report only now that a write failed. */
  close(): void {
    if (this.#descriptor === closed) return;
    const descriptor = this.#descriptor;
    this.#descriptor = closed;
    closeSync(descriptor);
  }

  /** Closes a file that is not used: nothing was written, so an error means nothing. */
  abandon(): void {
    try {
      this.close();
    } catch {
      // See above.
    }
  }
}
