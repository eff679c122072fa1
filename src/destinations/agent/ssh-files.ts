import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ChildEnvironment } from './ssh-programs.ts';

/** What decides which file a program is. */
interface Place {
  readonly environment: ChildEnvironment;
  /** Of the agent. That of Windows itself has a named pipe. */
  readonly socket: string;
}

interface System {
  readonly isWindows: boolean;
  exists(file: string): boolean;
}

/**
 * The file of an OpenSSH program, for `spawn`. On Windows, it is Git's, if Git is on PATH: the agent of Windows itself is
 * a service, which cannot be started for a job. And it is never only a name there: Node would first look for it in the
 * current folder, the workspace.
 */
export function sshFile(
  program: 'ssh-add' | 'ssh-agent',
  { environment, socket }: Place,
  { isWindows, exists }: System = { isWindows: path.sep === path.win32.sep, exists: existsSync },
): string {
  if (!isWindows) return program;
  const onPath = (environment['PATH'] ?? '').split(';').filter((folder) => path.win32.isAbsolute(folder));
  // Git has `cmd` or `bin` on PATH, and the programs of OpenSSH in `usr\bin` beside it.
  const ofGit = onPath.flatMap((folder) => {
    if (folder.toLowerCase().endsWith('\\usr\\bin')) return folder;
    const hasGit = exists(path.win32.join(folder, 'git.exe'));
    return hasGit ? path.win32.join(folder, '..', 'usr', 'bin') : [];
  });
  const folders = socket.startsWith('\\\\.\\pipe\\') ? onPath : [...ofGit, ...onPath];
  const files = folders.map((folder) => path.win32.join(folder, `${program}.exe`));
  return files.find(exists) ?? path.win32.join('C:\\', 'not on PATH', `${program}.exe`);
}
