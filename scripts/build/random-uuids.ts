import type { Plugin } from 'rolldown';

const byRandomValues =
  /^import \{ getRandomValues \} from "node:crypto";$|^const _getRandomValues = .*$|bindV4\(_getRandomValues\)/gm;
const replacements = ['import { randomUUID } from "node:crypto";', '', '() => randomUUID()'];

/**
 * Lets the SDK take random UUIDs from node:crypto. It would take them from the global `crypto`, for which Node loads the Web
 * Crypto API.
 */
export const randomUuids: Plugin = {
  name: 'random-uuids',
  transform: {
    filter: { id: /[\\/]submodules[\\/]serde[\\/]index\.js$/ },
    handler(code) {
      let replaced = 0;
      const changed = code.replace(byRandomValues, () => replacements[replaced++] ?? '');
      if (replaced !== replacements.length) throw new Error('The SDK now generates UUIDs differently.');
      return { code: changed, map: null };
    },
  },
};
