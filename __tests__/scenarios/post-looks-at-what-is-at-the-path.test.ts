import { describe, expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, postOf, type Scenario } from '../lib/scenario.ts';
import { filesIn } from './parts/folder.ts';

const keyFile = 'keys/id.pem';

/** Runs a job with a private key file at `keys/id.pem`, on which a later step works in its folder. */
function runWith({ run }: Scenario, commands: string, keyType = 'ed25519') {
  return run([
    keyPairStep({ 'private-key-path': keyFile, 'key-type': keyType, 'output-private-key': true }),
    { name: 'work', run: `set -e; cp keys/id.pem copy; cd keys; ${commands}` },
  ]);
}

describe('a private key file that a later step rewrote is deleted if it holds this key:', () => {
  test.each<[name: string, step: { readonly commands: string; readonly keyType?: string }]>([
    ['sed -i', { commands: "sed -i 's/$/\\r/' id.pem" }],
    ['sed -i, with a passage of text in front', { commands: "sed -i '1i A key' id.pem" }],
    ['cat, with the key twice', { commands: 'cat id.pem id.pem > new; mv -f new id.pem' }],
    ['install', { commands: 'install -m 600 ../copy id.pem' }],
    ['mv', { commands: 'cp id.pem new; mv -f new id.pem' }],
    ['cp over it', { commands: 'cp -f ../copy id.pem' }],
    ['cp in its place', { commands: 'cp --remove-destination ../copy id.pem' }],
    ['tar out and in', { commands: 'tar cf ../key.tar id.pem; rm -f id.pem; tar xf ../key.tar' }],
    ["an editor's backup, and a new file", { commands: 'mv id.pem ../id.pem~; cp ../id.pem~ id.pem' }],
    ['dd', { commands: 'dd if=../copy of=new status=none; mv -f new id.pem' }],
    ['ssh-keygen -p', { commands: "ssh-keygen -q -p -P '' -N secret -f id.pem" }],
    [
      'ssh-keygen -p on a copy',
      { commands: "cp id.pem new; ssh-keygen -q -p -P '' -N secret -f new; mv -f new id.pem" },
    ],
    [
      'ssh-keygen -p in PEM',
      {
        commands: "cp id.pem new; ssh-keygen -q -p -m PKCS8 -P '' -N '' -f new; mv -f new id.pem",
        keyType: 'rsa',
      },
    ],
    ['openssl', { commands: 'openssl pkey -in id.pem -out new; mv -f new id.pem', keyType: 'rsa' }],
    ['chmod and chown', { commands: 'chmod 644 id.pem; chown "$(id -u)" id.pem' }],
  ])('%s', async (_, { commands, keyType }) => {
    await using scenario = await openScenario();
    const run = await runWith(scenario, commands, keyType);
    const post = postOf(run);
    expect(run.conclusion).toBe('success');
    expect(post.annotations).toEqual([]);
    expect(post.log.join('\n')).toContain(
      `Deleted the private key file ${run.folders.workspace}/${keyFile}.`,
    );
    expect(post.log.join('\n')).not.toContain('Already gone');
    expect(run.files.workspace.filter(({ path }) => path.startsWith('keys'))).toEqual([]);
  });
});

describe('what is at the path of a private key file and is not this key stays, and is named:', () => {
  const notFound = 'another file is there now, in which this private key cannot be found';
  const bundle = 'another file is there now, which contains this private key and more';
  const otherKey = "ssh-keygen -q -t ed25519 -N '' -f new";
  const certificate = 'openssl req -x509 -newkey ed25519 -nodes -keyout other -subj /CN=x -out new 2>&1';
  const notRegular = 'something that is not a regular file is there now';
  test.each([
    ['another file', 'echo mine > new; mv -f new id.pem', notFound],
    ['another key', `${otherKey}; mv -f new id.pem`, notFound],
    ['two other keys', `${otherKey}; cat new new > all; mv -f all id.pem`, notFound],
    ['this key beside another', `${otherKey}; cat id.pem new > all; mv -f all id.pem`, bundle],
    ['this key beside a certificate', `${certificate}; cat id.pem new > all; mv -f all id.pem`, bundle],
    ['an archive with the key', 'tar czf new id.pem; mv -f new id.pem', notFound],
    ['a large file', 'head -c 100000 /dev/zero > new; mv -f new id.pem', notFound],
    ['an empty file', 'touch new; rm -f id.pem; mv new id.pem', 'an empty file is there now'],
    ['a folder', 'rm -f id.pem; mkdir id.pem', notRegular],
    ['a link to a copy', 'rm -f id.pem; ln -s ../copy id.pem', notRegular],
    ['a pipe', 'rm -f id.pem; mkfifo id.pem', notRegular],
  ])('%s', async (_, commands, why) => {
    await using scenario = await openScenario();
    const run = await runWith(scenario, commands);
    const post = postOf(run);
    const [warning = '', ...others] = annotated(post, 'warning');
    expect(warning).toContain(`Not cleaned up: the private key file ${run.folders.workspace}/${keyFile}`);
    expect(warning.toLowerCase()).toContain(why);
    expect(others).toEqual([]);
    expect(post.log.join('\n')).not.toContain('Already gone');
  });
});

test('a private key file that a later step deleted is already gone', async () => {
  await using scenario = await openScenario();
  const run = await runWith(scenario, 'rm -f id.pem');
  expect(postOf(run).annotations).toEqual([]);
  expect(postOf(run).log).toContain(
    `Already gone: the private key file ${run.folders.workspace}/${keyFile}.`,
  );
});

test.each([
  ['rewritten', 'sed -i "s/^/ /" "$f"', []],
  ['copied over', 'cp "$f" x; cp -f x "$f"', []],
  ['replaced by a folder', 'rm "$f"; mkdir "$f"', ['something that is not a regular file is at ']],
  [
    'replaced by a link',
    'mv "$f" "$f.moved"; ln -s "$f.moved" "$f"',
    ['something that is not a regular file is at '],
  ],
])("the step's output file that was %s is emptied, or named", async (_, command, warnings) => {
  await using scenario = await openScenario();
  const run = await scenario.run(
    [
      keyPairStep({ 'output-private-key': true }),
      {
        name: 'work',
        run: `f=$(grep -l 'PRIVATE KEY' "$RUNNER_TEMP"/_runner_file_commands/set_output_*); ${command}`,
      },
    ],
    { keepTemp: true },
  );
  const post = postOf(run);
  expect(annotated(post, 'warning')).toEqual(
    warnings.map((why) =>
      expect.stringContaining(`Not cleaned up: the private key in the step's output file: ${why}`),
    ),
  );
  expect(post.log.join('\n')).not.toContain('Already gone');
  expect((await filesIn(run.folders.temp)).length).toBeGreaterThan(0);
});
