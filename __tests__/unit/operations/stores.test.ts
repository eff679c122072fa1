import { describe, expect, test } from '@jest/globals';
import type {
  CreateRequest,
  DeleteRequest,
  EnsureRequest,
  FetchRequest,
  StoreRequest,
} from '../../../src/inputs/request.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { maskPrivateKeyIn } from '../../../src/keys/private-key-text.ts';
import { create } from '../../../src/operations/create.ts';
import { deleteOperation } from '../../../src/operations/delete.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { fetch } from '../../../src/operations/fetch.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { storeErrors } from '../../lib/fake-stores.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { openTestStep, type TestStep } from './test-step.ts';

const reference = 'ssm:/ec2/keypair/deploy';
const store: StoreRequest = { kind: 'store', store: 'ssm', kmsKeyId: undefined, required: true };
const output = { kind: 'output', required: true } as const;
const common = {
  region: undefined,
  dryRun: false,
  tags: [],
  expiresAfter: undefined,
  generateOn: 'ec2',
} as const;
const createRequest: Omit<CreateRequest, 'operation'> = {
  ...common,
  name: { exact: 'deploy' },
  keyType: 'ed25519',
  lifetime: 'persistent',
  destinations: [store],
};
const ensureRequest: EnsureRequest = {
  ...common,
  operation: 'ensure',
  keyName: 'deploy',
  keyType: undefined,
  lifetime: 'persistent',
  sources: [],
  destinations: [store, output],
};
const fetchRequest: FetchRequest = {
  operation: 'fetch',
  region: undefined,
  dryRun: false,
  pair: { keyName: 'deploy' },
  sources: [],
  destinations: [output],
};
const deleteRequest: DeleteRequest = {
  operation: 'delete',
  region: undefined,
  dryRun: false,
  pairs: { keyName: 'deploy' },
  ifInUse: 'ignore',
  force: false,
};

async function created(step: TestStep): Promise<void> {
  await create.execute(await create.plan(createRequest, step), step);
  step.events.length = 0;
  step.stores.journal.length = 0;
  step.masks.length = 0;
}

async function fetched(step: TestStep) {
  return fetch.execute(await fetch.plan(fetchRequest, step), step);
}

async function deleted(step: TestStep) {
  return deleteOperation.execute(await deleteOperation.plan(deleteRequest, step), step);
}

test('create claims the copy after the key pair, so that it is deleted before the key pair', async () => {
  await using step = await openTestStep();
  await create.execute(await create.plan(createRequest, step), step);
  expect(step.events.filter((event) => !event.startsWith('registered'))).toEqual([
    'intended key-pair',
    'ec2 create',
    'held key-pair',
    'intended store',
    'held store',
    'set outputs',
    'kept key-pair store',
  ]);
  expect(step.outputs['private-key-store']).toBe(reference);
  expect(step.leftToPost()).toEqual([]);
});

test.each(['intended store', 'held store', 'set outputs', 'kept key-pair store'])(
  'create that fails at "%s" leaves neither a copy nor a key pair',
  async (event) => {
    await using step = await openTestStep();
    const plan = await create.plan(createRequest, step);
    let isBroken = false;
    step.breakAt = (happening) => {
      const breaks = happening === event && !isBroken;
      isBroken ||= breaks;
      return breaks;
    };
    await expect(create.execute(plan, step)).rejects.toThrow('broken');
    expect([step.ec2.names(), step.stores.get(reference)]).toEqual([[], undefined]);
    expect(step.leftToPost()).toEqual([]);
  },
);

describe('the copy of an existing key pair', () => {
  test('is masked before anything else is done with it, and delivered', async () => {
    await using step = await openTestStep();
    await created(step);
    await fetch.plan(fetchRequest, step);
    expect(step.events).toEqual(['ec2 describe', 'registered masks']);
    await fetched(step);
    expect(step.privateKeyOutput).toBe(step.stores.get(reference)?.text);
  });

  test('is masked even if it is the key of another key pair, which is an error', async () => {
    await using step = await openTestStep();
    await created(step);
    const copy = step.stores.get(reference);
    const { pem } = freshEd25519();
    step.stores.set(reference, { text: pem, tags: copy?.tags ?? [] });
    await expect(fetched(step)).rejects.toMatchObject({ code: 'PRIVATE_KEY_OF_ANOTHER_PAIR' });
    const masks: string[] = [];
    await maskPrivateKeyIn(pem, async (values) => void masks.push(...values));
    expect(step.masks).toEqual(masks);
    expect(step.privateKeyOutput).toBeUndefined();
  });

  test('is waited for if the key pair is new', async () => {
    await using step = await openTestStep();
    await created(step);
    const [pair] = step.ec2.pairs.values();
    step.ec2.put({ ...pair, CreateTime: step.now() });
    step.stores.staleReads = 12;
    await fetched(step);
    expect(step.privateKeyOutput).toBe(step.stores.get(reference)?.text);
    expect(step.privateKeyOutput).toContain('PRIVATE KEY');
  });

  test('stays where it is if ensure asks for another place, which the log says', async () => {
    await using step = await openTestStep();
    await created(step);
    const elsewhere = { ...ensureRequest, destinations: [{ ...store, store: 'ssm:/elsewhere' }, output] };
    const { lines } = await ensure.execute(await ensure.plan(elsewhere, step), step);
    expect(lines).toContain(`Not applied: store. The private key of this key pair is kept in ${reference}.`);
    const copy = step.stores.get(reference);
    const [pair] = step.ec2.pairs.values();
    // Also if the private key was found in a file, and the copy is lost.
    await (await step.openStore({ service: 'ssm', name: '/ec2/keypair/deploy' })).delete();
    step.keysElsewhere.set('key.pem', PrivateKey.parse(copy?.text ?? ''));
    const sources = [{ kind: 'file', path: 'key.pem' }] as const;
    await ensure.execute(await ensure.plan({ ...elsewhere, sources }, step), step);
    expect([step.stores.get(reference)?.text, step.stores.get('ssm:/elsewhere')]).toEqual([
      copy?.text,
      undefined,
    ]);
    expect([...step.ec2.pairs.values()]).toEqual([pair]);
  });

  test('is read by ensure, which keeps no second one', async () => {
    await using step = await openTestStep();
    await created(step);
    await ensure.execute(await ensure.plan(ensureRequest, step), step);
    expect(step.stores.journal).toEqual([`read ${reference}`]);
    expect(step.privateKeyOutput).toBe(step.stores.get(reference)?.text);
  });
});

describe('delete', () => {
  test('asks EC2 first, then deletes the copy, and then the key pair', async () => {
    await using step = await openTestStep();
    await created(step);
    const order: string[] = [];
    step.ec2.onCall = (call) => void order.push(`ec2 ${call}`, ...step.stores.journal.splice(0));
    await deleted(step);
    expect(order).toEqual([
      'ec2 describe',
      'ec2 describe', // for the journal of a rotation
      'ec2 may delete',
      'ec2 delete',
      `look ${reference}`,
      `delete ${reference}`,
    ]);
    expect([step.ec2.names(), step.stores.get(reference)]).toEqual([[], undefined]);
  });

  test('leaves both if EC2 would not delete the key pair', async () => {
    await using step = await openTestStep();
    await created(step);
    step.ec2.faults['may delete'].push({ instead: ec2Errors.denied() });
    await expect(deleted(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect([step.ec2.names(), step.stores.get(reference)]).toEqual([['deploy'], expect.anything()]);
  });

  test('goes on if EC2 refuses only because another process has deleted the key pair', async () => {
    await using step = await openTestStep();
    await created(step);
    const plan = await deleteOperation.plan(deleteRequest, step);
    step.ec2.pairs.clear();
    step.ec2.faults['may delete'].push({ instead: ec2Errors.denied() });
    await deleteOperation.execute(plan, step);
    expect(step.outputs).toMatchObject({ deleted: '0', changed: 'false' });
  });

  test('leaves the key pair if the copy is not deleted', async () => {
    await using step = await openTestStep();
    await created(step);
    step.stores.faults.delete.push({ instead: storeErrors.denied() });
    await expect(deleted(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect([step.ec2.names(), step.stores.get(reference)]).toEqual([['deploy'], expect.anything()]);
  });

  test('leaves a value whose own tags do not name the key pair, and says so', async () => {
    await using step = await openTestStep();
    await created(step);
    const others = { text: 'of others', tags: [[tagKeys.nonce, 'another']] as const };
    step.stores.set(reference, others);
    await deleted(step);
    expect([step.ec2.names(), step.stores.get(reference)]).toEqual([[], others]);
    expect(step.logged).toContain(
      `warning: Kept: ${reference}. The tag of key pair "deploy" names it, but its own tags do not name this key pair.`,
    );
  });
});
