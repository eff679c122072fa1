import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Site } from '../../lib/suite.ts';

/** What a system call of main does instead of what it was asked for. */
export interface Fault {
  /** Names of system calls, separated by commas. */
  readonly call: string;
  /** As in strace(1), `-e inject`: an error, or a return value without doing anything. */
  readonly effect: string;
  /** The only file that is affected. Default: all. */
  readonly on?: string;
  /** Whether post has the fault as well. */
  readonly alsoInPost?: true;
}

/**
 * Writes a program that runs Node.js, main with the fault and post without, unless it is said to have it. Returns its path. It is no shell script:
 * shells drop variables with a hyphen in their name, such as inputs.
 */
export async function nodeWithFault(site: Site, { call, effect, on, alsoInPost }: Fault): Promise<string> {
  const file = path.join(site.folder, `node-${randomUUID()}`);
  const only = on === undefined ? [] : ['-P', on];
  const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:${effect}`];
  const strace = [site.part('strace'), '-f', '-qq', '-o', '/dev/null', ...only, ...inject];
  const script = `#!${process.execPath}
const node = process.execPath;
const command = [...(${alsoInPost ? '/(main|post)' : '/main'}\\.js$/.test(process.argv[2]) ? ${JSON.stringify(strace)} : []), node, ...process.argv.slice(2)];
process.execve(command[0], command, process.env);
`;
  await writeFile(file, script, { mode: 0o755 });
  return file;
}
