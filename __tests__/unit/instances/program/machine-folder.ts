import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type EditReport,
  programToAdd,
  programToRemove,
  readReport,
} from '../../../../src/instances/authorized-keys.ts';

export const oldKey = `AAAAC3NzaC1lZDI1NTE5AAAAIOld${'o'.repeat(40)}`;
export const newKey = `AAAAC3NzaC1lZDI1NTE5AAAAINew${'n'.repeat(40)}`;
export const otherKey = `AAAAB3NzaC1yc2EAAAADAQABAAAB${'x'.repeat(300)}`;

export const isRoot = process.getuid?.() === 0;

/** The shells of Linux distributions that are on this machine. */
export const shells: readonly (readonly [string, ...string[]])[] = (
  [['/bin/sh'], ['bash'], ['busybox', 'sh']] as const
).filter(([file, ...args]) => spawnSync(file, [...args, '-c', ':']).status === 0);

/** The programs as text. */
export const add = programToAdd({
  oldDigest: digest(oldKey),
  newKey: { type: 'ssh-ed25519', blob: newKey },
}).join('\n');
export const remove = programToRemove({
  digest: digest(oldKey),
  remainingDigest: digest(newKey),
}).join('\n');

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export interface Person {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

export interface Ran extends Partial<EditReport> {
  readonly code: number | null;
  readonly output: string;
}

/** A folder that is a machine for the programs: with its own users and its own answers of sshd. */
export class MachineFolder implements Disposable {
  readonly root: string;
  readonly #people: Person[] = [];

  constructor() {
    this.root = realpathSync(mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-machine-')));
    // The users must be able to enter it.
    chmodSync(this.root, 0o755);
    mkdirSync(path.join(this.root, 'bin'));
    this.program('sshd', 'exit 1');
    this.#writePasswd();
  }

  /** Adds a user. With root, each is another user of the system; otherwise, all are the user of this process. */
  person(name: string, uid = 23_000 + this.#people.length): Person {
    const ids = isRoot ? { uid, gid: uid } : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    const person = { name, ...ids, home: path.join(this.root, 'home', name) };
    mkdirSync(path.join(person.home, '.ssh'), { recursive: true, mode: 0o700 });
    chmodSync(path.join(this.root, 'home'), 0o755);
    for (const folder of [person.home, path.join(person.home, '.ssh')]) this.own(person, folder);
    this.#people.push(person);
    this.#writePasswd();
    return person;
  }

  /** Writes a file of a user. Default: the user's authorized_keys. Returns its path. */
  file(person: Person, text: string, { name = '.ssh/authorized_keys', mode = 0o600 } = {}): string {
    const file = path.join(person.home, name);
    writeFileSync(file, text);
    this.own(person, file);
    chmodSync(file, mode);
    return file;
  }

  own({ uid, gid }: Person, file: string): void {
    if (isRoot) chownSync(file, uid, gid);
  }

  /** Puts a shell script before the programs of the system. */
  program(name: string, body: string): void {
    writeFileSync(path.join(this.root, 'bin', name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  }

  /** What sshd answers for AuthorizedKeysFile; for one user, with `Match`. */
  sshd(patterns: string, forUser?: { name: string; patterns: string }): void {
    const own =
      forUser === undefined
        ? ''
        : `case "$*" in *user=${forUser.name},*) echo 'authorizedkeysfile ${forUser.patterns}'; exit;; esac\n`;
    this.program(
      'sshd',
      `[ "$1" = -T ] || exit 1\n${own}echo port 22\necho 'authorizedkeysfile ${patterns}'`,
    );
    if (forUser !== undefined) this.program('grep', 'echo /etc/ssh/sshd_config');
  }

  run(program: string, shell: readonly [string, ...string[]] = ['/bin/sh']): Ran {
    const [file, ...args] = shell;
    const { status, stdout, stderr } = spawnSync(file, [...args, this.script(program)], {
      env: this.environment,
      encoding: 'utf8',
    });
    if (stderr !== '') throw new Error(stderr);
    return { code: status, output: stdout, ...readReport(stdout) };
  }

  /** Starts a program as the leader of a process group. */
  start(program: string) {
    return spawn('/bin/sh', [this.script(program)], { env: this.environment, detached: true });
  }

  script(program: string): string {
    const file = path.join(this.root, 'program.sh');
    writeFileSync(file, `${program}\n`);
    return file;
  }

  get environment(): Record<string, string> {
    return { PATH: `${path.join(this.root, 'bin')}:/usr/sbin:/usr/bin:/sbin:/bin` };
  }

  /** All files in the homes, so that a test sees what was left behind. */
  files(): string[] {
    const found = execFileSync('find', [path.join(this.root, 'home'), '-mindepth', '2', '!', '-type', 'd']);
    return found.toString().split('\n').filter(Boolean).sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #writePasswd(): void {
    const lines = this.#people.map(
      ({ name, uid, gid, home }) => `${name}:x:${uid}:${gid}:A, "B":${home}:/bin/sh`,
    );
    writeFileSync(path.join(this.root, 'passwd'), `${lines.join('\n')}\n`);
    this.program('getent', `[ "$1" = passwd ] && cat '${path.join(this.root, 'passwd')}'`);
  }
}

/** The text of a file with names instead of keys. */
export function readable(file: string): string {
  return named(readFileSync(file, 'latin1'));
}

export function named(text: string): string {
  return text.replaceAll(oldKey, 'OLD').replaceAll(newKey, 'NEW').replaceAll(otherKey, 'OTHER');
}

/** The reverse of `named`. */
export function keyed(text: string): string {
  return text.replaceAll('OLD', oldKey).replaceAll('NEW', newKey).replaceAll('OTHER', otherKey);
}
