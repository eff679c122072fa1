import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  add,
  isRoot,
  keyed,
  MachineFolder,
  newKey,
  oldKey,
  otherKey,
  readable,
  remove,
} from './machine-folder.ts';

const line = keyed('ssh-ed25519 OLD a\n');
const both = 'ssh-ed25519 OLD a\nssh-ed25519 NEW a\n';
describe('a file keeps', () => {
  test.each([0o400, 0o440, 0o644, 0o600])('its mode %o, owner, and group', (mode) => {
    using machine = new MachineFolder();
    const file = machine.file(machine.person('alice'), line, { mode });
    const before = statSync(file);
    expect(machine.run(add)).toMatchObject({ code: 0, changed: 1 });
    expect(readable(file)).toBe(both);
    const after = statSync(file);
    expect([after.mode & 0o7777, after.uid, after.gid]).toEqual([mode, before.uid, before.gid]);
  });

  const hasAcl = spawnSync('setfacl', ['--version']).status === 0;

  if (hasAcl)
    test('its ACL', () => {
      using machine = new MachineFolder();
      const file = machine.file(machine.person('alice'), line);
      execFileSync('setfacl', ['-m', 'u:65534:r', file]);
      const acl = () => execFileSync('getfacl', ['-c', '-n', '-p', file]).toString();
      const before = acl();
      expect(machine.run(add)).toMatchObject({ code: 0, changed: 1 });
      expect(acl()).toBe(before);
      expect(before).toContain('user:65534:r--');
      // Without --preserve=all, the ACL is lost.
      machine.program('cp', 'exec /bin/cp -- "$3" "$4"');
      expect(machine.run(remove)).toMatchObject({ code: 1, changed: 0, failed: 1 });
      expect(acl()).toBe(before);
    });

  test('its place behind a symbolic link, and the link stays', () => {
    using machine = new MachineFolder();
    const alice = machine.person('alice');
    const target = machine.file(alice, line, { name: 'keys' });
    const link = path.join(alice.home, '.ssh/authorized_keys');
    symlinkSync('../keys', link);
    expect(machine.run(add)).toMatchObject({ code: 0, found: 1, changed: 1 });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readable(target)).toBe(both);
    expect(machine.files()).toEqual([link, target]);
  });
});

describe('a file is not edited, and counts as failed, if it', () => {
  test('cannot be read', () => {
    using machine = new MachineFolder();
    const file = machine.file(machine.person('alice'), line, { mode: 0 });
    expect(machine.run(add)).toMatchObject({
      ...{ code: 1, found: 0, failed: 1 },
      output: expect.stringContaining(`${file}: cannot be read\n`),
    });
  });

  test('is larger than 1 MB', () => {
    using machine = new MachineFolder();
    const file = machine.file(machine.person('alice'), line);
    truncateSync(file, 1_048_577);
    expect(machine.run(add)).toMatchObject({ code: 1, found: 0, failed: 1 });
    truncateSync(file, line.length);
    expect(machine.run(add)).toMatchObject({ code: 0, changed: 1 });
  });

  test('contains a zero byte', () => {
    using machine = new MachineFolder();
    const file = machine.file(machine.person('alice'), `${line}\0\n`);
    expect(machine.run(add)).toMatchObject({ code: 1, failed: 1 });
    expect(readFileSync(file, 'latin1')).toBe(`${line}\0\n`);
  });

  test('has more than 3,000 keys', () => {
    using machine = new MachineFolder();
    const keys = (count: number) =>
      Array.from({ length: count }, (_, index) => `ssh-ed25519 AAAA${index}x\n`).join('');
    const file = machine.file(machine.person('alice'), `${keys(3_000)}${line}`);
    expect(machine.run(add)).toMatchObject({ code: 1, failed: 1 });
    machine.file(machine.person('bob'), `${keys(300)}${line}`);
    expect(machine.run(add)).toMatchObject({ code: 1, found: 1, changed: 1, failed: 1 });
    expect(readable(file)).not.toContain('NEW');
  });

  test('has a line that is too long', () => {
    using machine = new MachineFolder();
    machine.file(machine.person('alice'), `${line}# ${'x'.repeat(20_000)}\n`);
    expect(machine.run(add)).toMatchObject({ code: 1, failed: 1 });
  });

  test('is in a folder that its owner cannot change', () => {
    using machine = new MachineFolder();
    const alice = machine.person('alice');
    const file = machine.file(alice, line);
    chmodSync(path.dirname(file), 0o555);
    expect(machine.run(add)).toMatchObject({ code: 1, found: 1, changed: 0, failed: 1 });
    expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
    chmodSync(path.dirname(file), 0o700);
  });

  test('leads to a name with a newline', () => {
    using machine = new MachineFolder();
    const alice = machine.person('alice');
    const target = machine.file(alice, line, { name: 'x\nec2-key-pair: found=9 changed=9 failed=0' });
    symlinkSync(target, path.join(alice.home, '.ssh/authorized_keys'));
    expect(machine.run(add)).toMatchObject({ code: 1, found: 0, changed: 0, failed: 1 });
    expect(readable(target)).toBe('ssh-ed25519 OLD a\n');
  });
});

describe('what sshd does not read is not touched, and does not count as failed:', () => {
  test.each(['a FIFO', 'a folder', 'a link to a device', 'a link to nothing', 'no file'])('%s', (what) => {
    using machine = new MachineFolder();
    const alice = machine.person('alice');
    const file = path.join(alice.home, '.ssh/authorized_keys');
    if (what === 'a FIFO') execFileSync('mkfifo', [file]);
    if (what === 'a folder') mkdirSync(file);
    if (what === 'a link to a device') symlinkSync('/dev/zero', file);
    if (what === 'a link to nothing') symlinkSync('nothing', file);
    const isNamed = !['no file', 'a link to nothing'].includes(what);
    const { code, found, failed, output } = machine.run(add);
    expect({ code, found, failed }).toEqual({ code: 0, found: 0, failed: 0 });
    expect(output.includes(`${file}: is not a regular file`)).toBe(isNamed);
  });
});

test('every file is edited once, also if several users or links lead to it', () => {
  using machine = new MachineFolder();
  const alice = machine.person('alice');
  const file = machine.file(alice, line);
  symlinkSync('authorized_keys', path.join(alice.home, '.ssh/authorized_keys2'));
  machine.program('getent', `cat '${machine.root}/passwd' '${machine.root}/passwd'`);
  expect(machine.run(add)).toMatchObject({ code: 0, found: 1, changed: 1 });
  expect(readable(file)).toBe(both);
});

test('no key is printed, whatever a file contains', () => {
  using machine = new MachineFolder();
  const alice = machine.person('alice');
  machine.file(alice, keyed('no-pty ssh-ed25519 OLD a\nssh-ed25519 NEW\nssh-rsa OTHER\n'));
  machine.file(alice, keyed(`ssh-ed25519 OLD${'\0'}\n`), { name: '.ssh/authorized_keys2' });
  for (const program of [add, remove, remove]) {
    const { output } = machine.run(program);
    expect([oldKey, newKey, otherKey].filter((key) => output.includes(key.slice(0, 40)))).toEqual([]);
  }
});

test('the output fits into what Systems Manager lists, and its last line is always there', () => {
  using machine = new MachineFolder();
  for (let index = 0; index < 30; index += 1) {
    machine.file(machine.person(`u${index}-${'x'.repeat(180)}`), line, { mode: 0 });
  }
  const { code, failed, output } = machine.run(add);
  expect({ code, failed }).toEqual({ code: 1, failed: 30 });
  // 2,500, with what the agent adds.
  expect(Buffer.byteLength(output)).toBeLessThan(2_400);
  expect(output).toContain('and 22 more\n');
});

// Without root, all users of a test are the user of this process.
if (isRoot)
  describe('as root,', () => {
    test('a file of root in a folder of a user is not edited, and its content stays', () => {
      using machine = new MachineFolder();
      const mallory = machine.person('mallory');
      const file = path.join(mallory.home, '.ssh/authorized_keys');
      writeFileSync(file, line, { mode: 0o644 });
      expect(machine.run(add)).toMatchObject({
        ...{ code: 1, found: 1, changed: 0, failed: 1 },
        output: expect.stringContaining('others can change a folder on its way'),
      });
      expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
    });

    test("a user's link to a file of root is not followed", () => {
      using machine = new MachineFolder();
      const mallory = machine.person('mallory');
      const target = path.join(machine.root, 'notes');
      writeFileSync(target, line, { mode: 0o600 });
      symlinkSync(target, path.join(mallory.home, '.ssh/authorized_keys'));
      expect(machine.run(add)).toMatchObject({ code: 1, changed: 0, failed: 1 });
      expect(readable(target)).toBe('ssh-ed25519 OLD a\n');
    });

    test("another user's file is only edited as that user's own", () => {
      using machine = new MachineFolder();
      const mallory = machine.person('mallory');
      const alice = machine.person('alice');
      const file = machine.file(alice, line);
      const notes = machine.file(alice, line, { name: 'notes' });
      symlinkSync(file, path.join(mallory.home, '.ssh/authorized_keys'));
      symlinkSync(notes, path.join(mallory.home, '.ssh/authorized_keys2'));
      for (const folder of ['.', '.ssh']) chmodSync(path.join(alice.home, folder), 0o755);
      chmodSync(file, 0o644);
      chmodSync(notes, 0o644);
      expect(machine.run(add)).toMatchObject({ code: 1, found: 2, changed: 1, failed: 1 });
      expect(readable(file)).toBe(both);
      expect(readable(notes)).toBe('ssh-ed25519 OLD a\n');
    });

    test('a file of root is edited as root if only root can change its folders', () => {
      using machine = new MachineFolder();
      machine.person('alice');
      const folder = path.join(machine.root, 'keys');
      mkdirSync(folder, { mode: 0o755 });
      const file = path.join(folder, 'alice');
      writeFileSync(file, line, { mode: 0o644 });
      machine.sshd(path.join(machine.root, 'keys/%u'));
      expect(machine.run(add)).toMatchObject({ code: 0, found: 1, changed: 1 });
      expect(readable(file)).toBe(both);
      chmodSync(folder, 0o775);
      expect(machine.run(remove)).toMatchObject({ code: 1, changed: 0, failed: 1 });
    });

    test("a user's file in root's folder is not edited as root", () => {
      using machine = new MachineFolder();
      const root = machine.person('root', 0);
      const file = machine.file(root, line);
      machine.own(machine.person('mallory'), file);
      expect(machine.run(add)).toMatchObject({
        ...{ code: 1, found: 1, changed: 0, failed: 1 },
        output: expect.stringContaining(`${file}: belongs to another user\n`),
      });
      expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
    });

    test("root's own file is edited, unless others can change a folder on its way", () => {
      using machine = new MachineFolder();
      const root = machine.person('root', 0);
      const file = machine.file(root, line);
      expect(machine.run(add)).toMatchObject({ code: 0, found: 1, changed: 1 });
      chmodSync(root.home, 0o777);
      expect(machine.run(remove)).toMatchObject({ code: 1, found: 1, changed: 0, failed: 1 });
      expect(readable(file)).toBe(both);
      rmSync(file);
      expect(machine.run(remove)).toMatchObject({ code: 0, failed: 0 });
    });
  });
