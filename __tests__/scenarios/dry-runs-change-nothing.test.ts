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
}

const dryRuns: DryRun[] = [
  {
    inputs: { operation: 'create', 'key-name': 'new', 'private-key-path': 'keys/new.pem', lifetime: 'job' },
    sent: ['CreateKeyPair (dry run)'],
    would: [
      'create rsa key pair "new" in eu-west-1',
      'write the private key to',
      'delete the key pair when the job ends',
    ],
  },
  {
    inputs: { operation: 'ensure', 'key-name': 'new', 'output-private-key': true, 'key-type': 'ed25519' },
    sent: ['DescribeKeyPairs', 'CreateKeyPair (dry run)'],
    would: [
      'create ed25519 key pair "new" in eu-west-1',
      'set the output private-key',
      'write the private key to',
    ],
  },
  {
    inputs: { operation: 'ensure', 'key-name': 'ours', tags: 'stage=test' },
    sent: ['DescribeKeyPairs', 'CreateTags (dry run)'],
    would: ['use key pair "ours" (key-', 'set tag stage on key pair "ours" in eu-west-1'],
  },
  {
    inputs: { operation: 'ensure', 'key-name': 'ours' },
    sent: ['DescribeKeyPairs'],
    would: ['use key pair "ours" (key-'],
  },
  {
    inputs: { operation: 'import', 'key-name': 'new', 'public-key-path': 'id.pub' },
    sent: ['DescribeKeyPairs', 'ImportKeyPair (dry run)'],
    would: ['import key pair "new" in eu-west-1 (ed25519, SHA256:'],
  },
  {
    inputs: { operation: 'fetch', 'key-name': 'ours' },
    sent: ['DescribeKeyPairs'],
    would: ['use key pair "ours" (key-'],
  },
  {
    inputs: { operation: 'describe' },
    sent: ['DescribeKeyPairs'],
    would: ['list 1 key pair in eu-west-1'],
  },
  {
    inputs: { operation: 'delete', 'key-name': 'ours' },
    sent: ['DescribeKeyPairs', 'DeleteKeyPair (dry run)'],
    would: ['delete key pair "ours" (key-'],
  },
  {
    inputs: { operation: 'delete', 'run-id': '4242' },
    sent: ['DescribeKeyPairs', 'DeleteKeyPair (dry run)'],
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
      expect(run.log).toContain(`The role needs ec2:${on}`);
      expect(scenario.aws.keyPairs('eu-west-1')).toEqual(before);
    },
  );

  test('create looks like this in the job', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'dry-run': true, 'output-private-key': true })]);

    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

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
    steps: [{ name: 'write', run: `echo '${publicKey}' > id.pub` }],
  };
}
