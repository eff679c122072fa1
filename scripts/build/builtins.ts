import { builtinModules } from 'node:module';
import type { Plugin } from 'rolldown';

/**
 * Loads Node's modules with `process.getBuiltinModule`. An `import` would also read properties that Node loads only when
 * they are used: `import 'node:http'` loads undici, which takes as long as the rest of a step.
 */
export const builtins: Plugin = {
  name: 'builtins',
  renderChunk: (code) => ({ code: loadedByName(code), map: null }),
};

/** A static import, as rolldown writes it. */
const statement = /^import (?:\* as ([\w$]+)|([\w$]+)?(?:, )?(?:\{ (.+) \})?) from "(?:node:)?([\w/]+)";$/gm;
/** Names that Node loads only when they are used, but that every chunk that imports them does use. */
const neededAnyway = new Set(['fs: promises', 'net: BlockList']);
const dynamicImport = /\bimport\("(?:node:)?([\w/]+)"\)/g;

/**
 * Replaces all imports of Node's modules, as rolldown writes them.
 *
 * @throws Error if the code imports a name that Node loads only when it is used.
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
  throw new Error(
    `Node loads ${name} of node:${module} only when it is used, so no chunk may import it by name.`,
  );
}
