/** All that a chunk consists of if it only exports what another one holds, which also imports what this one does. */
const facade = /^(?:import "\.\/[\w-]+\.js";\n)*export \{ [\w$]+(?:, [\w$]+)* \} from "(\.\/[\w-]+\.js)";\n$/;

/**
 * Removes chunks that only export, under the same names, what another chunk holds, and imports that one instead. rolldown
 * adds one for each module that is loaded with `import()` and shares its chunk, and loading a file costs more than reading it.
 *
 * @param files - Contents of chunks, by their names.
 */
export function withoutFacades(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = new Map(
    [...files].flatMap(([name, code]) => {
      const target = facade.exec(code)?.[1];
      return target === undefined ? [] : [[`./${name}`, target]];
    }),
  );
  const others = [...files].filter(([name]) => !targets.has(`./${name}`));
  return new Map(
    others.map(([name, code]) => [
      name,
      code.replace(/\bimport\("(\.\/[\w-]+\.js)"\)/g, (whole, from) =>
        targets.has(from) ? `import("${targets.get(from)}")` : whole,
      ),
    ]),
  );
}
