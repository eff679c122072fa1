/**
 * Preloaded into main (`--import`): what FULL_DISK names takes nothing any more, be it the runner's file
 * (GITHUB_OUTPUT, GITHUB_STATE) or standard output.
 */
import { closeSync, openSync } from 'node:fs';

const { FULL_DISK: target = '' } = process.env;
if (process.argv[1]?.endsWith('main.js')) {
  if (target === 'stdout') {
    closeSync(1);
    // The lowest number that is free.
    openSync('/dev/full', 'w');
  } else process.env[target] = '/dev/full';
}
