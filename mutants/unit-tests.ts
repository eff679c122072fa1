/** An entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Which entries of `__tests__/unit` test src: every folder named like a folder of src, and every `<name>.test.ts` beside
 * a `<name>.ts` of src.
 *
 * @returns names, sorted; folders end with a slash
 */
export function unitTestsOfSrc(tests: readonly Entry[], src: readonly Entry[]): string[] {
  const folders = new Set(src.filter(({ isFolder }) => isFolder).map(({ name }) => name));
  const files = new Set(src.filter(({ isFolder }) => !isFolder).map(({ name }) => name));
  return tests
    .flatMap(({ name, isFolder }) => {
      if (isFolder) return folders.has(name) ? [`${name}/`] : [];
      return name.endsWith('.test.ts') && files.has(name.replace(/\.test\.ts$/, '.ts')) ? [name] : [];
    })
    .sort();
}
