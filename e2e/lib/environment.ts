import path from 'node:path';

/**
 * The environment of a program that is to know nothing of this machine but where programs are.
 *
 * @param home a folder that it may write in
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

/** PATH of this process, and where Debian keeps what only an administrator starts by hand. */
export function machinePath(): string {
  return [process.env['PATH'] ?? '', '/usr/sbin', '/sbin'].join(path.delimiter);
}

/** This process's whole environment: for package managers, which need what the machine's owner told them. */
export function wholeEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), ...more };
}

/** Whether nothing may be left out. */
export function isContinuousIntegration(): boolean {
  return process.env['CI'] === 'true';
}
