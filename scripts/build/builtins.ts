import { builtinModules } from 'node:module';
import type { Plugin } from 'rolldown';

/**
 * Loads Node's modules with `process.getBuiltinModule`. `import` also reads every property of a module that Node would load
 * when it is used: `import 'node:http'` loads undici, which takes as long as the rest of a step.
 */
export const builtins: Plugin = {
  name: 'builtins',
  renderChunk: (code) => ({ code: loadedByName(code), map: null }),
};

const statement = /^import (?:\* as ([\w$]+)|([\w$]+)?(?:, )?(?:\{ (.+) \})?) from "(?:node:)?([\w/]+)";$/gm;
/** Names that Node loads when they are read, in chunks that use them whenever they are loaded. */
const neededAnyway = new Set(['fs: promises', 'net: BlockList']);
const dynamicImport = /\bimport\("(?:node:)?([\w/]+)"\)/g;

/**
 * Replaces all imports of Node's modules, as rolldown writes them.
 *
 * @throws Error if a name is imported whose value Node loads when it is read.
 */
export function loadedByName(code: string): string {
  return code
    .replace(statement, (_, namespace, byDefault, names, module) => {
      const whole: string | undefined = namespace ?? byDefault;
      const loaded = load(module);
      if (names === undefined) return `const ${whole} = ${loaded};`;
      const own = names.split(', ').map((name: string) => name.split(' as '));
      for (const [name] of own) refuseLazy(module, name);
      const destructured = `const { ${own.map((pair: string[]) => pair.join(': ')).join(', ')} }`;
      return whole === undefined
        ? `${destructured} = ${loaded};`
        : `const ${whole} = ${loaded};\n${destructured} = ${whole};`;
    })
    .replace(dynamicImport, (_, module) => `Promise.resolve(${load(module)})`);
}

function load(module: string): string {
  if (!builtinModules.includes(module)) throw new Error(`${module} is not one of Node's modules.`);
  return `process.getBuiltinModule("node:${module}")`;
}

function refuseLazy(module: string, name: string): void {
  if (neededAnyway.has(`${module}: ${name}`)) return;
  const exported: object = process.getBuiltinModule(`node:${module}`) ?? {};
  if (Object.getOwnPropertyDescriptor(exported, name)?.get === undefined) return;
  throw new Error(`Node loads ${name} of node:${module} when it is read, so no chunk may import it by name.`);
}
