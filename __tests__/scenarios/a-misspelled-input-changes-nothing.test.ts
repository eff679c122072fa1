import { expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, operationsSent, postOf, stepOf } from '../lib/scenario.ts';

test('delete with dry_run instead of dry-run deletes nothing, and fails with the right name', async () => {
  await using scenario = await openScenario();
  await scenario.run([keyPairStep({ 'key-name': 'gha-prod', lifetime: 'persistent' })]);
  const before = scenario.aws.keyPairs('eu-west-1');
  const sent = operationsSent(scenario.aws).length;

  const run = await scenario.run([
    keyPairStep({ operation: 'delete', 'key-name': 'gha-prod', dry_run: true, 'if-in-used': 'warn' }),
  ]);

  expect(run.conclusion).toBe('failure');
  expect(annotated(stepOf(run), 'error').join()).toContain(
    'Invalid inputs:\ndry_run is not an input. Did you mean dry-run? If another program needs INPUT_DRY_RUN, rename that variable.\nif-in-used is not an input. Did you mean if-in-use?',
  );
  expect(operationsSent(scenario.aws)).toHaveLength(sent);
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
  expect(before).toHaveLength(1);
  expect(postOf(run).raw).toEqual([]);
});

test.each([
  ['name', { name: 'gha-prod' }, 'name is not an input. Did you mean key-name?'],
  ['region', { region: 'us-east-1' }, 'region is not an input. Did you mean aws-region?'],
  ['path', { path: 'id.pem' }, 'path is not an input. Did you mean private-key-path or public-key-path?'],
  ['type', { type: 'ed25519' }, 'type is not an input. Did you mean key-type?'],
  ['password', { password: 'correct horse' }, 'password is not an input. Did you mean passphrase?'],
  ['action', { action: 'delete', 'key-name': 'gha-prod' }, 'action is not an input. Did you mean operation?'],
])('%s, as other tools call an input, creates no key pair without it', async (name, inputs, problem) => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep(inputs)]);

  expect(run.conclusion).toBe('failure');
  expect(annotated(stepOf(run), 'error').join()).toContain(
    `Invalid inputs:\n${problem} If another program needs INPUT_${name.toUpperCase()}, rename that variable.`,
  );
  expect(operationsSent(scenario.aws)).toEqual([]);
  expect(postOf(run).raw).toEqual([]);
});

test('delete with run-dry instead of dry-run deletes nothing', async () => {
  await using scenario = await openScenario();
  await scenario.run([keyPairStep({ 'key-name': 'gha-prod', lifetime: 'persistent' })]);

  const run = await scenario.run([
    keyPairStep({ operation: 'delete', 'key-name': 'gha-prod', 'run-dry': true }),
  ]);

  expect(annotated(stepOf(run), 'error').join()).toContain('run-dry is not an input. Did you mean dry-run?');
  expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
});

test('variables of the job that only look like inputs do not stop a step', async () => {
  await using scenario = await openScenario();
  const env = {
    INPUT_TAG: 'v1.2.3',
    INPUT_NAME: 'web',
    INPUT_TYPE: 'patch',
    INPUT_DRY_RUN: '',
    INPUT_KEY_NAME: 'gha-a',
  };

  const run = await scenario.run([keyPairStep({ 'key-name': 'gha-a' })], { host: scenario.host(env) });

  expect(run.conclusion).toBe('success');
});

test('a tag that looks like several gets a warning that says how it was read', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ tags: 'env=ci,team=a' })]);

  expect(run.conclusion).toBe('success');
  expect(annotated(stepOf(run), 'warning')).toEqual([
    'tags: the tag "env" has the value "ci,team=a". Write one key=value per line, without quotes.',
  ]);
});

test('a name that may contain a variable gets a warning that says how it was read', async () => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ 'key-name': 'gha-$BRANCH' })]);

  expect(run.conclusion).toBe('success');
  expect(annotated(stepOf(run), 'warning')).toEqual([
    'key-name: "gha-$BRANCH" is used as it is: variables are not expanded here. To insert one, write an expression such as ${{ env.NAME }}.',
  ]);
});
