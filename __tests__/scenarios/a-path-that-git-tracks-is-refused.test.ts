import { expect, test } from '@jest/globals';
import { keyPairStep, openScenario, operationsSent } from '../lib/scenario.ts';

test.each(['2', '4'])(
  'a path that git tracks (index version %s) is refused before EC2 is asked',
  async (version) => {
    await using scenario = await openScenario();
    const makeRepository = [
      'git init --quiet .',
      'mkdir -p keys && touch a.txt keys/deploy.pem keys/other.pem',
      'git add --all',
      `git update-index --index-version ${version}`,
      'rm keys/deploy.pem',
    ].join('\n');

    const run = await scenario.run([
      { name: 'checkout', run: makeRepository },
      keyPairStep({ 'private-key-path': 'keys/deploy.pem' }),
    ]);

    expect(run.steps[1]?.annotations.map(({ message }) => message)).toEqual([
      `${run.folders.workspace}/keys/deploy.pem is tracked by git: the next commit would hold the private key.`,
    ]);
    expect(operationsSent(scenario.aws)).toEqual([]);
  },
);

test('a path beside those that git tracks is taken, with a warning that artifacts and commits would take it along', async () => {
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
        `The private key is in the workspace (${run.folders.workspace}/deploy.pem)`,
      ),
    }),
  ]);
});

test('a path in the workspace that uploads leave out gets no warning', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ 'private-key-path': '.keys/deploy.pem' })]);

  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([]);
});
