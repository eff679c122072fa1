import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';
import type { InputTable } from '../../src/inputs/table.ts';

/**
 * Removes the descriptions from the table of inputs. action.yml and the README are generated from them, but no step
 * needs them. The module exports only plain data.
 */
export const inputRulesOnly: Plugin = {
  name: 'input-rules-only',
  load: {
    filter: { id: /[\\/]src[\\/]inputs[\\/]table\.ts$/ },
    async handler(id) {
      const exported: Record<string, unknown> = await import(pathToFileURL(path.resolve(id)).href);
      const code = Object.entries(exported).map(([name, value]) => {
        const kept = name === 'inputTable' ? withoutDescriptions(value as InputTable) : value;
        return `export const ${name} = ${JSON.stringify(kept, null, 2)};\n`;
      });
      return { code: code.join('\n'), moduleType: 'js', moduleSideEffects: false };
    },
  },
};

function withoutDescriptions(table: InputTable): object {
  return Object.fromEntries(
    Object.entries(table).map(([name, { description: _, fallback: __, ...rule }]) => [name, rule]),
  );
}
