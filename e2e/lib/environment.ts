import path from 'node:path';

/**
 * A minimal environment for a program: of this machine's environment, it contains only PATH.
 *
 * @param home - A folder that the program can write to.
 * @param first - Folders that come first on PATH.
 */
export function cleanEnvironment(
  home: string,
  more: Readonly<Record<string, string>> = {},
  first: readonly string[] = [],
): Record<string, string> {
  const folders = [...first, path.dirname(process.execPath), machinePath()];
  return { PATH: folders.join(path.delimiter), HOME: home, LANG: 'C.UTF-8', ...more };
}

/** PATH of this process, and Debian's folders for system administration programs. */
export function machinePath(): string {
  return [process.env['PATH'] ?? '', '/usr/sbin', '/sbin'].join(path.delimiter);
}

/** The whole environment of this process, for package managers that depend on the machine's configuration. */
export function wholeEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), ...more };
}

/** Whether every suite must run. */
export function isContinuousIntegration(): boolean {
  return process.env['CI'] === 'true';
}
