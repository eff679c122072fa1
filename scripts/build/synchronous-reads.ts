import type { Plugin } from 'rolldown';

const asynchronousRead = 'import { readFile as fsReadFile } from "node:fs/promises";';
const synchronousRead = `\
import { readFileSync } from "node:fs";
const fsReadFile = async (path, encoding) => readFileSync(path, encoding);`;

/**
 * Makes the SDK read the user's AWS configuration synchronously. For asynchronous reads, Node loads `fs/promises` and
 * starts a thread pool, which takes longer than signing a request, and there is nothing else to do meanwhile.
 */
export const synchronousReads: Plugin = {
  name: 'synchronous-reads',
  transform: {
    filter: { id: /[\\/]shared-ini-file-loader[\\/]readFile\.js$/ },
    handler(code) {
      if (!code.includes(asynchronousRead))
        throw new Error('The SDK now reads its configuration differently.');
      return { code: code.replace(asynchronousRead, synchronousRead), map: null };
    },
  },
};
