/** A drive, a server, or a folder before a backslash, which is part of a file's name anywhere but on Windows. */
const windowsPath = /^(?:[a-z]:[\\/]|\.{0,2}\\)/i;
const relativePath = /^\.{1,2}\\[^:]+$/;

/** Characters. What is longer may be something else than a path, and is not quoted. */
const maxQuoted = 80;

/**
 * The problems with paths of Windows on a runner with another system, as sentences: the private key would be in a file of
 * the workspace with such a name. Most paths have no backslash, so this is loaded only for one that may be such a path.
 *
 * @param raw - Inputs as the runner passes them.
 */
export function windowsPathProblems(raw: (name: string) => string): string[] {
  return ['public-key-path', 'private-key-path'].flatMap((name) => {
    const path = raw(name).trim();
    return windowsPath.test(path) ? [`${name}: ${problemWith(path)}.`] : [];
  });
}

function problemWith(path: string): string {
  const rule = 'is a path of Windows, but this runner has another system';
  if (path.length > maxQuoted) return `(${path.length} characters) ${rule}`;
  const use = relativePath.test(path)
    ? path.replaceAll('\\', '/')
    : 'a path in the workspace, such as keys/id.pem, or ~/…';
  return `"${path}" ${rule}. Use ${use}`;
}
