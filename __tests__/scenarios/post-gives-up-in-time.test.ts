import { expect, test } from '@jest/globals';
import { annotated, keyPairStep, openScenario, postOf } from '../lib/scenario.ts';

test('post gives up in time if EC2 does not respond, deletes the file, and reports the key pair', async () => {
  await using scenario = await openScenario();
  scenario.aws.faults.add({ on: 'DescribeKeyPairs', times: Infinity, effect: { kind: 'silence' } });

  const run = await scenario.run([
    keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy', lifetime: 'job' }),
  ]);

  expect(run.conclusion).toBe('success');
  expect(annotated(postOf(run), 'warning')).toEqual([
    expect.stringMatching(
      /^Not cleaned up: key pair "deploy" \(key-[0-9a-f]{17}\) in eu-west-1\. To delete it yourself:\naws ec2 delete-key-pair.*\nWhy: the step timed out waiting for a response\.$/,
    ),
  ]);
  expect(run.files.temp.filter(({ path }) => path.endsWith('.pem'))).toEqual([]);
});
