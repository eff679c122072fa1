import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { partOf, type Trap } from './trap.ts';

const writeSync = fs.writeSync.bind(fs);

/** Traps the calls of node:fs/promises that change something, and those of the files it opens. */
export function trapPromises(trap: Trap): void {
  promises.open = trappedOpen(trap);
  for (const name of ['link', 'unlink', 'mkdir', 'rmdir', 'writeFile', 'appendFile'] as const) {
    const call = promises[name].bind(promises) as (...values: unknown[]) => Promise<unknown>;
    Object.assign(promises, {
      [name]: (...values: unknown[]) => trap.later({ label: name }, () => call(...values)),
    });
  }
}

function trappedOpen(trap: Trap): typeof promises.open {
  const open = promises.open.bind(promises);
  return async (file, flags, mode) => {
    const writes = typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
    if (!writes) return open(file, flags, mode);
    const label = (flags & fs.constants.O_TRUNC) === 0 ? 'open' : 'truncate';
    return trappedHandle(trap, await trap.later({ label }, () => open(file, flags, mode)));
  };
}

function trappedHandle(trap: Trap, handle: FileHandle): FileHandle {
  const chmod = handle.chmod.bind(handle);
  const writeFile = handle.writeFile.bind(handle);
  const sync = handle.sync.bind(handle);
  handle.chmod = (mode) => trap.later({ label: 'chmod' }, () => chmod(mode));
  handle.sync = () => trap.later({ label: 'sync' }, sync);
  handle.writeFile = (data, options) => {
    const tear = (share: number) => writeSync(handle.fd, partOf(String(data), share));
    return trap.later({ label: 'write key', tear }, () => writeFile(data, options));
  };
  return handle;
}
