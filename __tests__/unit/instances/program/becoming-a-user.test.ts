import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { add, isRoot, keyed, MachineFolder, readable, remove, shells } from './machine-folder.ts';

/** A user that the system knows: `runuser` and `su` take names only. */
const nobody = { name: 'nobody', uid: 65_534 };
const isKnown = isRoot && execFileSync('id', ['-u', nobody.name]).toString().trim() === String(nobody.uid);

const without = 'exit 127';
// BusyBox has a program with this name that cannot change the user.
const ofBusyBox = 'echo "setpriv: unrecognized option: reuid" >&2; exit 1';

if (isKnown)
  describe('as root,', () => {
    test.each([
      ['setpriv', {}],
      ['runuser', { setpriv: without }],
      ['runuser', { setpriv: ofBusyBox }],
      ['su', { setpriv: without, runuser: without }],
    ] as const)('root becomes a user with %s', (_, missing) => {
      using machine = new MachineFolder();
      for (const [name, body] of Object.entries(missing)) machine.program(name, body);
      const person = machine.person(nobody.name, nobody.uid);
      const file = machine.file(person, keyed('ssh-ed25519 OLD a\n'));
      machine.program('sync', `id -u >'${person.home}/user'`);
      expect(machine.run(add)).toMatchObject({ code: 0, changed: 1, failed: 0 });
      expect(readable(file)).toBe('ssh-ed25519 OLD a\nssh-ed25519 NEW a\n');
      expect(statSync(file).uid).toBe(nobody.uid);
      expect(readable(`${person.home}/user`)).toBe(`${nobody.uid}\n`);
      expect(machine.run(remove)).toMatchObject({ code: 0, changed: 1, failed: 0 });
    });

    test('if root cannot become the user, the file is not edited as root', () => {
      using machine = new MachineFolder();
      for (const name of ['setpriv', 'runuser', 'su']) machine.program(name, without);
      const file = machine.file(machine.person(nobody.name, nobody.uid), keyed('ssh-ed25519 OLD a\n'));
      expect(machine.run(add)).toMatchObject({ code: 1, changed: 0, failed: 1 });
      expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
    });
  });

const hasBusyBox = isKnown && shells.some(([file]) => file === 'busybox');

if (hasBusyBox)
  test('BusyBox has all programs that are needed, as on Alpine Linux', () => {
    using machine = new MachineFolder();
    const programs = execFileSync('busybox', ['--list']).toString().trim().split('\n');
    for (const name of programs) {
      if (!['getent', 'sshd'].includes(name)) machine.program(name, `exec /bin/busybox ${name} "$@"`);
    }
    const person = machine.person(nobody.name, nobody.uid);
    const file = machine.file(person, keyed('ssh-ed25519 OLD a\r\nssh-rsa OTHER'), { mode: 0o400 });
    expect(machine.run(add, ['busybox', 'sh'])).toMatchObject({ code: 0, found: 1, changed: 1, failed: 0 });
    expect(readable(file)).toBe('ssh-ed25519 OLD a\r\nssh-ed25519 NEW a\r\nssh-rsa OTHER');
    expect(statSync(file).mode & 0o777).toBe(0o400);
    expect(machine.run(remove, ['busybox', 'sh'])).toMatchObject({ code: 0, changed: 1, failed: 0 });
    expect(machine.files()).toEqual([file]);
  });

test('without root, files of other users are not edited', () => {
  using machine = new MachineFolder();
  const file = machine.file(machine.person('alice'), keyed('ssh-ed25519 OLD a\n'), { mode: 0o644 });
  const other = `alice:x:${nobody.uid - 1}:${nobody.uid - 1}::${path.dirname(path.dirname(file))}:/bin/sh`;
  machine.program('getent', `echo '${other}'`);
  // What the program sees, also if root runs this test.
  machine.program('id', 'echo 4242');
  expect(machine.run(add)).toMatchObject({
    ...{ code: 1, changed: 0, failed: 1 },
    output: expect.stringContaining(`${file}: only root can edit it\n`),
  });
  expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
});
