import { generateKeyPairSync } from 'node:crypto';
import { DescribeKeyPairsCommand, ImportKeyPairCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createdKeyFrom } from '../../../../local/aws/keys/created-key.ts';
import { createAccount, type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf } from './clients.ts';

const first = createAccount('111111111111');
const second = createAccount('222222222222');
let aws: LocalAws;

beforeEach(async () => {
  aws = await startLocalAws({ accounts: [first, second] });
});

afterEach(() => aws.close());

async function shown(account = first) {
  const { KeyPairs = [] } = await ec2ClientOf(aws, { account }).send(new DescribeKeyPairsCommand({}));
  return KeyPairs;
}

function publicLine(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return `ssh-ed25519 ${createdKeyFrom(privateKey).publicBlob.toString('base64')}`;
}

function importKey(KeyName: string) {
  const command = new ImportKeyPairCommand({ KeyName, PublicKeyMaterial: Buffer.from(publicLine()) });
  return ec2ClientOf(aws, { account: first }).send(command);
}

describe('Seeded key pairs', () => {
  test('are listed with the tags and the creation time of their seed.', async () => {
    const createTime = new Date('2025-12-31T23:59:59.000Z');
    const [stored] = await aws.seedKeyPairs('eu-west-1', [
      { keyName: 'old', createTime, tags: { 'managed-by': 'me', a: '1' } },
    ]);
    expect(await shown()).toEqual([
      {
        KeyPairId: stored?.id,
        KeyName: 'old',
        KeyType: 'ed25519',
        KeyFingerprint: expect.stringMatching(/^[\w+/]{43}=$/),
        CreateTime: createTime,
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'managed-by', Value: 'me' },
        ],
      },
    ]);
  });

  test('are RSA or imported if the seed says so.', async () => {
    const publicKey = publicLine();
    await aws.seedKeyPairs('eu-west-1', [
      { keyName: 'rsa', type: 'rsa' },
      { keyName: 'imported', publicKey },
    ]);
    const [rsa, imported] = aws.keyPairs('eu-west-1');
    expect(rsa).toMatchObject({ type: 'rsa', imported: false });
    expect(rsa?.fingerprint).toMatch(/^(?:[0-9a-f]{2}:){19}[0-9a-f]{2}$/);
    expect(imported).toMatchObject({ type: 'ed25519', imported: true, publicKey });
  });

  test('can be thousands, each with its own ID and key, and all are listed.', async () => {
    const seeds = Array.from({ length: 5000 }, (_, index) => ({ keyName: `pair-${index}` }));
    await aws.seedKeyPairs('eu-west-1', seeds);
    const pairs = await shown();
    expect(pairs.map(({ KeyName }) => KeyName)).toEqual(seeds.map(({ keyName }) => keyName));
    expect(new Set(pairs.map(({ KeyPairId }) => KeyPairId)).size).toBe(5000);
    expect(new Set(pairs.map(({ KeyFingerprint }) => KeyFingerprint)).size).toBe(5000);
  });

  test('are visible to a stale read that hides the last write.', async () => {
    aws.faults.staleReads = 1;
    await importKey('fresh');
    await aws.seedKeyPairs('eu-west-1', [{ keyName: 'old' }]);
    expect((await shown()).map(({ KeyName }) => KeyName)).toEqual(['old']);
    expect((await shown()).map(({ KeyName }) => KeyName)).toEqual(['fresh', 'old']);
  });

  test('count like any other: their names already exist, and they count toward the quota.', async () => {
    aws.faults.keyPairQuota = 2;
    await aws.seedKeyPairs('eu-west-1', [{ keyName: 'a' }, { keyName: 'b' }]);
    await expect(importKey('a')).rejects.toThrow('The keypair already exists');
    await expect(importKey('c')).rejects.toThrow('Maximum of 2 keypairs reached');
  });

  test('are all rejected if one name already exists.', async () => {
    await aws.seedKeyPairs('eu-west-1', [{ keyName: 'a' }]);
    const again = aws.seedKeyPairs('eu-west-1', [{ keyName: 'b' }, { keyName: 'a' }]);
    await expect(again).rejects.toThrow(new RangeError('Key pair "a" already exists'));
    const twice = aws.seedKeyPairs('eu-west-1', [{ keyName: 'c' }, { keyName: 'c' }]);
    await expect(twice).rejects.toThrow(RangeError);
    expect(aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual(['a']);
  });
});

test('Key pairs are seeded into the specified account and Region.', async () => {
  await aws.seedKeyPairs('eu-west-1', [{ keyName: 'theirs' }], second.accountId);
  expect(await shown()).toEqual([]);
  expect((await shown(second)).map(({ KeyName }) => KeyName)).toEqual(['theirs']);
  expect(aws.keyPairs('us-east-1', second.accountId)).toEqual([]);
});
