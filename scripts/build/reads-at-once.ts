import type { Plugin } from 'rolldown';

const promised = 'import { readFile as fsReadFile } from "node:fs/promises";';
const atOnce = `\
import { readFileSync } from "node:fs";
const fsReadFile = async (path, encoding) => readFileSync(path, encoding);`;

/**
 * Lets the SDK read the user's AWS configuration at once. It reads those two small files when there is nothing else to
 * do, and by promises: for that Node loads `fs/promises` and starts a pool of threads, which together take longer than
 * to sign a request.
 */
export const readsAtOnce: Plugin = {
  name: 'reads-at-once',
  transform: {
    filter: { id: /[\\/]shared-ini-file-loader[\\/]readFile\.js$/ },
    handler(code) {
      if (!code.includes(promised)) throw new Error('The SDK reads its configuration in another way now.');
      return { code: code.replace(promised, atOnce), map: null };
    },
  },
};
