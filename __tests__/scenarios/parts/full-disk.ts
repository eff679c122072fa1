/**
 * Preloaded into main (`--import`): what FULL_DISK names takes nothing any more, be it the runner's file
 * (GITHUB_OUTPUT, GITHUB_STATE) or standard output. Only Linux has /dev/full, so the calls fail as they do there.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FULL_DISK: target = '' } = process.env;
const append = fs.appendFileSync;

function noSpace(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
}

if (process.argv[1]?.endsWith('main.js')) {
  if (target === 'stdout') {
    process.stdout.write = (_: string | Uint8Array, ...rest: unknown[]) => {
      const told = rest.find((value): value is (error: Error) => void => typeof value === 'function');
      process.nextTick(() => told?.(noSpace()));
      process.stdout.destroy(noSpace());
      return false;
    };
  } else {
    fs.appendFileSync = (file, ...rest) => {
      if (file === process.env[target]) throw noSpace();
      append(file, ...rest);
    };
    syncBuiltinESMExports();
  }
}
