import { createHash, createPrivateKey } from 'node:crypto';
import {
  CreateKeyPairCommand,
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  type DescribeKeyPairsCommandInput,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createdKeyFrom } from '../../../../local/aws/keys/created-key.ts';
import { createAccount, type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError } from './clients.ts';
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

describe('CreateKeyPair', () => {
  test('creates an RSA key by default, and its fingerprint matches the key material.', async () => {
    const created = await ec2.send(new CreateKeyPairCommand({ KeyName: 'new rsa' }));
    const key = createPrivateKey(created.KeyMaterial ?? '');
    const digest = createHash('sha1')
      .update(key.export({ type: 'pkcs8', format: 'der' }))
      .digest('hex');
    expect(created.KeyFingerprint?.replaceAll(':', '')).toBe(digest);
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(created.KeyMaterial).toMatch(
      /^-----BEGIN RSA PRIVATE KEY-----\n(?:[\w+/]{64}\n)+[\w+/=]{1,64}\n-----END/,
    );
    expect(created.KeyPairId).toMatch(/^key-[0-9a-f]{17}$/);
    expect(created.KeyName).toBe('new rsa');
    expect(created.Tags).toBeUndefined();
  });

  test('returns the tags.', async () => {
    const created = await ec2.send(
      new CreateKeyPairCommand({
        KeyName: 'new tagged',
        KeyType: 'ed25519',
        TagSpecifications: [
          { ResourceType: 'key-pair', Tags: [{ Key: 'a & <b>', Value: 'ü "c"\r\n' }, { Key: 'empty' }] },
        ],
      }),
    );
    expect(created.Tags).toEqual([
      { Key: 'a & <b>', Value: 'ü "c"\r\n' },
      { Key: 'empty', Value: '' },
    ]);
    expect(created.KeyMaterial).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/);
  });

  test("returns PuTTY's format on request, for both key types.", async () => {
    for (const KeyType of ['rsa', 'ed25519'] as const) {
      const created = await ec2.send(
        new CreateKeyPairCommand({ KeyName: `ppk ${KeyType}`, KeyType, KeyFormat: 'ppk' }),
      );
      expect(created.KeyMaterial).toMatch(
        new RegExp(`^PuTTY-User-Key-File-2: ssh-${KeyType}\nEncryption: none\n`),
      );
    }
  });

  test('rejects a name that already exists in the same Region.', async () => {
    await importKey('taken');
    const call = ec2.send(new CreateKeyPairCommand({ KeyName: 'taken', KeyType: 'ed25519' }));
    await expectError(call, 'InvalidKeyPair.Duplicate', {
      status: 400,
      message: 'The keypair already exists',
    });
    const elsewhere = ec2ClientOf(aws, { region: 'us-east-2' });
    await elsewhere.send(new CreateKeyPairCommand({ KeyName: 'taken', KeyType: 'ed25519' }));
  });

  test('succeeds for one of many concurrent requests with the same name, and all others fail with a duplicate.', async () => {
    const racers = Array.from({ length: 8 }, () =>
      ec2.send(new CreateKeyPairCommand({ KeyName: 'raced for', KeyType: 'ed25519' })),
    );
    const outcomes = await Promise.allSettled(racers);
    const losers = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.name] : [],
    );
    expect(losers).toEqual(Array.from({ length: 7 }, () => 'InvalidKeyPair.Duplicate'));
    expect(aws.keyPairs('eu-west-1').filter(({ name }) => name === 'raced for')).toHaveLength(1);
  });

  test.each([
    ['a name of 256 characters', { KeyName: 'n'.repeat(256) }],
    ['an empty name', { KeyName: '' }],
    ['a name outside ASCII', { KeyName: 'schlüssel' }],
    ['a leading space', { KeyName: ' name' }],
    ['a trailing space', { KeyName: 'name ' }],
    ['an unknown type', { KeyName: 'n', KeyType: 'ecdsa' as 'rsa' }],
    ['an empty type', { KeyName: 'n', KeyType: '' as 'rsa' }],
    ['an unknown format', { KeyName: 'n', KeyFormat: 'der' as 'pem' }],
  ])('rejects %s.', async (_what, input) => {
    await expectError(ec2.send(new CreateKeyPairCommand(input)), 'InvalidParameterValue', { status: 400 });
  });

  test('accepts a name of 255 characters.', async () => {
    await importKey('n'.repeat(255));
    expect(await namesShown({ KeyNames: ['n'.repeat(255)] })).toHaveLength(1);
  });

  test('rejects a request without a name.', async () => {
    const call = ec2.send(new CreateKeyPairCommand({ KeyName: undefined }));
    const message = 'The request must contain the parameter KeyName';
    await expectError(call, 'MissingParameter', { status: 400, message });
  });

  test('rejects key pairs beyond the quota of the Region.', async () => {
    aws.faults.keyPairQuota = 1;
    const client = ec2ClientOf(aws, { region: 'ap-south-1' });
    await importKey('fits', publicLine('fits'), client);
    await expectError(importKey('too many', publicLine('fits'), client), 'KeyPairLimitExceeded', {
      status: 400,
    });
    aws.faults.clear();
    await importKey('too many', publicLine('fits'), client);
  });
});

describe('A dry run', () => {
  test('returns DryRunOperation with status 412 and changes nothing.', async () => {
    const call = ec2.send(new CreateKeyPairCommand({ KeyName: 'dry', DryRun: true }));
    const message = 'Request would have succeeded, but DryRun flag is set.';
    await expectError(call, 'DryRunOperation', { status: 412, message });
    expect(await namesShown({ Filters: [{ Name: 'key-name', Values: ['dry'] }] })).toEqual([]);
    expect(aws.requests.at(-2)).toMatchObject({ operation: 'CreateKeyPair', dryRun: true, executed: false });
  });

  test('does not check whether the name exists.', async () => {
    await importKey('dry duplicate');
    const call = ec2.send(new CreateKeyPairCommand({ KeyName: 'dry duplicate', DryRun: true }));
    await expectError(call, 'DryRunOperation');
    await expectError(
      ec2.send(new DeleteKeyPairCommand({ KeyName: 'nope', DryRun: true })),
      'DryRunOperation',
    );
  });

  test("of a malformed request fails with that request's error.", async () => {
    const call = ec2.send(new CreateKeyPairCommand({ KeyName: '', DryRun: true }));
    await expectError(call, 'InvalidParameterValue');
  });
});

describe('ImportKeyPair', () => {
  test('returns the fingerprint and stores the public key.', async () => {
    const text = publicLine('imported');
    const created = await importKey('imported', `${text} a comment`);
    const blob = Buffer.from(text.split(' ')[1] ?? '', 'base64');
    expect(created.KeyFingerprint).toBe(createHash('sha256').update(blob).digest('base64'));
    expect(aws.keyPairs('eu-west-1').find(({ name }) => name === 'imported')).toMatchObject({
      imported: true,
      publicKey: text,
      type: 'ed25519',
      id: created.KeyPairId,
    });
  });

  test('rejects a name that already exists, even if the key is the same.', async () => {
    await importKey('imported twice');
    await expectError(importKey('imported twice'), 'InvalidKeyPair.Duplicate');
  });

  test('rejects an ED25519 key that ends with a newline.', async () => {
    const message = 'Key is not in valid OpenSSH public key format';
    await expectError(importKey('bad', `${publicLine('bad')}\n`), 'InvalidKey.Format', {
      status: 400,
      message,
    });
  });

  test('keeps the key material out of the log.', async () => {
    await importKey('logged');
    expect(aws.requests.at(-1)?.params).toEqual({ KeyName: 'logged', PublicKeyMaterial: '(108 characters)' });
  });
});
