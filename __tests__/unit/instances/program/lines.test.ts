import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { add, keyed, MachineFolder, readable, remove, shells } from './machine-folder.ts';

/** A file, then with the new key beside the old one, and then without the old one. */
const files: readonly (readonly [title: string, before: string, both: string, after: string])[] = [
  ['one key', 'ssh-ed25519 OLD a\n', 'ssh-ed25519 OLD a\nssh-ed25519 NEW a\n', 'ssh-ed25519 NEW a\n'],
  ['without a comment', 'ssh-ed25519 OLD\n', 'ssh-ed25519 OLD\nssh-ed25519 NEW\n', 'ssh-ed25519 NEW\n'],
  [
    'another type in the line of the old key',
    'ssh-rsa OLD a\n',
    'ssh-rsa OLD a\nssh-ed25519 NEW a\n',
    'ssh-ed25519 NEW a\n',
  ],
  [
    'other keys, comments, and empty lines around it',
    '# a\n\nssh-rsa OTHER b\n\t ssh-ed25519 OLD c d\n \nssh-dss AAAA e\n',
    '# a\n\nssh-rsa OTHER b\n\t ssh-ed25519 OLD c d\n\t ssh-ed25519 NEW c d\n \nssh-dss AAAA e\n',
    '# a\n\nssh-rsa OTHER b\n\t ssh-ed25519 NEW c d\n \nssh-dss AAAA e\n',
  ],
  [
    'a forced command with quotes, blanks, and the text of a key',
    'command="echo \\"a b\\" ssh-rsa OTHER # $(id)",no-pty ssh-ed25519 OLD a\n',
    'command="echo \\"a b\\" ssh-rsa OTHER # $(id)",no-pty ssh-ed25519 OLD a\ncommand="echo \\"a b\\" ssh-rsa OTHER # $(id)",no-pty ssh-ed25519 NEW a\n',
    'command="echo \\"a b\\" ssh-rsa OTHER # $(id)",no-pty ssh-ed25519 NEW a\n',
  ],
  [
    'lines that end with CR and LF',
    'ssh-ed25519 OLD a\r\nssh-rsa OTHER\r\n',
    'ssh-ed25519 OLD a\r\nssh-ed25519 NEW a\r\nssh-rsa OTHER\r\n',
    'ssh-ed25519 NEW a\r\nssh-rsa OTHER\r\n',
  ],
  [
    'CR directly after the key',
    'ssh-ed25519 OLD\r\n',
    'ssh-ed25519 OLD\r\nssh-ed25519 NEW\r\n',
    'ssh-ed25519 NEW\r\n',
  ],
  [
    'no newline at the end',
    'ssh-rsa OTHER\nssh-ed25519 OLD a',
    'ssh-rsa OTHER\nssh-ed25519 OLD a\nssh-ed25519 NEW a',
    'ssh-rsa OTHER\nssh-ed25519 NEW a',
  ],
  [
    'CR and LF, but no newline at the end',
    'ssh-rsa OTHER\r\nssh-ed25519 OLD a',
    'ssh-rsa OTHER\r\nssh-ed25519 OLD a\r\nssh-ed25519 NEW a',
    'ssh-rsa OTHER\r\nssh-ed25519 NEW a',
  ],
  [
    'the key twice, with different options',
    'from="10.0.0.1" ssh-ed25519 OLD a\nssh-ed25519 OLD b\n',
    'from="10.0.0.1" ssh-ed25519 OLD a\nfrom="10.0.0.1" ssh-ed25519 NEW a\nssh-ed25519 OLD b\nssh-ed25519 NEW b\n',
    'from="10.0.0.1" ssh-ed25519 NEW a\nssh-ed25519 NEW b\n',
  ],
  [
    'the key twice, with the same options',
    'ssh-ed25519 OLD a\nssh-ed25519 OLD b\n',
    'ssh-ed25519 OLD a\nssh-ed25519 NEW a\nssh-ed25519 OLD b\n',
    'ssh-ed25519 NEW a\n',
  ],
  [
    'bytes that are not UTF-8',
    'ssh-ed25519 OLD \xe9\xff\n',
    'ssh-ed25519 OLD \xe9\xff\nssh-ed25519 NEW \xe9\xff\n',
    'ssh-ed25519 NEW \xe9\xff\n',
  ],
  [
    'the new key is already there',
    'ssh-ed25519 NEW z\nssh-ed25519 OLD a\n',
    'ssh-ed25519 NEW z\nssh-ed25519 OLD a\n',
    'ssh-ed25519 NEW z\n',
  ],
];

const alone: readonly (readonly [title: string, text: string])[] = [
  ['other keys only', 'ssh-rsa OTHER\n'],
  ['the key in a comment line', '# ssh-ed25519 OLD\n'],
  ['the key in a comment', 'ssh-rsa OTHER ssh-ed25519 OLD\n'],
  ['the key in quoted options', 'command="ssh-ed25519 OLD" ssh-rsa OTHER\n'],
  ['a longer key', 'ssh-ed25519 OLDA\n'],
  ['nothing', ''],
];

const unmatched: readonly (readonly [title: string, text: string])[] = [
  ['is not there', 'ssh-ed25519 OLD\nssh-rsa OTHER\n'],
  ['has other options', 'ssh-ed25519 OLD\nno-pty ssh-ed25519 NEW\n'],
  ['is only in a comment', 'ssh-ed25519 OLD ssh-ed25519 NEW\n'],
  ['is missing for one of two lines', 'ssh-ed25519 OLD\nssh-ed25519 NEW\nno-pty ssh-ed25519 OLD\n'],
];

/** One file for each case. All are authorized_keys files of one user: a program edits all of them at once. */
class Files {
  readonly machine = new MachineFolder();
  readonly #paths = new Map<string, string>();

  constructor(cases: Iterable<readonly [title: string, text: string]>) {
    const alice = this.machine.person('alice');
    for (const [title, text] of cases) {
      const file = this.machine.file(alice, '', { name: `.ssh/${this.#paths.size}` });
      writeFileSync(file, keyed(text), 'latin1');
      this.#paths.set(title, file);
    }
    this.machine.sshd([...this.#paths.values()].join(' '));
  }

  /** By case. */
  texts(): Record<string, string> {
    return Object.fromEntries([...this.#paths].map(([title, file]) => [title, readable(file)]));
  }

  paths(): string[] {
    return [...this.#paths.values()].sort();
  }

  [Symbol.dispose](): void {
    this.machine[Symbol.dispose]();
  }
}

describe.each(shells.map((shell) => [shell.join(' '), shell] as const))('with %s', (_, shell) => {
  test('a line with the new key is put after each line with the old one, and then takes its place', () => {
    const expected = (index: 1 | 2 | 3) => Object.fromEntries(files.map((one) => [one[0], one[index]]));
    using all = new Files(files.map(([title, before]) => [title, before]));
    const { machine } = all;
    const found = files.length;
    const changed = files.filter(([, before, both]) => before !== both).length;
    expect(machine.run(add, shell)).toMatchObject({ code: 0, found, changed, failed: 0 });
    expect(all.texts()).toEqual(expected(2));
    expect(machine.run(add, shell)).toMatchObject({ code: 0, found, changed: 0, failed: 0 });
    expect(all.texts()).toEqual(expected(2));
    expect(machine.run(remove, shell)).toMatchObject({ code: 0, found, changed: found, failed: 0 });
    expect(all.texts()).toEqual(expected(3));
    expect(machine.run(remove, shell)).toMatchObject({ code: 0, found: 0, changed: 0, failed: 0 });
    expect(machine.files()).toEqual(all.paths());
  });

  test('files in which sshd would not find the key stay as they are', () => {
    using all = new Files(alone);
    for (const program of [add, remove]) {
      expect(all.machine.run(program, shell)).toMatchObject({ code: 0, found: 0, changed: 0, failed: 0 });
    }
    expect(all.texts()).toEqual(Object.fromEntries(alone));
  });

  test('a key is not removed if the other one is not there with the same options', () => {
    using all = new Files(unmatched);
    const ran = all.machine.run(remove, shell);
    expect(ran).toMatchObject({ code: 1, found: unmatched.length, changed: 0, failed: unmatched.length });
    for (const file of all.paths()) {
      expect(ran.output).toContain(`${file}: the other key is not there with the same options`);
    }
    expect(all.texts()).toEqual(Object.fromEntries(unmatched));
  });
});
