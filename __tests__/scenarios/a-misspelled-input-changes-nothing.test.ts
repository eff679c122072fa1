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
    'Invalid inputs:\ndry_run is not an input. Did you mean dry-run?\nif-in-used is not an input. Did you mean if-in-use?',
  );
  expect(operationsSent(scenario.aws)).toHaveLength(sent);
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
  expect(before).toHaveLength(1);
  expect(postOf(run).raw).toEqual([]);
});

test('variables of the job that only look like inputs do not stop a step', async () => {
  await using scenario = await openScenario();
  const env = { INPUT_TAG: 'v1.2.3', INPUT_NAME: 'web', INPUT_DRY_RUN: '', INPUT_KEY_NAME: 'gha-a' };

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
