import { expect, test } from '@jest/globals';
import { importGenerated } from '../../../src/ec2/import-generated.ts';
import { NameTakenError } from '../../../src/ec2/name-taken.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { NotedClaim, nonceTag, recordOfPair } from './pairs.ts';

const pair = { keyName: 'deploy', keyType: 'ed25519', keyFormat: 'pem', tags: [nonceTag] } as const;

async function generateInto(ec2: FakeEc2) {
  const claim = new NotedClaim();
  const intend = () => {
    ec2.journal.push('intended');
    return { record: recordOfPair, claim };
  };
  const outcome = await importGenerated(pair, ec2.keyPairs(), intend).catch((reason: unknown) => reason);
  return { outcome, calls: claim.calls, journal: ec2.journal };
}

test('EC2 gets only the public half of a generated key, and is asked once, after the claim.', async () => {
  const ec2 = new FakeEc2();
  const { outcome, calls, journal } = await generateInto(ec2);
  expect(journal).toEqual(['intended', 'import deploy']);
  expect(outcome).toMatchObject({
    keyPairId: 'key-00000000000000001',
    keyName: 'deploy',
    region: 'eu-west-1',
  });
  expect(calls).toEqual([{ ...recordOfPair, keyPairId: 'key-00000000000000001', unanswered: 0 }]);
  const [imported] = ec2.pairs.values();
  const { privateKey } = outcome as { privateKey: { publicKey: { openSshLine(): string } } };
  expect(imported?.PublicKey?.trim().split(' ').slice(0, 2).join(' ')).toBe(
    privateKey.publicKey.openSshLine(),
  );
});

test('A lost response loses no key: the import is sent again, and the key pair is used.', async () => {
  const ec2 = new FakeEc2();
  ec2.faults.import.push({ afterwards: ec2Errors.reset() });
  const { outcome, journal } = await generateInto(ec2);
  expect(outcome).toMatchObject({ keyPairId: 'key-00000000000000001' });
  expect(journal.filter((call) => call.startsWith('delete'))).toEqual([]);
});

test("A name that someone else's key pair has is taken, and nothing is left.", async () => {
  const ec2 = new FakeEc2();
  const theirs = publicKeyLine(freshEd25519());
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: theirs, Tags: [] });
  const { outcome, calls } = await generateInto(ec2);
  expect(outcome).toBeInstanceOf(NameTakenError);
  expect(calls).toEqual(['cancelled']);
});
