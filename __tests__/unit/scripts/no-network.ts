import { writeSync } from 'node:fs';
import https from 'node:https';

/** Preloaded (`--import`): prints the host of the program's first HTTPS request to stderr, and ends the program instead. */
https.request = ((options: { readonly host: string }) => {
  writeSync(2, `would call ${options.host}\n`);
  process.kill(process.pid, 'SIGKILL');
}) as typeof https.request;
