import { writeSync } from 'node:fs';
import https from 'node:https';

/** Preloaded (`--import`): says on stderr whom a program would call by https, and ends it before it does. */
https.request = ((options: { readonly host: string }) => {
  writeSync(2, `would call ${options.host}\n`);
  process.kill(process.pid, 'SIGKILL');
}) as typeof https.request;
