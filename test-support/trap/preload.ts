/** Preloaded (`--import`) into the Node processes of a job: sets a trap in main and post, and in nothing else. */
import path from 'node:path';
import { trapVariables } from './environment.ts';
import type { TrapOrder } from './order.ts';

const { main, post } = trapVariables;
const variable = { 'main.js': main, 'post.js': post }[path.basename(process.argv[1] ?? '')];
const order = variable === undefined ? undefined : process.env[variable];
if (order !== undefined && order !== '') {
  // Most jobs have one in main or in post: the other process need not load it.
  const { setTrap } = await import('./set-trap.ts');
  setTrap(JSON.parse(order) as TrapOrder);
}
