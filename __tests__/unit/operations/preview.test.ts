import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Request } from '../../../src/inputs/request.ts';
import { create } from '../../../src/operations/create.ts';
import { deleteOperation } from '../../../src/operations/delete.ts';
import { describe as describeOperation } from '../../../src/operations/describe.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { fetch } from '../../../src/operations/fetch.ts';
import { importOperation } from '../../../src/operations/import.ts';
import type { Operation } from '../../../src/operations/operation.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { sweep } from '../../../src/operations/sweep.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { defaultFile, fileAt, output, plainCreate } from './plain-requests.ts';
import { plainRotation } from './rotation-case.ts';
import { managedTags, openTestStep, type TestStep } from './test-step.ts';

const key = freshEd25519();
const common = { region: undefined, dryRun: false } as const;
const tags = [{ key: 'team', value: 'web' }];
const deploy = { KeyName: 'deploy', PublicKey: publicKeyLine(key), Tags: managedTags };

/** The calls of one plan that change something: those that its preview asked about, and those that it sent. */
interface Comparison {
  readonly asked: readonly object[];
  readonly sent: readonly object[];
}

interface PreviewCase {
  /** What exists, as in `two key pairs`. */
  readonly given: string;
  prepare(step: TestStep): void;
  compare(step: TestStep): Promise<Comparison>;
  /** The calls that are expected, in order. */
  readonly calls: readonly string[];
}

const cases: { readonly [Name in Request['operation']]: readonly PreviewCase[] } = {
  create: [
    {
      given: 'nothing',
      prepare: () => {},
      compare: comparing(create, { ...plainCreate, tags, expiresAfter: 60_000 }),
      calls: ['CreateKeyPairCommand'],
    },
  ],
  ensure: [
    { given: 'nothing', prepare: () => {}, compare: comparingEnsure(), calls: ['CreateKeyPairCommand'] },
    {
      given: 'a managed key pair that lacks tags',
      prepare: ({ ec2 }) => void ec2.put(deploy),
      compare: comparingEnsure(),
      calls: ['CreateTagsCommand'],
    },
    {
      given: 'a key pair that is not managed here',
      prepare: ({ ec2 }) => void ec2.put({ ...deploy, Tags: [] }),
      compare: comparingEnsure(),
      calls: [],
    },
  ],
  import: [
    { given: 'nothing', prepare: () => {}, compare: comparingImport(), calls: ['ImportKeyPairCommand'] },
    {
      given: 'a key pair with this key',
      prepare: ({ ec2 }) => void ec2.put(deploy),
      compare: comparingImport(),
      calls: [],
    },
  ],
  fetch: [
    {
      given: 'a key pair and its private key',
      prepare: ({ ec2, folders }) => {
        ec2.put(deploy);
        writeFileSync(path.join(folders.workspace, 'key.pem'), key.pem);
      },
      compare: comparing(fetch, {
        ...common,
        operation: 'fetch',
        pair: { keyName: 'deploy' },
        sources: [{ kind: 'file', path: 'key.pem' }],
        destinations: [output, fileAt('key.pem')],
      }),
      calls: [],
    },
  ],
  describe: [
    {
      given: 'a key pair',
      prepare: ({ ec2 }) => void ec2.put(deploy),
      compare: comparing(describeOperation, {
        ...common,
        operation: 'describe',
        pairs: { tags: [], namePattern: undefined, fingerprint: undefined },
      }),
      calls: [],
    },
  ],
  rotate: [
    {
      given: 'a key pair, and a public key',
      prepare: ({ ec2 }) => void ec2.put(deploy),
      compare: comparingRotation(),
      calls: ['ImportKeyPairCommand', 'DeleteKeyPairCommand', 'ImportKeyPairCommand'],
    },
  ],
  delete: [
    {
      given: 'two key pairs',
      prepare: ({ ec2 }) => {
        ec2.put(deploy);
        ec2.put({ ...deploy, KeyName: 'deploy2' });
      },
      compare: comparingDelete(),
      calls: ['DeleteKeyPairCommand', 'DeleteKeyPairCommand'],
    },
    { given: 'nothing', prepare: () => {}, compare: comparingDelete(), calls: [] },
  ],
  sweep: [
    {
      given: 'a key pair that has expired, and a persistent one',
      prepare: ({ ec2 }) => {
        const expired = { Key: tagKeys.expiresAt, Value: '2026-11-24T11:00:00Z' };
        const persistent = { Key: tagKeys.lifetime, Value: 'persistent' };
        ec2.put({ ...deploy, Tags: [...managedTags, persistent, expired] });
        ec2.put({ ...deploy, KeyName: 'deploy2', Tags: [...managedTags, persistent] });
      },
      compare: comparingSweep(),
      calls: ['DeleteKeyPairCommand'],
    },
    { given: 'nothing', prepare: () => {}, compare: comparingSweep(), calls: [] },
  ],
};

function comparingSweep() {
  return comparing(sweep, {
    ...common,
    operation: 'sweep',
    repositories: ['github.com/octo/widgets'],
    tags: [],
    olderThan: undefined,
    ifInUse: 'ignore',
    githubToken: 'token',
  });
}

function comparingEnsure() {
  const { name: _, ...request } = plainCreate;
  return comparing(ensure, {
    ...request,
    operation: 'ensure',
    keyName: 'deploy',
    keyType: undefined,
    sources: [],
    destinations: [defaultFile],
    tags,
  });
}

function comparingImport() {
  return comparing(importOperation, {
    ...common,
    operation: 'import',
    name: { exact: 'deploy' },
    publicKey: { text: publicKeyLine(key) },
    tags,
    lifetime: 'run',
    expiresAfter: undefined,
  });
}

/** Without what the execution asks again, and without the deletion of the journal, whose ID no preview can know. */
function comparingRotation() {
  const compare = comparing(rotate, {
    ...plainRotation,
    publicKey: { text: publicKeyLine(freshEd25519()) },
    destinations: [],
  });
  return async (step: TestStep): Promise<Comparison> => {
    const { asked, sent } = await compare(step);
    // Also asks whether the old key pair could be put back, which is only done if the rotation fails.
    expect(asked.at(-1)).toMatchObject({
      command: 'ImportKeyPairCommand',
      input: { KeyName: 'deploy', TagSpecifications: [{ Tags: managedTags }] },
    });
    return { asked: asked.slice(0, -1), sent: sent.slice(0, -1) };
  };
}

function comparingDelete() {
  return comparing(deleteOperation, {
    ...common,
    operation: 'delete',
    pairs: { runId: '4242' },
    ifInUse: 'ignore',
    force: true,
  });
}

/** Previews a plan as a dry run does, then executes that plan. */
function comparing<Requested, Plan>(operation: Operation<Requested, Plan, TestStep>, request: Requested) {
  return async (step: TestStep): Promise<Comparison> => {
    const plan = await operation.plan(request, step);
    const before = [step.snapshot(), [...step.ec2.pairs]];
    const asked = await changesDuring(step, async () => {
      const { actions } = await operation.preview(plan, step);
      for (const { checkPermission } of actions) await answeredYes(step, checkPermission);
    });
    expect([step.snapshot(), [...step.ec2.pairs]]).toEqual(before);
    const executed = await changesDuring(step, () => operation.execute(plan, step));
    // Some executions ask EC2 first themselves.
    const sent = executed.filter(({ input }) => !('DryRun' in input && input.DryRun === true));
    expect([...asked, ...sent].map(({ input }) => 'DryRun' in input && input.DryRun)).toEqual([
      ...asked.map(() => true),
      ...sent.map(() => false),
    ]);
    return { asked: asked.map(withoutDryRun), sent: sent.map(withoutDryRun) };
  };
}

/** Asks a question that EC2 answers with yes, whichever call it is about. */
async function answeredYes(
  { ec2: { faults } }: TestStep,
  checkPermission?: () => Promise<void>,
): Promise<void> {
  const calls = [faults.create, faults['may import'], faults['may tag'], faults['may delete']];
  for (const call of calls) call.push({ instead: ec2Errors.wouldBeAllowed() });
  await checkPermission?.();
  for (const call of calls) call.splice(0);
}

type SentCommand = TestStep['sent'][number];

async function changesDuring(step: TestStep, work: () => Promise<unknown>): Promise<SentCommand[]> {
  const before = step.sent.length;
  await work();
  return step.sent.slice(before).filter(({ command }) => !command.startsWith('Describe'));
}

function withoutDryRun({ command, input }: SentCommand): object {
  return { command, input: { ...input, DryRun: undefined } };
}

describe.each(Object.entries(cases))('the preview of %s asks about exactly what would be sent', (_, all) => {
  test.each(all.map((one): [string, PreviewCase] => [one.given, one]))(
    'given %s',
    async (__, { prepare, compare, calls }) => {
      await using step = await openTestStep();
      prepare(step);
      const { asked, sent } = await compare(step);
      expect(sent).toEqual(calls.map((command) => expect.objectContaining({ command })));
      expect(asked).toEqual(sent);
    },
  );
});
