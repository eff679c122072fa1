import { fileURLToPath } from 'node:url';

/** The environment that preloads one of the programs beside this file into every Node process of a job. */
export function preload(program: 'full-disk' | 'record-loaded'): { NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import "${fileURLToPath(new URL(`${program}.ts`, import.meta.url))}"` };
}
