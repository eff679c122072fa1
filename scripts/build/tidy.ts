/**
 * Removes comments from bundled code that do not help a reader: file names of packages, except for the package name where its
 * code starts. File names of src are kept.
 */
export function tidy(code: string): string {
  let last: string | undefined;
  return code.replace(
    /^\/\/ (?:src\/|node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\/).*\n/gm,
    (line, from?: string) => {
      const again = from !== undefined && from === last;
      last = from;
      if (from === undefined) return line;
      return again ? '' : `// ${from}\n`;
    },
  );
}
