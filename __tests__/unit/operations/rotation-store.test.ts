import { describe, expect, test } from '@jest/globals';
import type { DestinationRequest } from '../../../src/inputs/request.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { settleCopy } from '../../../src/operations/settle-copy.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import {
  newNonce,
  oldKey,
  oldNonce,
  oldTags,
  plainRotation,
  putOld,
  runRotation,
  tagsNow,
} from './rotation-case.ts';
import { openTestStep, type TestStep } from './test-step.ts';

const old = PublicKey.parseOpenSsh(publicKeyLine(oldKey));
const lasting = { ssm: 'ssm:/ec2/keypair/deploy', 'secrets-manager': 'secrets-manager:deploy' } as const;
type Service = keyof typeof lasting;

function storeRequest(store: string, kmsKeyId?: string): DestinationRequest {
  return { kind: 'store', store, kmsKeyId, required: true };
}

const tagsOf = (nonce: string) =>
  [
    ['managed-by', 'ec2-key-pair-action'],
    [tagKeys.nonce, nonce],
  ] as const;

/** A key pair whose private key is in a store. */
function putStored(step: TestStep, service: Service, kmsKeyId?: string): void {
  putOld(step, { Tags: [...oldTags, { Key: tagKeys.store, Value: lasting[service] }] });
  step.stores.set(lasting[service], { text: freshEd25519().pem, tags: tagsOf(oldNonce), kmsKeyId });
}

test('A dry run names the place that the private key has in the end, and says that it is moved there', async () => {
  await using step = await openTestStep();
  putStored(step, 'ssm');
  const plan = await rotate.plan({ ...plainRotation, destinations: [] }, step);
  const { actions, outputs } = await rotate.preview(plan, step);
  expect(outputs['private-key-store']).toBe(lasting.ssm);
  expect(actions.map(({ text }) => text).slice(-2)).toEqual([
    expect.stringMatching(
      /^move the private key from ssm:\S+\.rotating-[0-9a-f]{8} to ssm:\/ec2\/keypair\/deploy,/,
    ),
    'delete key pair "deploy.rotating" in eu-west-1',
  ]);
});

describe('store-kms-key-id', () => {
  test.each([
    [
      'that the secret does not have is rejected: its new version would not be encrypted with it',
      undefined,
      'alias/mine',
    ],
    ['that replaces another one is rejected, too', 'alias/theirs', 'alias/mine'],
  ])('%s', async (_, before, asked) => {
    await using step = await openTestStep();
    putStored(step, 'secrets-manager', before);
    const destinations = [storeRequest(lasting['secrets-manager'], asked)];
    await expect(rotate.plan({ ...plainRotation, destinations }, step)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('store-kms-key-id'),
    });
  });

  test.each([
    ['secrets-manager', 'alias/mine'],
    ['ssm', undefined],
  ] as const)('that the copy has, or can get, is used (%s)', async (service, before) => {
    await using step = await openTestStep();
    putStored(step, service, before);
    await runRotation(step, { destinations: [storeRequest(lasting[service], 'alias/mine')] });
    expect(step.stores.get(lasting[service])).toMatchObject({ kmsKeyId: 'alias/mine' });
  });
});

test('A rotation is not complete if the new private key is no longer in the store, and says so', async () => {
  await using step = await openTestStep();
  putOld(step);
  step.breakAt = (event) => {
    if (event === 'set outputs') step.stores.set(lasting.ssm, { text: 'not yours', tags: [] });
    return false;
  };
  step.fleet.launch(old, 'i-0a');
  const { warnings, failure } = await runRotation(step, {
    destinations: [storeRequest('ssm')],
    instances: { by: 'ssm', policy: 'warn' },
  });
  expect(failure).toMatchObject({ code: 'STORE_UNCONFIRMED' });
  expect(step.fleet.accepted(old)).toEqual({ 'i-0a': [0] });
  expect(step.outputs['instances']).toContain('also accepts the old key');
  expect(warnings).toContainEqual(
    expect.stringMatching(
      /the rotation of key pair "deploy" .* Parameter Store does not have the new private key of .* in ssm:\/ec2\/keypair\/deploy in eu-west-1/,
    ),
  );
  expect(step.ec2.names().toSorted()).toEqual(['deploy', 'deploy.rotating']);
  expect(await step.post()).toMatchObject([{ outcome: 'left' }]);
});

test.each([
  ['in the same place', [] as DestinationRequest[]],
  ['in that place, as it asks for', [storeRequest(lasting['secrets-manager'])]],
])(
  'A rotation does not begin if the secret with the old key is scheduled for deletion, and the new key would go %s',
  async (_, destinations) => {
    await using step = await openTestStep();
    putStored(step, 'secrets-manager');
    const secret = step.stores.get(lasting['secrets-manager']);
    if (secret !== undefined)
      step.stores.set(lasting['secrets-manager'], { ...secret, isPendingDeletion: true });
    const before = [...step.ec2.pairs];
    await expect(runRotation(step, { destinations })).rejects.toMatchObject({
      code: 'STORE_PENDING_DELETION',
    });
    expect([...step.ec2.pairs]).toEqual(before);
  },
);

test('The temporary copy stays if EC2 does not know the key pair whose tag names it', async () => {
  await using step = await openTestStep();
  const temporary = `${lasting.ssm}.rotating-c3c3c3c3`;
  const tags = [
    ...oldTags.filter(({ Key }) => Key !== tagKeys.nonce),
    { Key: tagKeys.nonce, Value: newNonce },
    { Key: tagKeys.store, Value: temporary },
  ];
  const { KeyPairId: keyPairId } = step.ec2.put({ KeyName: 'deploy', Tags: tags });
  step.stores.set(lasting.ssm, { text: freshEd25519().pem, tags: tagsOf(oldNonce) });
  step.stores.set(temporary, { text: freshEd25519().pem, tags: tagsOf(newNonce) });
  step.ec2.faults.tag.push({ instead: ec2Errors.notFound() });
  const pair = { keyPairId, keyName: 'deploy', tags: new Map(tags.map(({ Key, Value }) => [Key, Value])) };
  await expect(settleCopy(pair, oldNonce, step)).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND' });
  expect(step.stores.get(temporary)).toBeDefined();
  expect(await settleCopy(pair, oldNonce, step)).toBe(lasting.ssm);
  expect([step.stores.get(temporary), tagsNow(step)?.[tagKeys.store]]).toEqual([undefined, lasting.ssm]);
});

test.each([
  ['names no store', []],
  ['names the store again', [storeRequest('ssm')]],
] as const)(
  'The new copy gets the name of an old one that was deleted before, also if the step %s',
  async (_, destinations) => {
    await using step = await openTestStep();
    putOld(step, { Tags: [...oldTags, { Key: tagKeys.store, Value: lasting.ssm }] });
    await runRotation(step, { destinations });
    expect(step.stores.get(lasting.ssm)?.text).toContain('BEGIN');
    expect(tagsNow(step)?.[tagKeys.store]).toBe(lasting.ssm);
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
  },
);
