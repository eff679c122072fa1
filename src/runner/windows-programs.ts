import path from 'node:path';

/**
 * The folder of the programs that come with Windows: the one from which Windows itself loaded its core library into this
 * process. Environment variables, such as SystemRoot, do not count: an earlier step can set all of them.
 *
 * @param libraries - Absolute paths of the libraries in this process.
 */
export function windowsPrograms(libraries: readonly string[] = loadedLibraries()): string {
  const core = libraries.find((library) => /^[a-z]:\\.*\\ntdll\.dll$/i.test(library));
  if (core === undefined) throw new Error('ntdll.dll is not among the libraries of this process');
  return path.win32.dirname(core);
}

function loadedLibraries(): readonly string[] {
  // Otherwise, the report looks up the names of network addresses.
  const report = Object.assign(process.report, { excludeNetwork: true });
  const { sharedObjects } = report.getReport() as { readonly sharedObjects: readonly string[] };
  return sharedObjects;
}
