/**
 * Preloaded (`--import`): in one program of the action, no lookup of a name ever ends, and each blocks a thread as
 * getaddrinfo(3) does: it opens a pipe that no one writes to.
 */
import dns from 'node:dns';
import { open } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const { HELD_PROGRAM: program, HELD_PIPE: pipe = '' } = process.env;
if (path.basename(process.argv[1] ?? '') === program) {
  Object.assign(dns, { lookup: () => open(pipe, 'r', () => {}) });
  syncBuiltinESMExports();
}
