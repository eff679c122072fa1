import { readFile } from 'node:fs/promises';
import type { Plugin } from 'rolldown';

const registration = /^\w+\.registerError\(\w+\$, \w+\);$/gm;

/**
 * Removes the classes of all errors that Systems Manager and Secrets Manager can answer with: 141 for the former, most of
 * them of other calls. Without its class, an error still has its name and message, which is all that the action reads, as
 * with EC2, whose errors have no classes.
 */
export const noErrorClasses: Plugin = {
  name: 'no-error-classes',
  load: {
    filter: { id: /client-(?:ssm|secrets-manager)[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ },
    async handler(id) {
      const code = await readFile(id, 'utf8');
      const rest = code.replace(registration, (line) => (line.includes('ServiceException$') ? line : ''));
      if (rest === code) throw new Error(`${id} registers its errors differently.`);
      return { code: rest, moduleSideEffects: false };
    },
  },
};
