import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'rolldown';

const copySuffix = '?of-other-commands';
const schemas = /client-ec2[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/**
 * Creates a copy of the SDK's only module of schemas, for the EC2 commands that are not for key pairs or tags. Each
 * copy is tree-shaken separately. With a single module, every run would load the response of DescribeInstances (60 kB).
 */
export const schemasOfOtherCommands: Plugin = {
  name: 'schemas-of-other-commands',
  resolveId: {
    filter: { id: /schemas_0$/ },
    async handler(source, importer) {
      if (importer === undefined) return null;
      const command = /client-ec2[\\/]dist-es[\\/]commands[\\/](\w+)\.js$/.exec(importer)?.[1];
      if (command === undefined || /(?:KeyPairs?|Tags)Command$/.test(command)) return null;
      return `${path.resolve(path.dirname(importer), source)}.js${copySuffix}`;
    },
  },
  load: {
    filter: { id: /schemas_0\.js\?of-other-commands$/ },
    async handler(id) {
      const file = id.slice(0, -copySuffix.length);
      if (!schemas.test(file)) throw new Error(`${file} is not the SDK's module of EC2 schemas.`);
      return { code: await readFile(file, 'utf8'), moduleSideEffects: false };
    },
  },
};
