/**
 * Removes comments from packed code that do not help a reader: webpack's markers for generated code, and file names of
 * packages, except for the package name where its code starts. They are a tenth of the code that every run loads. File
 * names of src are kept. Node's modules are loaded by name, because creating a `require` function for each of them
 * takes longer than loading them.
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
