import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario, operationsSent } from '../lib/scenario.ts';

test.each(['2', '4'])(
  'a path tracked by git is rejected before any request is sent (index version %s)',
  async (version) => {
    await using scenario = await openScenario();
    const createRepository = [
      'git init --quiet .',
      'mkdir -p keys && touch a.txt keys/deploy.pem keys/other.pem',
      'git add --all',
      `git update-index --index-version ${version}`,
      'rm keys/deploy.pem',
    ].join('\n');

    const run = await scenario.run([
      { name: 'checkout', run: createRepository },
      keyPairStep({ 'private-key-path': 'keys/deploy.pem' }),
    ]);

    expect(run.steps[1]?.annotations.map(({ message }) => message)).toEqual([
      [
        `${run.folders.workspace}/keys/deploy.pem is tracked by git: the next commit would include the private key.`,
        "Set a private-key-path outside the repository, or leave it out to get a file in the runner's temp folder.",
      ].join('\n'),
    ]);
    expect(operationsSent(scenario.aws)).toEqual([]);
  },
);

test.each<[string, readonly string[]]>([
  ['deploy.pem', ['committed by `git add -A`', 'uploaded by actions/upload-artifact']],
  [
    '.keys/id.pem',
    ['committed by `git add -A`', 'uploaded by actions/upload-artifact with include-hidden-files'],
  ],
  ['ignored/id.pem', ['uploaded by actions/upload-artifact']],
  ['.env/id.pem', ['uploaded by actions/upload-artifact with include-hidden-files']],
])('at %s, the file is written, with a warning that is as true as git says', async (file, ways) => {
  await using scenario = await openScenario();
  const createRepository = [
    'git init --quiet .',
    'touch deploy.pem.pub',
    "printf 'ignored/\\n.env/\\n' > .gitignore",
    'git add --all',
  ].join('\n');

  const run = await scenario.run([
    { name: 'checkout', run: createRepository },
    keyPairStep({ 'private-key-path': file }),
    { name: 'commit', run: 'git add -A && git ls-files' },
  ]);

  expect(run.conclusion).toBe('success');
  expect(run.annotations.map(({ level, message }) => [level, message])).toEqual([
    [
      'warning',
      `The private key file is in the workspace (${run.folders.workspace}/${file}): it would be ${ways.join(', and ')}. Set a private-key-path outside the workspace, such as ~/.ssh/key.pem, or leave it out.`,
    ],
  ]);
  const committed = run.steps[2]?.log.includes(file);
  expect(committed).toBe(ways.some((way) => way.startsWith('committed')));
});

test('a path in .git gets no warning', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([
    { name: 'checkout', run: 'git init --quiet .' },
    keyPairStep({ 'private-key-path': '.git/deploy.pem' }),
  ]);

  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([]);
});
