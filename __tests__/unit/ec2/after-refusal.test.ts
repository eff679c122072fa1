import { describe, expect, test } from '@jest/globals';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2 } from '../../lib/fake-ec2.ts';

const pair = { keyName: 'deploy', keyPairId: 'key-0aaa' };
const tags = [{ key: 'team', value: 'web' }];
const denied = { code: 'NOT_ALLOWED' };

/** EC2 with a key pair that was created so many seconds ago. */
function withPair(seconds: number): FakeEc2 {
  const ec2 = new FakeEc2();
  const CreateTime = new Date(Date.now() - seconds * 1_000);
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', CreateTime });
  return ec2;
}

const changes = ({ journal }: FakeEc2): number =>
  journal.filter((call) => !call.startsWith('describe')).length;

describe('EC2 refuses to change a key pair', () => {
  test('that is gone, since it has no tags by which a policy could allow it', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    ec2.faults.tag.push({ instead: ec2Errors.denied() });
    expect(await ec2.keyPairs().delete(pair)).toBe('not-found');
    expect(await ec2.keyPairs().tag(pair, tags)).toBe('not-found');
    expect(changes(ec2)).toBe(2);
  });

  test('that it deleted before, without a response', async () => {
    const ec2 = withPair(600);
    ec2.faults.delete.push({ afterwards: ec2Errors.reset() }, { instead: ec2Errors.denied() });
    expect(await ec2.keyPairs().delete(pair)).toBe('gone');
  });

  test('that is new, and allows it when it is asked again', async () => {
    const ec2 = withPair(5);
    ec2.faults.tag.push({ instead: ec2Errors.denied() });
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    expect(await ec2.keyPairs().tag(pair, tags)).toBe('tagged');
    expect(await ec2.keyPairs().delete(pair)).toBe('deleted');
  });

  test('that is new, and is asked only once more', async () => {
    const ec2 = withPair(5);
    for (let time = 0; time < 3; time += 1) ec2.faults.delete.push({ instead: ec2Errors.denied() });
    await expect(ec2.keyPairs().delete(pair)).rejects.toMatchObject(denied);
    expect([changes(ec2), ec2.names()]).toEqual([2, ['deploy']]);
  });

  test.each([61, -61])('that was created %i s ago, and is not asked again', async (seconds) => {
    const ec2 = withPair(seconds);
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    await expect(ec2.keyPairs().delete(pair)).rejects.toMatchObject(denied);
    expect([changes(ec2), ec2.names()]).toEqual([1, ['deploy']]);
  });

  test('that one read does not show: the next one does', async () => {
    const ec2 = withPair(600);
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    ec2.staleReads = 1;
    await expect(ec2.keyPairs().delete(pair)).rejects.toMatchObject(denied);
  });

  test('that cannot be looked up: then the refusal is believed', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.denied() });
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    const error = ec2.keyPairs().delete(pair);
    await expect(error).rejects.toMatchObject({
      ...denied,
      message: expect.stringContaining('delete key pair'),
    });
  });
});
