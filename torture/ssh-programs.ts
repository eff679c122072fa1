import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where OpenSSH is, whatever the PATH of a job is. */
const folders = (process.env['PATH'] ?? '').split(path.delimiter);

/** Absolute path of a program of OpenSSH. @throws Error if it is not installed. */
export function sshProgram(name: string): string {
  const file = folders.map((folder) => path.join(folder, name)).find((one) => existsSync(one));
  if (file === undefined) throw new Error(`${name} is not installed: npm run torture needs OpenSSH`);
  return file;
}

/** The public half of a private key in an encrypted file, as ssh-keygen decrypts it; empty if it cannot. */
export function publicHalfOf(file: string, passphrase: string): string {
  const { stdout } = spawnSync(sshProgram('ssh-keygen'), ['-y', '-P', passphrase, '-f', file], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return stdout;
}

/** The keys in an agent, as in `ssh-rsa AAAA…`; none if no agent answers. */
export function keysIn(socket: string): string[] {
  const { status, stdout } = spawnSync(sshProgram('ssh-add'), ['-L'], {
    env: { SSH_AUTH_SOCK: socket },
    encoding: 'utf8',
    timeout: 10_000,
  });
  return status === 0 ? stdout.split('\n').flatMap((line) => /^\S+ \S+/.exec(line)?.[0] ?? []) : [];
}

/** Creates a key in a file, and adds it to an agent. */
export function addNewKey(socket: string, file: string): void {
  execFileSync(sshProgram('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-C', 'theirs', '-f', file]);
  addKey(socket, file);
}

export function addKey(socket: string, file: string): void {
  sshAdd(socket, ['-q', file]);
}

export function removeAllKeys(socket: string): void {
  sshAdd(socket, ['-q', '-D']);
}

/** Locks an agent (`-x`) or unlocks it (`-X`). A locked agent lists no keys, and refuses everything. */
export function setLock(socket: string, option: '-x' | '-X', folder: string): void {
  const program = path.join(folder, 'asks-for-the-password');
  writeFileSync(program, '#!/bin/sh\necho locked\n');
  chmodSync(program, 0o755);
  sshAdd(socket, [option], { SSH_ASKPASS: program, SSH_ASKPASS_REQUIRE: 'force' });
}

function sshAdd(socket: string, args: readonly string[], variables: Record<string, string> = {}): void {
  const env = { ...variables, SSH_AUTH_SOCK: socket };
  execFileSync(sshProgram('ssh-add'), args, { env, stdio: 'ignore', timeout: 10_000 });
}
