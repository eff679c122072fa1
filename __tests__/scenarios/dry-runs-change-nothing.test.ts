import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { factsIn, stateName } from '../../test-support/claims.ts';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import {
  annotated,
  keyPairStep,
  openScenario,
  operationsSent,
  postOf,
  type Scenario,
  stepOf,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';
import { createSshKey } from './parts/ssh-keygen.ts';

interface DryRun {
  readonly inputs: Record<string, string | boolean>;
  readonly sent: readonly string[];
  readonly would: readonly string[];
  /** Among the outputs. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

const creates = { created: 'true', changed: 'true', 'key-name': 'new', 'key-pair-id': '' };
const uses = { created: 'false', changed: 'false', 'key-name': 'ours' };

const dryRuns: DryRun[] = [
  {
    inputs: { operation: 'create', 'key-name': 'new', 'private-key-path': 'keys/new.pem', lifetime: 'job' },
    sent: ['DescribeKeyPairs', 'CreateKeyPair (dry run)'],
    outputs: creates,
    would: [
      'create rsa key pair "new" in eu-west-1',
      'write the private key to',
      'delete the key pair when the job ends',
      'warn: The private key file is in the workspace (',
    ],
  },
  {
    inputs: { operation: 'ensure', 'key-name': 'new', 'output-private-key': true, 'key-type': 'ed25519' },
    sent: ['DescribeKeyPairs', 'DescribeKeyPairs', 'CreateKeyPair (dry run)'],
    outputs: { ...creates, 'private-key-path': '' },
    would: [
      'create ed25519 key pair "new" in eu-west-1',
      'set the output private-key',
      'write the private key to',
      'warn: Key pair "new" will outlive this job, but its private key will not',
    ],
  },
  {
    inputs: { operation: 'ensure', 'key-name': 'ours', tags: 'stage=test' },
    sent: ['DescribeKeyPairs', 'CreateTags (dry run)'],
    outputs: { ...uses, changed: 'true' },
    would: ['use key pair "ours" (key-', 'set tag stage on key pair "ours" in eu-west-1'],
  },
  {
    inputs: { operation: 'ensure', 'key-name': 'ours' },
    sent: ['DescribeKeyPairs'],
    outputs: uses,
    would: ['use key pair "ours" (key-'],
  },
  {
    inputs: { operation: 'import', 'key-name': 'new', 'public-key-path': 'id.pub' },
    sent: ['DescribeKeyPairs', 'ImportKeyPair (dry run)'],
    outputs: creates,
    would: ['import key pair "new" in eu-west-1 (ed25519, SHA256:'],
  },
  {
    inputs: {
      ...{ operation: 'rotate', 'key-name': 'ours' },
      ...{ 'output-private-key': true, 'private-key-path': 'none' },
    },
    sent: [
      'DescribeKeyPairs',
      'DescribeKeyPairs',
      'ImportKeyPair (dry run)',
      'DeleteKeyPair (dry run)',
      'ImportKeyPair (dry run)',
      'ImportKeyPair (dry run)',
    ],
    outputs: { ...creates, created: 'false', 'key-name': 'ours', 'private-key-path': '' },
    would: [
      'keep the old public key in key pair "ours.rotating" in eu-west-1, until the rotation is complete',
      'set the output private-key',
      'delete key pair "ours" (key-',
      'import key pair "ours" in eu-west-1 with a new',
      'delete key pair "ours.rotating" in eu-west-1',
    ],
  },
  {
    inputs: { operation: 'fetch', 'key-name': 'ours' },
    sent: ['DescribeKeyPairs'],
    outputs: uses,
    would: ['use key pair "ours" (key-'],
  },
  {
    inputs: { operation: 'describe' },
    sent: ['DescribeKeyPairs'],
    outputs: { changed: 'false', 'key-pairs': expect.stringContaining('"ours"') },
    would: ['list 1 key pair in eu-west-1'],
  },
  {
    inputs: { operation: 'delete', 'key-name': 'ours' },
    sent: ['DescribeKeyPairs', 'DescribeKeyPairs', 'DeleteKeyPair (dry run)'],
    outputs: { changed: 'true', deleted: '1' },
    would: ['delete key pair "ours" (key-'],
  },
  {
    inputs: { operation: 'delete', 'run-id': '4242' },
    sent: ['DescribeKeyPairs', 'DeleteKeyPair (dry run)'],
    outputs: { changed: 'true', deleted: '1' },
    would: ['delete key pair "ours" (key-'],
  },
];

describe('a dry run of', () => {
  test.each(dryRuns)(
    '$inputs.operation prints what it would do, checks permissions with EC2, and changes nothing ($inputs)',
    async (it) => {
      await using scenario = await openScenario();
      const { steps, before } = await prepared(scenario);

      const run = await scenario.run([...steps, keyPairStep({ ...it.inputs, 'dry-run': true })]);

      expect(run.conclusion).toBe('success');
      expect(operationsSent(scenario.aws)).toEqual(it.sent);
      expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
      expect(run.files.workspace.map(({ path }) => path)).toEqual(['id.pub']);
      expect(run.files.temp.filter(({ path }) => !isOfTheRunner.test(path))).toEqual([]);
      const said = stepOf(run).log.filter((line) => line.startsWith('Dry run: would '));
      expect(said.map((line) => line.slice('Dry run: would '.length))).toEqual(
        it.would.map((text) => expect.stringContaining(text)),
      );
      expect(stepOf(run).outputs).toMatchObject(it.outputs);
      expect(run.masks).toEqual([]);
      expect(factsIn(stepOf(run).state[stateName] ?? '')).toEqual([]);
      expect(postOf(run).raw).toEqual([]);
    },
  );

  test.each(dryRuns.filter(({ sent }) => sent.some((name) => name.endsWith('(dry run)'))))(
    '$inputs.operation fails without permission ($inputs)',
    async ({ inputs, sent }) => {
      await using scenario = await openScenario();
      const { steps, before } = await prepared(scenario);
      const on = sent.at(-1)?.replace(' (dry run)', '') ?? '';
      scenario.aws.faults.add({ on, effect: { kind: 'deny' } });

      const run = await scenario.run([...steps, keyPairStep({ ...inputs, 'dry-run': true })]);

      expect(run.conclusion).toBe('failure');
      expect(annotated(stepOf(run), 'error').join()).toContain(`not authorized to perform: ec2:${on}`);
      expect(annotated(stepOf(run), 'error').join()).toMatch(
        /^EC2 would not allow this: UnauthorizedOperation: /,
      );
      expect(run.log).toContain(`The role needs ec2:${on}`);
      expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
    },
  );

  test('create looks like this in the job', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'dry-run': true, 'output-private-key': true })]);

    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test('create fails for a name that is taken, like without dry-run', async () => {
    await using scenario = await openScenario();
    const tags = { ...managedTags(), 'ec2-key-pair-action:nonce': 'of another step' };
    await new OtherUser(scenario.aws).create('ours', tags);

    const run = await scenario.run([keyPairStep({ 'key-name': 'ours', 'dry-run': true })]);
    const real = await scenario.run([keyPairStep({ 'key-name': 'ours' })]);

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toMatch(/^Key pair "ours" already exists in eu-west-1 /);
    expect(annotated(stepOf(run), 'error')).toEqual(annotated(stepOf(real), 'error'));
  });

  test('create warns of a private key file in the workspace, like without dry-run', async () => {
    await using scenario = await openScenario();
    const create = { 'private-key-path': 'keys/new.pem' };

    const run = await scenario.run([keyPairStep({ ...create, 'dry-run': true })]);
    const real = await scenario.run([keyPairStep(create)]);

    const [warning = 'none'] = annotated(stepOf(real), 'warning');
    expect(warning).toContain('is in the workspace');
    const expected = `Dry run: would warn: ${warning}`.replaceAll('/job-2/', '/job-1/');
    expect(stepOf(run).log).toContain(expected);
    expect(stepOf(run).outputs['private-key-path']).toMatch(/\/job-1\/.*\/keys\/new\.pem$/);
  });

  test.each<[string, string, Record<string, string>]>([
    ['ensure', 'managed', { lifetime: 'run' }],
    ['ensure', 'foreign', { tags: 'team=blue', 'expires-after': '7d' }],
    ['import', 'managed', { tags: 'team=blue', lifetime: 'run', 'public-key-path': 'id.pub' }],
  ])(
    '%s of a %s key pair says what does not apply, like without dry-run: %o',
    async (operation, origin, asked) => {
      await using scenario = await openScenario();
      const { steps, publicKey } = await prepared(scenario);
      const tags = origin === 'managed' ? managedTags({ lifetime: 'persistent' }) : {};
      await new OtherUser(scenario.aws).import('there', publicKey, tags);
      const inputs = { operation, 'key-name': 'there', ...asked };

      const run = await scenario.run([...steps, keyPairStep({ ...inputs, 'dry-run': true })]);
      const real = await scenario.run([...steps, keyPairStep(inputs)]);

      const [remark = 'none'] = stepOf(real).log.filter((line) => line.startsWith('Not applied: '));
      expect(stepOf(run).log).toContain(`Dry run: ${remark}`);
      expect(stepOf(run).summary).toContain('Not applied: ');
      expect(stepOf(run).outputs).toEqual(stepOf(real).outputs);
    },
  );

  test('create fails for a path that already exists, like without dry-run', async () => {
    await using scenario = await openScenario();
    const { steps } = await prepared(scenario);

    const run = await scenario.run([
      ...steps,
      keyPairStep({ 'private-key-path': 'id.pub', 'dry-run': true }),
    ]);

    expect(run.conclusion).toBe('failure');
    expect(operationsSent(scenario.aws)).toEqual([]);
  });
});

/** The runner's command files, and the script of a `run:` step. */
const isOfTheRunner = /^_|\.sh$/;

/** Creates a key pair of this repository, and a step that writes a public key to the workspace. */
async function prepared(scenario: Scenario) {
  await new OtherUser(scenario.aws).create('ours', managedTags());
  const publicKey = (await readFile(`${await createSshKey(scenario.aside)}.pub`, 'utf8')).trim();
  return {
    before: scenario.aws.keyPairs('eu-west-1'),
    publicKey,
    steps: [{ name: 'write', run: `echo '${publicKey}' > id.pub` }],
  };
}
