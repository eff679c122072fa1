import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalAws } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import {
  annotated,
  copyKeyStep,
  keyPairStep,
  openScenario,
  postOf,
  requestsOfAction,
  type Scenario,
  stepOf,
  tagsOf,
} from '../lib/scenario.ts';
import { createSshKey, publicHalfOf } from './parts/ssh-keygen.ts';

const regions = ['eu-west-1', 'us-east-1', 'ap-south-1'] as const;
const [first, second, third] = regions;
const several = { 'aws-region': regions.join(', ') };
const generated = { ...several, 'generate-on': 'runner', 'key-type': 'ed25519' };

/** The public keys of the key pairs with a name, by Region. */
function keysIn(aws: LocalAws, name = 'deploy'): string[] {
  return regions.flatMap((region) =>
    aws.keyPairs(region).flatMap((pair) => (pair.name === name ? [`${region} ${pair.publicKey}`] : [])),
  );
}

function namesIn(aws: LocalAws): string[] {
  return regions.flatMap((region) => aws.keyPairs(region).map(({ name }) => `${region} ${name}`));
}

function entriesOf(outputs: Readonly<Record<string, string>>): Record<string, unknown>[] {
  return JSON.parse(outputs['key-pairs'] ?? '');
}

/** What main printed, and its summary. Requests of several Regions have no order. */
function printedBy(run: JobRun): string {
  const { log, summary } = stepOf(run);
  return [...log, summary]
    .join('\n')
    .replaceAll(run.folders.temp, '<temp>')
    .replace(/AAAA[A-Za-z0-9+/=]+/g, '<public key>')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '<date>')
    .replace(/key-0[0-9a-f]{16}/g, '<id>')
    .replace(/[A-Za-z0-9+/]{43}=?/g, '<fingerprint>')
    .replace(/-1-[0-9a-f]{8}\b/g, '-1-<random>')
    .replace(/key-pairs-[0-9a-f]{8}/g, 'key-pairs-<random>')
    .replace(/deploy-[0-9a-f]{8}/g, 'deploy-<random>');
}

async function publicKeyIn(scenario: Scenario, name = 'id'): Promise<string> {
  return (await readFile(`${await createSshKey(scenario.aside, name)}.pub`, 'utf8')).trim();
}

describe('import with several Regions', () => {
  test('imports one key under one name everywhere, and lists a key pair for each Region', async () => {
    await using scenario = await openScenario();
    const step = keyPairStep({
      ...several,
      operation: 'import',
      'public-key': await publicKeyIn(scenario),
      lifetime: 'run',
    });

    const run = await scenario.run([step]);

    expect(run.conclusion).toBe('success');
    const { outputs } = stepOf(run);
    const names = new Set(namesIn(scenario.aws).map((name) => name.split(' ')[1]));
    expect([...names]).toEqual([outputs['key-name']]);
    expect(entriesOf(outputs)).toEqual(
      regions.map((region) => ({
        keyName: outputs['key-name'],
        keyPairId: scenario.aws.keyPairs(region)[0]?.id,
        keyType: 'ed25519',
        fingerprint: outputs['key-fingerprint'],
        region,
        created: true,
      })),
    );
    expect(outputs).toMatchObject({ 'aws-region': first, created: 'true', changed: 'true' });
    expect(outputs['key-pair-id']).toBe(scenario.aws.keyPairs(first)[0]?.id);
    expect(printedBy(run)).toMatchSnapshot();
  });

  test('leaves what contains the key already, and imports it where it is missing', async () => {
    await using scenario = await openScenario();
    const step = { operation: 'import', 'key-name': 'deploy', 'public-key': await publicKeyIn(scenario) };
    await scenario.run([keyPairStep({ ...step, 'aws-region': second })]);

    const run = await scenario.run([keyPairStep({ ...step, ...several })]);

    const { outputs } = stepOf(run);
    expect(entriesOf(outputs).map(({ created }) => created)).toEqual([true, false, true]);
    expect(run.log).toContain(`Imported key pair "deploy" (${outputs['key-pair-id']}) in ${first}`);
    expect(run.log).toMatch(/Found key pair "deploy" \(key-\w+\) in us-east-1/);
    expect(new Set(keysIn(scenario.aws).map((key) => key.split(' ')[2])).size).toBe(1);
  });

  test('that fails in one Region names it, and takes back only what it imported', async () => {
    await using scenario = await openScenario();
    const publicKey = await publicKeyIn(scenario);
    const step = { operation: 'import', 'key-name': 'deploy', 'public-key': publicKey };
    await scenario.run([keyPairStep({ ...step, 'aws-region': first })]);
    scenario.aws.faults.add({ on: 'ImportKeyPair', region: third, effect: { kind: 'deny' } });

    const run = await scenario.run([keyPairStep({ ...step, ...several })]);

    expect(run.conclusion).toBe('failure');
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain(`Could not import key pair "deploy" in ${third}`);
    expect(error).toMatch(
      /Because the step failed, key pair "deploy" \(key-\w+\) in us-east-1 was deleted\./,
    );
    expect(namesIn(scenario.aws)).toEqual([`${first} deploy`]);
    expect(run.log).not.toContain('Not cleaned up');
  });

  test('changes nothing anywhere if one Region has another key with the name', async () => {
    await using scenario = await openScenario();
    const others = await publicKeyIn(scenario, 'other');
    const step = { operation: 'import', 'key-name': 'deploy' };
    await scenario.run([keyPairStep({ ...step, 'aws-region': third, 'public-key': others })]);

    const run = await scenario.run([
      keyPairStep({ ...step, ...several, 'public-key': await publicKeyIn(scenario) }),
    ]);

    expect(annotated(stepOf(run), 'error').join()).toContain(`Key pair "deploy" in ${third}`);
    expect(namesIn(scenario.aws)).toEqual([`${third} deploy`]);
  });
});

describe('create with several Regions', () => {
  test('generates one key, keeps it in the first Region, and deletes everything when the job ends', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'copy.pem');

    const run = await scenario.run([
      keyPairStep({ ...generated, store: 'ssm', lifetime: 'job' }),
      copyKeyStep(file),
    ]);

    expect(run.conclusion).toBe('success');
    const { outputs } = stepOf(run);
    const imported = scenario.aws.requests.filter(({ operation }) => operation === 'ImportKeyPair');
    expect(imported.map(({ region }) => region).sort()).toEqual([...regions].sort());
    expect(imported[0]?.region).toBe(first);
    expect(await publicHalfOf(file)).toBe(outputs['public-key']?.split(' ').slice(0, 2).join(' '));
    expect(outputs['private-key-store']).toBe(`ssm:/ec2/keypair/${outputs['key-name']}`);
    const stored = scenario.aws.requests.filter(({ service }) => service === 'ssm');
    expect([...new Set(stored.map(({ region }) => region))]).toEqual([first]);
    expect(namesIn(scenario.aws)).toEqual([]);
    expect(scenario.aws.parameters(first)).toEqual([]);
    expect(annotated(postOf(run), 'warning')).toEqual([]);
  });

  test('has the tag of the store in the first Region only', async () => {
    await using scenario = await openScenario();

    await scenario.run([keyPairStep({ ...generated, store: 'ssm', 'key-name': 'deploy' })]);

    const tags = regions.map((region) => tagsOf(scenario.aws, 'deploy', region)['ec2-key-pair-action:store']);
    expect(tags).toEqual(['ssm:/ec2/keypair/deploy', undefined, undefined]);
    const fetched = await scenario.run([
      keyPairStep({ operation: 'fetch', 'key-name': 'deploy', 'aws-region': first, 'ssh-agent': true }),
    ]);
    expect(fetched.conclusion).toBe('success');
  });

  test('that cannot deliver the private key deletes the key pairs of all Regions', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'PutParameter', effect: { kind: 'deny' } });

    const run = await scenario.run([keyPairStep({ ...generated, store: 'ssm', 'key-name': 'deploy' })]);

    const [error = ''] = annotated(stepOf(run), 'error');
    for (const region of regions) expect(error).toContain(`in ${region} was deleted.`);
    expect(namesIn(scenario.aws)).toEqual([]);
  });
});

test.each([{}, { 'dry-run': true }])(
  'create with a store and a name that is taken says so, and not to delete the copy of a key pair in use (%j)',
  async (more) => {
    await using scenario = await openScenario();
    const inputs = { ...generated, store: 'ssm', 'key-name': 'deploy' };
    await scenario.run([keyPairStep(inputs)]);

    const again = await scenario.run([keyPairStep({ ...inputs, ...more })]);

    const [error = ''] = annotated(stepOf(again), 'error');
    expect(error).toContain(`Key pair "deploy" already exists in ${first}`);
    expect(error).not.toContain('aws ssm delete-parameter');
  },
);

describe('ensure with several Regions', () => {
  const ensure = { ...generated, operation: 'ensure', 'key-name': 'deploy' };

  test('creates the key pair once, uses it, and brings it to a Region that lacks it', async () => {
    await using scenario = await openScenario();
    const two = { ...ensure, store: 'ssm', 'aws-region': `${first}\n${second}` };

    const runs = [await scenario.run([keyPairStep(two)]), await scenario.run([keyPairStep(two)])];
    const added = await scenario.run([keyPairStep({ ...ensure, store: 'ssm', tags: 'a=b' })]);

    expect([...runs, added].map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
    expect(new Set(keysIn(scenario.aws).map((key) => key.split(' ')[2])).size).toBe(1);
    expect(keysIn(scenario.aws)).toHaveLength(3);
    expect(entriesOf(stepOf(added).outputs).map(({ created }) => created)).toEqual([false, false, true]);
    expect(stepOf(added).outputs).toMatchObject({ created: 'false', changed: 'true' });
    expect(stepOf(added).outputs['private-key-path']).toMatch(/\.pem$/);
    expect(regions.map((region) => tagsOf(scenario.aws, 'deploy', region)['a'])).toEqual(['b', 'b', 'b']);
    expect(scenario.aws.parameters(first)).toHaveLength(1);
    expect(added.log).not.toContain('@aws-sdk');
    expect(printedBy(added)).toMatchSnapshot();
  });

  test('ends with one key everywhere, and no failed job, when many jobs race', async () => {
    await using scenario = await openScenario();

    const runs = await Promise.all(
      Array.from({ length: 6 }, () => scenario.run([keyPairStep({ ...ensure, store: 'ssm' })])),
    );

    expect(runs.map(({ conclusion }) => conclusion)).toEqual(runs.map(() => 'success'));
    expect(keysIn(scenario.aws)).toHaveLength(3);
    expect(new Set(keysIn(scenario.aws).map((key) => key.split(' ')[2])).size).toBe(1);
    expect(scenario.aws.parameters(first)).toHaveLength(1);
  });

  test('fails if two Regions have different keys, and names both', async () => {
    await using scenario = await openScenario();
    for (const region of [second, third]) {
      await scenario.run([keyPairStep({ ...ensure, 'aws-region': region })]);
    }
    const before = keysIn(scenario.aws);

    const run = await scenario.run([keyPairStep(ensure)]);

    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain(`Key pair "deploy" contains another key in ${third}`);
    expect(error).toContain(`than in ${second}`);
    expect(keysIn(scenario.aws)).toEqual(before);
  });

  test('does not spread a key that someone else created', async () => {
    await using scenario = await openScenario();
    await scenario.aws.seedKeyPairs(second, [{ keyName: 'deploy' }]);

    const run = await scenario.run([keyPairStep(ensure)]);

    expect(annotated(stepOf(run), 'error').join()).toContain(
      `Key pair "deploy" exists in ${second}, but not in ${first}, and this action did not create it`,
    );
    expect(namesIn(scenario.aws)).toEqual([`${second} deploy`]);
  });
});

describe('describe and delete with several Regions', () => {
  test('list all key pairs with their Regions, and delete them everywhere', async () => {
    await using scenario = await openScenario();
    await scenario.run([keyPairStep({ ...generated, lifetime: 'run' })]);

    const listed = await scenario.run([keyPairStep({ ...several, operation: 'describe', 'run-id': '4242' })]);
    const deleted = await scenario.run([keyPairStep({ ...several, operation: 'delete', 'run-id': '4242' })]);

    expect(entriesOf(stepOf(listed).outputs).map(({ region }) => region)).toEqual([...regions]);
    expect(printedBy(listed)).toMatchSnapshot();
    expect(stepOf(deleted).outputs).toMatchObject({ 'aws-region': first, deleted: '3', changed: 'true' });
    expect(entriesOf(stepOf(deleted).outputs).map(({ region }) => region)).toEqual([...regions]);
    expect(namesIn(scenario.aws)).toEqual([]);
    expect(stepOf(deleted).log.filter((line) => line.startsWith('Deleted key pair'))).toHaveLength(3);
    expect(stepOf(deleted).summary).toContain(
      'EC2 key pairs deleted in eu-west-1, us-east-1, and ap-south-1: 3',
    );
  });

  test('describe says where a key pair does not exist, and fails if it exists nowhere', async () => {
    await using scenario = await openScenario();
    await scenario.run([
      keyPairStep({ ...generated, 'aws-region': second, 'key-name': 'deploy', lifetime: 'run' }),
    ]);
    const step = { ...several, operation: 'describe' };

    const some = await scenario.run([keyPairStep({ ...step, 'key-name': 'deploy' })]);
    const none = await scenario.run([keyPairStep({ ...step, 'key-name': 'other' })]);

    expect(entriesOf(stepOf(some).outputs).map(({ region }) => region)).toEqual([second]);
    expect(some.log).toContain(`Key pair "deploy" does not exist in ${third}.`);
    const [error = ''] = annotated(stepOf(none), 'error');
    for (const region of regions) expect(error).toContain(`Key pair "other" does not exist in ${region}.`);
  });

  test('delete goes on in the other Regions when one fails, and names that one', async () => {
    await using scenario = await openScenario();
    await scenario.run([keyPairStep({ ...generated, 'key-name': 'deploy', lifetime: 'run' })]);
    scenario.aws.faults.add({ on: 'DeleteKeyPair', region: second, times: 2, effect: { kind: 'deny' } });

    const run = await scenario.run([keyPairStep({ ...several, operation: 'delete', 'key-name': 'deploy' })]);

    expect(annotated(stepOf(run), 'error').join()).toContain(second);
    expect(stepOf(run).outputs['deleted']).toBe('2');
    expect(namesIn(scenario.aws)).toEqual([`${second} deploy`]);
  });

  test('delete deletes nothing anywhere if one Region has a key pair of someone else', async () => {
    await using scenario = await openScenario();
    await scenario.run([
      keyPairStep({ ...generated, 'aws-region': first, 'key-name': 'deploy', lifetime: 'run' }),
    ]);
    await scenario.aws.seedKeyPairs(third, [{ keyName: 'deploy' }]);

    const run = await scenario.run([keyPairStep({ ...several, operation: 'delete', 'key-name': 'deploy' })]);

    expect(annotated(stepOf(run), 'error').join()).toContain(`in ${third} was not created by this action`);
    expect(namesIn(scenario.aws)).toEqual([`${first} deploy`, `${third} deploy`]);
  });
});

describe('a dry run with several Regions', () => {
  test.each([
    ['create', generated, 'import its public key as ed25519 key pair "deploy" in'],
    [
      'ensure',
      { ...generated, operation: 'ensure' },
      'import its public key as ed25519 key pair "deploy" in',
    ],
    ['delete', { ...several, operation: 'delete' }, 'delete nothing. Key pair "deploy" does not exist in'],
  ])('of %s speaks of each Region, and changes nothing', async (_, inputs, text) => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ ...inputs, 'key-name': 'deploy', 'dry-run': true })]);

    expect(run.conclusion).toBe('success');
    for (const region of regions) expect(run.log).toContain(`${text} ${region}`);
    expect(namesIn(scenario.aws)).toEqual([]);
  });

  test.each(['create', 'ensure'])(
    'of %s says once that it would generate the private key',
    async (operation) => {
      await using scenario = await openScenario();
      const inputs = { ...generated, operation, 'key-name': 'deploy', 'dry-run': true };

      const run = await scenario.run([keyPairStep(inputs)]);

      expect(run.log.match(/would generate .*/g)).toEqual(['would generate a private key on this runner.']);
    },
  );
});

test.each([
  ['create', {}, 'EC2 would generate another key in each'],
  ['ensure', { 'key-name': 'a' }, 'set generate-on: runner'],
  ['fetch', { 'key-name': 'a' }, 'fetch works in one'],
  [
    'delete',
    { 'key-pair-id': 'key-0123456789abcdef0' },
    'key-pair-id cannot be combined with several Regions',
  ],
  ['describe', { 'aws-region': 'eu-west-1, EU-west-1' }, 'aws-region names "eu-west-1" twice'],
])('%s rejects what several Regions cannot have, before any request', async (operation, inputs, text) => {
  await using scenario = await openScenario();

  const run = await scenario.run([keyPairStep({ ...several, operation, ...inputs })]);

  expect(annotated(stepOf(run), 'error').join()).toContain(text);
  expect(scenario.aws.requests).toEqual([]);
});

test('post deletes the key pairs of all Regions if one of them does not answer it', async () => {
  await using scenario = await openScenario();
  scenario.aws.faults.add({
    on: '*',
    region: third,
    when: ({ operation }) => operation !== 'ImportKeyPair',
    times: Number.POSITIVE_INFINITY,
    effect: { kind: 'silence' },
  });

  const run = await scenario.run([keyPairStep(generated)]);

  expect(namesIn(scenario.aws).map((name) => name.split(' ')[0])).toEqual([third]);
  const [warning = ''] = annotated(postOf(run), 'warning');
  expect(warning).toContain(`--region ${third}`);
  expect(
    requestsOfAction(scenario.aws).filter(({ operation }) => operation === 'DeleteKeyPair'),
  ).toHaveLength(2);
});
