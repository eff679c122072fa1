import path from 'node:path';

/**
 * The environment of a program that must know nothing about this machine but where programs are.
 *
 * @param home - A folder in which it may write.
 * @param first folders that come before the machine's own on PATH
 */
export function cleanEnvironment(
  home: string,
  more: Readonly<Record<string, string>> = {},
  first: readonly string[] = [],
): Record<string, string> {
  const folders = [...first, path.dirname(process.execPath), machinePath()];
  return { PATH: folders.join(path.delimiter), HOME: home, LANG: 'C.UTF-8', ...more };
}

/** PATH of this process, and Debian's folders for programs of administrators. */
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
