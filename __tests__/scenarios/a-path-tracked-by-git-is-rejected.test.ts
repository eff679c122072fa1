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

test('a path next to tracked files is accepted, with a warning about artifacts and commits', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([
    { name: 'checkout', run: 'git init --quiet . && touch deploy.pem.pub && git add --all' },
    keyPairStep({ 'private-key-path': 'deploy.pem' }),
  ]);

  expect(run.conclusion).toBe('success');
  expect(run.steps[1]?.annotations).toEqual([
    expect.objectContaining({
      level: 'warning',
      message: expect.stringContaining(
        `The private key file is in the workspace (${run.folders.workspace}/deploy.pem): uploading the workspace or committing all files would include it.`,
      ),
    }),
  ]);
});

test('a path in the workspace that uploads skip gets no warning', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ 'private-key-path': '.keys/deploy.pem' })]);

  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([]);
});
