import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { actionFolder, annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

const preload = path.join(actionFolder, 'test-support/answer-lookups.ts');
const step = keyPairStep({ 'key-type': 'ed25519' });

/** Runs a job whose endpoint has a name that resolves to some addresses. */
async function runWith(name: string, addresses: readonly string[]) {
  await using scenario = await openScenario();
  const run = await scenario.run([step], {
    host: scenario.host({
      AWS_ENDPOINT_URL: scenario.aws.url.replace('127.0.0.1', name),
      NODE_OPTIONS: `--import "${preload}"`,
      ANSWERED_LOOKUPS: JSON.stringify({ [name]: addresses }),
    }),
  });
  return { run, requests: scenario.aws.requests, left: scenario.aws.keyPairs('eu-west-1') };
}

describe('an endpoint without TLS', () => {
  test.concurrent.each(['localstack', 'host.docker.internal', 'moto.lab.svc.cluster.local'])(
    'can be %s, with one warning, while the name is in the private network',
    async (name) => {
      const { run, requests, left } = await runWith(name, ['127.0.0.1']);

      expect(run.conclusion).toBe('success');
      expect(requests.length).toBeGreaterThan(2);
      expect(left).toEqual([]);
      expect(annotated(stepOf(run), 'warning')).toEqual([
        `The endpoint http://${name} does not use https: private keys are sent unencrypted in the private network. Use it only for an emulator, such as LocalStack.`,
      ]);
      expect(postOf(run).annotations).toEqual([]);
    },
  );

  test.concurrent('can be localhost, without a warning', async () => {
    const { run } = await runWith('localhost', ['127.0.0.1']);

    expect(run.conclusion).toBe('success');
    expect(run.annotations).toEqual([]);
  });

  test.concurrent.each<[string, string[]]>([
    ['localstack', ['203.0.113.7']],
    ['localhost', ['203.0.113.7']],
    ['host.docker.internal', ['127.0.0.1', '203.0.113.7']],
    ['localstack', ['169.254.169.254']],
  ])('is rejected before a connection if %s resolves to %j', async (name, addresses) => {
    const { run, requests } = await runWith(name, addresses);

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      `The endpoint http://${name} does not use https, and ${name} is not in a private network (${addresses.at(-1)}).`,
    );
    expect(requests).toEqual([]);
    expect(postOf(run).annotations).toEqual([]);
  });

  test.concurrent('is rejected if its name is public, even if it resolves to this machine', async () => {
    const { run, requests } = await runWith('localhost.localstack.cloud', ['127.0.0.1']);

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      'The endpoint http://localhost.localstack.cloud does not use https.',
    );
    expect(requests).toEqual([]);
  });
});
