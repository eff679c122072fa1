import {
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  type DescribeKeyPairsCommandInput,
  ImportKeyPairCommand,
  waitUntilKeyPairExists,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createdKeyFrom } from '../../../../local/aws/keys/created-key.ts';
import { createAccount, type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError, sendManuallySigned } from './clients.ts';
import { knownEd25519Key } from './known-keys.ts';

const first = createAccount('111111111111');
const second = createAccount('222222222222', 'session');
let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;

beforeAll(async () => {
  aws = await startLocalAws({ accounts: [first, second] });
  ec2 = ec2ClientOf(aws);
});

afterAll(() => aws.close());

function publicLine(seed: string): string {
  return `ssh-ed25519 ${createdKeyFrom(knownEd25519Key(seed)).publicBlob.toString('base64')}`;
}

function importKey(name: string, text = publicLine(name), client = ec2) {
  return client.send(new ImportKeyPairCommand({ KeyName: name, PublicKeyMaterial: Buffer.from(text) }));
}

async function namesShown(input: DescribeKeyPairsCommandInput, client = ec2) {
  const { KeyPairs = [] } = await client.send(new DescribeKeyPairsCommand(input));
  return KeyPairs.map(({ KeyName }) => KeyName);
}

describe('DescribeKeyPairs', () => {
  test('returns all fields of a key pair, and the public key, followed by the name, only on request.', async () => {
    await importKey('shown');
    const plain = await ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['shown'] }));
    expect(plain.KeyPairs).toEqual([
      {
        KeyPairId: expect.stringMatching(/^key-[0-9a-f]{17}$/),
        KeyName: 'shown',
        KeyType: 'ed25519',
        KeyFingerprint: expect.stringMatching(/^[\w+/]{43}=$/),
        CreateTime: aws.keyPairs('eu-west-1').find(({ name }) => name === 'shown')?.createTime,
        Tags: [],
      },
    ]);
    const full = await ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['shown'], IncludePublicKey: true }));
    expect(full.KeyPairs?.[0]?.PublicKey).toBe(`${publicLine('shown')} shown`);
  });

  test('fails as a whole if one of several names or IDs does not exist.', async () => {
    const { KeyPairId = '' } = await importKey('present');
    const byName = ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['present', 'absent'] }));
    const message = "The key pair 'absent' does not exist";
    await expectError(byName, 'InvalidKeyPair.NotFound', { status: 400, message });
    const byId = ec2.send(new DescribeKeyPairsCommand({ KeyPairIds: [KeyPairId, 'key-00000000000000000'] }));
    await expectError(byId, 'InvalidKeyPair.NotFound', { status: 400 });
    expect(await namesShown({ KeyPairIds: [KeyPairId] })).toEqual(['present']);
  });

  test('reads names literally and filters as patterns.', async () => {
    await importKey('star*');
    await importKey('starling');
    expect(await namesShown({ KeyNames: ['star*'] })).toEqual(['star*']);
    expect(await namesShown({ Filters: [{ Name: 'key-name', Values: ['star*'] }] })).toEqual([
      'star*',
      'starling',
    ]);
    expect(await namesShown({ Filters: [{ Name: 'key-name', Values: ['star\\*'] }] })).toEqual(['star*']);
  });

  test('rejects an unknown filter, a malformed ID and an empty name.', async () => {
    const filtered = namesShown({ Filters: [{ Name: 'keyname', Values: ['x'] }] });
    await expectError(filtered, 'InvalidParameterValue', { message: "The filter 'keyname' is invalid" });
    await expectError(namesShown({ KeyPairIds: ['key-1'] }), 'InvalidParameterValue');
    await expectError(namesShown({ KeyNames: [''] }), 'InvalidParameterValue');
  });

  test('returns the key pairs of one account and Region only.', async () => {
    await importKey('apart');
    expect(await namesShown({}, ec2ClientOf(aws, { region: 'sa-east-1' }))).toEqual([]);
    expect(await namesShown({}, ec2ClientOf(aws, { account: second }))).toEqual([]);
    await importKey('of the second', publicLine('x'), ec2ClientOf(aws, { account: second }));
    expect(aws.keyPairs('eu-west-1', '222222222222').map(({ name }) => name)).toEqual(['of the second']);
  });

  test("works with the SDK's waiter.", async () => {
    await importKey('waited for');
    const { state } = await waitUntilKeyPairExists(
      { client: ec2, maxWaitTime: 10 },
      { KeyNames: ['waited for'] },
    );
    expect(state).toBe('SUCCESS');
  });
});

describe('DeleteKeyPair', () => {
  test('by name returns the ID of the key pair, and succeeds if there is none.', async () => {
    const { KeyPairId } = await importKey('deleted');
    const gone = await ec2.send(new DeleteKeyPairCommand({ KeyName: 'deleted' }));
    expect(gone).toMatchObject({ Return: true, KeyPairId });
    const again = await ec2.send(new DeleteKeyPairCommand({ KeyName: 'deleted' }));
    expect(again.Return).toBe(true);
    expect(again.KeyPairId).toBeUndefined();
  });

  test('by ID deletes only that key pair, and rejects an ID that does not exist.', async () => {
    const { KeyPairId } = await importKey('deleted by id');
    await importKey('left alone');
    await ec2.send(new DeleteKeyPairCommand({ KeyPairId }));
    expect(
      await namesShown({ Filters: [{ Name: 'key-name', Values: ['deleted by id', 'left alone'] }] }),
    ).toEqual(['left alone']);
    const again = ec2.send(new DeleteKeyPairCommand({ KeyPairId }));
    await expectError(again, 'InvalidKeyPair.NotFound', { status: 400 });
  });

  test('requires either a name or an ID.', async () => {
    await expectError(ec2.send(new DeleteKeyPairCommand({})), 'MissingParameter');
    const both = new DeleteKeyPairCommand({ KeyName: 'a', KeyPairId: 'key-00000000000000000' });
    await expectError(ec2.send(both), 'InvalidParameterCombination');
    await expectError(ec2.send(new DeleteKeyPairCommand({ KeyName: '' })), 'InvalidParameterValue');
  });
});

describe('Hand-written requests', () => {
  test.each([
    ['an unknown action', { Action: 'DropKeyPair' }, 'InvalidAction'],
    ['no action', {}, 'MissingAction'],
    ['an unknown parameter', { Action: 'DeleteKeyPair', KeyNaem: 'x' }, 'UnknownParameter'],
    ['another version', { Action: 'DescribeKeyPairs', Version: '2010-01-01' }, 'NoSuchVersion'],
    ['the name of a property of Object', { Action: 'constructor' }, 'InvalidAction'],
  ])('with %s are rejected.', async (_what, parameters, code) => {
    const all = { Version: '2016-11-15', ...parameters };
    const { status, text } = await sendManuallySigned(aws.url, { account: first, parameters: all });
    expect(status).toBe(400);
    expect(text).toMatch(`<Response><Errors><Error><Code>${code}</Code><Message>`);
  });

  test("get responses in EC2's XML.", async () => {
    const parameters = { Action: 'DeleteKeyPair', Version: '2016-11-15', KeyName: 'none' };
    const { text } = await sendManuallySigned(aws.url, { account: first, parameters });
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<DeleteKeyPairResponse xmlns="http:\/\/ec2.amazonaws.com\/doc\/2016-11-15\/"><requestId>[0-9a-f-]{36}<\/requestId><return>true<\/return><\/DeleteKeyPairResponse>$/,
    );
  });
});
