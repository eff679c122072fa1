import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../../../src/instances/authorized-keys.ts';
import { add, isRoot, keyed, MachineFolder, readable, remove } from './machine-folder.ts';

const line = keyed('ssh-ed25519 OLD a\n');
const both = 'ssh-ed25519 OLD a\nssh-ed25519 NEW a\n';

async function untilExists(file: string): Promise<void> {
  while (!existsSync(file)) await wait(5);
}

/** Programs that the edit of a file calls, in this order. While one of them runs, the file is half-way. */
const moments = ['mktemp', 'cp', 'chmod', 'sync', 'mv'];

describe('a program that gets SIGTERM', () => {
  test.each(moments)('while %s runs leaves the whole old or new file, and no other', async (name) => {
    using machine = new MachineFolder();
    const file = machine.file(machine.person('alice'), line);
    const reached = path.join(machine.root, 'reached');
    machine.program(
      name,
      `touch '${reached}'; sleep 0.3; exec /bin/${name === 'mktemp' ? 'mktemp' : name} "$@"`,
    );
    // It is touched by another user.
    writeFileSync(path.join(machine.root, 'log'), '');
    chmodSync(machine.root, 0o777);
    const child = machine.start(add);
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
    });
    await untilExists(reached);
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(readReport(output)?.failed).toBeGreaterThan(0);
    expect(['ssh-ed25519 OLD a\n', both]).toContain(readable(file));
    expect(machine.files()).toEqual([file]);
  });

  test('does not begin with another file', async () => {
    using machine = new MachineFolder();
    machine.file(machine.person('alice'), line);
    const second = machine.file(machine.person('bob'), line);
    const reached = path.join(machine.root, 'reached');
    chmodSync(machine.root, 0o777);
    machine.program('sync', `touch '${reached}'; sleep 0.3`);
    const child = machine.start(add);
    await untilExists(reached);
    child.kill('SIGTERM');
    await once(child, 'close');
    expect(readable(second)).toBe('ssh-ed25519 OLD a\n');
  });

  test('does not report that it changed all files with the key: it did not come to some of them', async () => {
    using machine = new MachineFolder();
    for (const name of ['alice', 'bob']) machine.file(machine.person(name), keyed(both));
    const reached = path.join(machine.root, 'reached');
    chmodSync(machine.root, 0o777);
    // The edit of the first file is complete when it is called for the second one.
    machine.program(
      'readlink',
      `case "$*" in *bob*) touch '${reached}'; sleep 0.3 ;; esac; exec /bin/readlink "$@"`,
    );
    const child = machine.start(remove);
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
    });
    await untilExists(reached);
    child.kill('SIGTERM');
    await once(child, 'close');
    const { found, changed } = readReport(output) ?? {};
    expect(changed).toBe(1);
    expect(found).not.toBe(changed);
  });
});

test('a file that another program changes in the meantime is edited again, and nothing is lost', () => {
  using machine = new MachineFolder();
  const alice = machine.person('alice');
  const file = machine.file(alice, line);
  const once = path.join(alice.home, 'once');
  // `sync` is called when the new content is complete, but not yet in place.
  machine.program('sync', `[ -e '${once}' ] || { : >'${once}'; echo '# added' >>'${file}'; }`);
  expect(machine.run(add)).toMatchObject({ code: 0, found: 1, changed: 1, failed: 0 });
  expect(readable(file)).toBe(`${both}# added\n`);
});

test('a file that is changed again and again is left to the other program', () => {
  using machine = new MachineFolder();
  const file = machine.file(machine.person('alice'), line);
  machine.program('sync', `echo '# added' >>'${file}'`);
  expect(machine.run(add)).toMatchObject({ code: 1, found: 1, changed: 0, failed: 1 });
  expect(readable(file)).not.toContain('NEW');
  expect(machine.files()).toEqual([file]);
});

test('if the file cannot be put in place, nothing is left beside it', () => {
  using machine = new MachineFolder();
  const file = machine.file(machine.person('alice'), line);
  machine.program('mv', 'exit 1');
  expect(machine.run(add)).toMatchObject({ code: 1, found: 1, changed: 0, failed: 1 });
  expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
  expect(machine.files()).toEqual([file]);
});

test('if owner, mode, or ACL cannot be kept, the file stays as it is', () => {
  using machine = new MachineFolder();
  const file = machine.file(machine.person('alice'), line, { mode: 0o640 });
  // Without --preserve.
  machine.program('cp', 'exec /bin/cp -- "$3" "$4"');
  expect(machine.run(add)).toMatchObject({ code: 1, found: 1, changed: 0, failed: 1 });
  expect(readable(file)).toBe('ssh-ed25519 OLD a\n');
  expect(machine.files()).toEqual([file]);
});

test('a user who blocks the edit of the own file does not block that of others', () => {
  using machine = new MachineFolder();
  const [mallory, alice] = [machine.person('mallory'), machine.person('alice')];
  machine.file(mallory, line);
  const file = machine.file(alice, line);
  machine.program('timeout', 'shift 3; exec /usr/bin/timeout -k 0.5 0.5 "$@"');
  // It does not end when it is told to.
  machine.program('sync', `case "$*" in *mallory*) trap '' TERM; exec sleep 20; esac`);
  expect(machine.run(add)).toMatchObject({
    ...{ code: 1, changed: 1, failed: 1 },
    output: expect.stringContaining('mallory/.ssh/authorized_keys: took too long\n'),
  });
  expect(readable(file)).toBe(both);
});

// Without root, no one else's files could be reached.
if (isRoot)
  describe('a user who swaps the file for a link while it is edited', () => {
    // Between the look and the write, `sync` and `cp` run: the user acts at that moment.
    test.each(['cp', 'sync', 'mv', 'sha256sum'])('at %s, does not make root write elsewhere', (name) => {
      using machine = new MachineFolder();
      const mallory = machine.person('mallory');
      const file = machine.file(mallory, line);
      const victim = path.join(machine.root, 'victim');
      writeFileSync(victim, line, { mode: 0o600 });
      const real = `/usr/bin/${name}`;
      machine.program(name, `rm -f '${file}'; ln -s '${victim}' '${file}'; exec ${real} "$@"`);
      for (const program of [add, remove]) machine.run(program);
      expect(readable(victim)).toBe('ssh-ed25519 OLD a\n');
    });

    test('again and again, does not make root write elsewhere', async () => {
      using machine = new MachineFolder();
      const mallory = machine.person('mallory');
      const file = machine.file(mallory, line);
      const victim = path.join(machine.root, 'victim');
      writeFileSync(victim, line, { mode: 0o600 });
      const spare = path.join(mallory.home, 'spare');
      for (let round = 0; round < 6; round += 1) {
        const child = machine.start(round % 2 === 0 ? add : remove);
        const ended = once(child, 'close');
        let isOver = false;
        ended.then(() => {
          isOver = true;
        });
        while (!isOver) {
          symlinkSync(victim, spare);
          renameSync(spare, file);
          await wait(1);
          rmSync(file);
          machine.file(mallory, line);
          await wait(1);
        }
      }
      expect(readFileSync(victim, 'latin1')).toBe(line);
    });
  });
