import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../local/aws/server.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { keyLeaks, keyPairStep, openScenario, stepOf } from '../lib/scenario.ts';
import { ec2Error, startScriptedEndpoint } from './parts/scripted-endpoint.ts';

const create = keyPairStep({
  'key-type': 'ed25519',
  'key-name': 'deploy',
  'private-key-path': 'keys/deploy.pem',
  'output-private-key': true,
});

describe('with debug logging, create leaks no private key', () => {
  test.concurrent.each<{ response: string; effect: Effect }>([
    {
      response: 'the response ends within the private key',
      effect: { kind: 'execute-then-cut', bytes: 700 },
    },
    { response: 'half of the response arrives', effect: { kind: 'execute-then-cut' } },
    {
      response: 'a proxy responds instead of EC2',
      effect: { kind: 'proxy-page', executed: true, status: 200 },
    },
    {
      response: 'EC2 fails after it created the key pair',
      effect: { kind: 'execute-then-error', code: 'InternalError', status: 500 },
    },
  ])('when $response and the key pair cannot be deleted', async ({ effect }) => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'CreateKeyPair', times: Infinity, effect });
    scenario.aws.faults.add({ on: 'DeleteKeyPair', times: Infinity, effect: { kind: 'deny' } });

    const run = await scenario.run([create], { debug: true });

    expect(stepOf(run).outcome).toBe('failure');
    expect(scenario.keys.length).toBeGreaterThan(0);
    expect(keyLeaks(run, scenario)).toEqual([]);
  });

  // A parser quotes such a response in its error, and the SDK's error contains the response.
  const damages: { what: string; damage: (response: string) => string }[] = [
    {
      what: 'has a tag within the private key',
      damage: (response) => response.replace(/PRIVATE KEY-----\n.+\n/, '$&</'),
    },
    { what: 'is incomplete XML', damage: (response) => response.replace('</keyMaterial>', '') },
    {
      what: 'has a character within the private key that XML forbids',
      damage: (response) => response.replace('PRIVATE KEY', 'PRIVATE &#x1; KEY'),
    },
    { what: 'is JSON', damage: (response) => JSON.stringify({ response }) },
    { what: 'has unknown fields', damage: (response) => response.replaceAll('keyMaterial', 'keyStuff') },
    {
      what: 'has the private key twice',
      damage: (response) => response.replace(/<keyMaterial>[\s\S]*<\/keyMaterial>/, '$&$&'),
    },
  ];

  test.concurrent.each(
    damages.flatMap(({ what, damage }) => [200, 400].map((status) => ({ what, damage, status }))),
  )('when the response $what (status $status)', async ({ damage, status }) => {
    await using scenario = await openScenario();
    const { pem, id } = await new OtherUser(scenario.aws).create('deploy');
    const response = `<CreateKeyPairResponse><keyPairId>${id}</keyPairId><keyName>deploy</keyName><keyFingerprint>aa</keyFingerprint><keyMaterial>${pem}</keyMaterial></CreateKeyPairResponse>`;
    await using endpoint = await startScriptedEndpoint((action) =>
      action === 'CreateKeyPair'
        ? { status, body: damage(response) }
        : ec2Error('UnauthorizedOperation', 'x', 'y', 403),
    );

    const run = await scenario.run([create], {
      debug: true,
      host: scenario.host({ AWS_ENDPOINT_URL: endpoint.url }),
    });

    expect(stepOf(run).outcome).toBe('failure');
    expect(keyLeaks(run, scenario)).toEqual([]);
  });
});
