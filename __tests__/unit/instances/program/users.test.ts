import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { add, keyed, MachineFolder, readable } from './machine-folder.ts';

const line = keyed('ssh-ed25519 OLD a\n');
const both = 'ssh-ed25519 OLD a\nssh-ed25519 NEW a\n';

test('without an answer of sshd, both files of its default are edited, for all users', () => {
  using machine = new MachineFolder();
  const [alice, bob] = [machine.person('alice'), machine.person('bob')];
  const files = [
    machine.file(alice, line),
    machine.file(alice, line, { name: '.ssh/authorized_keys2' }),
    machine.file(bob, line),
  ];
  const others = [
    machine.file(bob, line, { name: '.ssh/authorized_keys3' }),
    machine.file(bob, line, { name: 'authorized_keys' }),
  ];
  expect(machine.run(add)).toMatchObject({ code: 0, found: 3, changed: 3, failed: 0 });
  expect(files.map(readable)).toEqual(files.map(() => both));
  expect(others.map(readable)).toEqual(others.map(() => 'ssh-ed25519 OLD a\n'));
});

test('the files are where sshd looks: with %h, %u, %U, and %%, or relative to the home', () => {
  using machine = new MachineFolder();
  const alice = machine.person('alice');
  const files = ['h', 'alice', `${alice.uid}`, '%', '%x', 'relative'].map((name) =>
    machine.file(alice, line, { name: `.ssh/${name}` }),
  );
  const unused = machine.file(alice, line);
  const folder = path.join(machine.root, 'home/alice/.ssh');
  machine.sshd(`%h/.ssh/h ${folder}/%u ${folder}/%U ${folder}/%% ${folder}/%x .ssh/relative`);
  expect(machine.run(add)).toMatchObject({ code: 0, found: 6, changed: 6, failed: 0 });
  expect(files.map(readable)).toEqual(files.map(() => both));
  expect(readable(unused)).toBe('ssh-ed25519 OLD a\n');
});

test('with Match blocks, each user has the files that sshd names for this user', () => {
  using machine = new MachineFolder();
  const [alice, bob] = [machine.person('alice'), machine.person('bob')];
  const own = machine.file(bob, line, { name: 'own' });
  const unused = machine.file(bob, line);
  const common = machine.file(alice, line);
  machine.sshd('.ssh/authorized_keys', { name: 'bob', patterns: 'own' });
  expect(machine.run(add)).toMatchObject({ code: 0, found: 2, changed: 2 });
  expect([own, common].map(readable)).toEqual([both, both]);
  expect(readable(unused)).toBe('ssh-ed25519 OLD a\n');
});

test('if sshd does not answer, the files that its configuration names are edited, too', () => {
  using machine = new MachineFolder();
  const alice = machine.person('alice');
  const files = [
    machine.file(alice, line),
    machine.file(alice, line, { name: 'one' }),
    machine.file(alice, line, { name: 'two' }),
  ];
  machine.program(
    'grep',
    `case "$*" in *authorizedkeysfile*) echo ' AuthorizedKeysFile="%h/one" two';; esac`,
  );
  expect(machine.run(add)).toMatchObject({ code: 0, found: 3, changed: 3 });
  expect(files.map(readable)).toEqual(files.map(() => both));
});

test('if sshd reads no files, none is edited', () => {
  using machine = new MachineFolder();
  const file = machine.file(machine.person('alice'), line);
  machine.sshd('none');
  expect(machine.run(add)).toMatchObject({ code: 0, found: 0 });
  expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
});

test('without getent, the users are those of /etc/passwd, and lines that are no users are skipped', () => {
  using machine = new MachineFolder();
  const { uid, gid, home } = machine.person('alice');
  const file = machine.file({ name: 'alice', uid, gid, home }, line);
  const passwd = path.join(machine.root, 'passwd');
  const lines = [
    '# a comment',
    '',
    '+::::::',
    'x:x:a:b::/:/bin/sh',
    'y:x:1:1::relative:/bin/sh',
    'z:x:1',
    `alice:x:${uid}:${gid}::${home}:`,
  ];
  // The last line has no newline.
  writeFileSync(passwd, lines.join('\n'));
  machine.program('getent', 'exit 2');
  machine.program('cat', `[ "$*" = /etc/passwd ] && exec /bin/cat '${passwd}'`);
  expect(machine.run(add)).toMatchObject({ code: 0, found: 1, changed: 1, failed: 0 });
  expect(readable(file)).toBe(both);
});

test('a home with blanks and shell syntax is a name like any other', () => {
  using machine = new MachineFolder();
  const file = machine.file(machine.person('a b $(touch x) `id` *;&'), line);
  expect(machine.run(add)).toMatchObject({ code: 0, changed: 1, failed: 0 });
  expect(readable(file)).toBe(both);
});

test('if no user can be read, or a program is missing, that is a failure', () => {
  using machine = new MachineFolder();
  machine.program('getent', 'exit 0');
  machine.program('cat', 'exit 0');
  expect(machine.run(add)).toMatchObject({ code: 1, failed: 1 });
});
