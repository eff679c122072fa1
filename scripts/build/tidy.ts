/**
 * Takes out of packed code the comments that tell a reader nothing: webpack's marks of what it made itself, and
 * the file that each piece of a package is from, where the piece before is from the same package. They are a
 * tenth of what every run reads. The files of src stay named. Node's own modules are asked for by name: a
 * `require` made for each of them takes longer than what it is made for.
 */
export function tidy(code: string): string {
  const unmarked = code
    .replace(/^\/\*{3,6}\/ ?/gm, '')
    .replace(/^\/\* harmony (?:export|import) \*\/ {1,3}/gm, '')
    .replace(/\(\/\* binding \*\/ ([\w$]+)\)/g, '$1')
    .replace(
      /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\(("[\w:/]+")\)/g,
      'process.getBuiltinModule($1)',
    )
    .replace(
      /^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "(?:node:)?module";\n(?![\s\S]*__WEBPACK_EXTERNAL_createRequire)/,
      '',
    )
    .replace(/\n{3,}/g, '\n\n');
  let last: string | undefined;
  return unmarked.replace(
    /^\/\/ (?:src\/|node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\/).*\n/gm,
    (line, from?: string) => {
      const again = from !== undefined && from === last;
      last = from;
      if (from === undefined) return line;
      return again ? '' : `// ${from}\n`;
    },
  );
}
