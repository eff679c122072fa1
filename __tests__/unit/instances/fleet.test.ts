import { describe, expect, test } from '@jest/globals';
import { keyDigest } from '../../../src/instances/authorized-keys.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { awsError } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { FakeSystemsManager, online, succeeded } from './fake-systems-manager.ts';

const freshKey = () => PublicKey.parseOpenSsh(publicKeyLine(freshEd25519()));
const oldKey = freshKey();
const keys = { oldDigest: keyDigest(oldKey.blob.toString('base64')), newKey: freshKey() };
const run = { mark: 'ab'.repeat(16) };
const comment = `EC2 key pair rotation ${run.mark}`;
const reset = () => awsError('Error', { message: 'socket hang up', code: 'ECONNRESET' });
const pending = { Status: 'Pending', StatusDetails: 'Pending' } as const;

function printed(output: string, status: 'Success' | 'Failed' = 'Success') {
  return { Status: status, StatusDetails: status, CommandPlugins: [{ Output: output }] };
}

describe('The instances of a key pair', () => {
  test('are those that were launched with exactly its name, on all pages', async () => {
    const aws = new FakeSystemsManager();
    aws.pageSize = 2;
    aws.launch('i-01', 'i-02', 'i-03');
    aws.instances.push({ id: 'i-04', keyName: 'deploy2', managed: online });
    const found = await aws.openFleet().find('deploy');
    expect(found).toEqual(
      ['i-01', 'i-02', 'i-03'].map((instanceId) => ({ instanceId, unreachable: undefined })),
    );
  });

  test('are each there once, also if EC2 shows one on two pages', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01', 'i-02', 'i-01');
    const found = await aws.openFleet().find('deploy');
    expect(found.map(({ instanceId }) => instanceId)).toEqual(['i-01', 'i-02']);
  });

  test('are looked for without the meaning of wildcards, and in all states but the last', async () => {
    const aws = new FakeSystemsManager();
    await aws.openFleet().find('deploy*');
    expect(aws.requests).toEqual([
      `DescribeInstances ${JSON.stringify([
        { Name: 'key-name', Values: ['deploy\\*'] },
        { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] },
      ])}`,
    ]);
  });

  test.each([
    ['is stopped', { state: 'stopped', managed: online }],
    ['runs Windows', { platform: 'windows', managed: { ...online, PlatformType: 'Windows' } }],
    ['runs Windows', { platform: 'windows', state: 'stopped' }],
    ['runs Windows', { managed: { ...online, PlatformType: 'Windows' } }],
    ['runs MacOS', { managed: { ...online, PlatformType: 'MacOS' } }],
    ['is not managed by Systems Manager', {}],
    ['has lost its connection to Systems Manager', { managed: { ...online, PingStatus: 'ConnectionLost' } }],
    ['has lost its connection to Systems Manager', { managed: { ...online, PingStatus: 'Inactive' } }],
  ])('can be unreachable: one %s', async (why, instance) => {
    const aws = new FakeSystemsManager();
    aws.instances.push({ id: 'i-01', ...instance });
    expect(await aws.openFleet().find('deploy')).toEqual([{ instanceId: 'i-01', unreachable: why }]);
  });

  test('are unreachable if Systems Manager does not know them any more; the others are not', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01', 'i-02', 'i-03');
    aws.invalid = ['i-02'];
    const found = await aws.openFleet().find('deploy');
    expect(found.map(({ unreachable }) => unreachable)).toEqual([
      undefined,
      'is not managed by Systems Manager',
      undefined,
    ]);
  });

  test('are looked up in Systems Manager at most 50 at a time', async () => {
    const aws = new FakeSystemsManager();
    aws.launch(...Array.from({ length: 51 }, (_, index) => `i-${index}`));
    expect(await aws.openFleet().find('deploy')).toHaveLength(51);
    expect(aws.requests.slice(-2)).toEqual([
      'DescribeInstanceInformation 50',
      'DescribeInstanceInformation 1',
    ]);
  });
});

describe('A program', () => {
  test('is sent to at most 50 instances at a time, with the mark of the rotation', async () => {
    const aws = new FakeSystemsManager();
    const ids = Array.from({ length: 120 }, (_, index) => `i-${index}`);
    aws.launch(...ids);
    const batches: number[] = [];
    const outcomes = await aws
      .openFleet()
      .add(keys, ids, { ...run, onSent: (some) => batches.push(some.length) });
    expect(batches).toEqual([50, 50, 20]);
    expect(outcomes.size).toBe(120);
    expect(new Set(aws.sent.map(({ Comment }) => Comment))).toEqual(new Set([comment]));
    expect(comment.length).toBeLessThanOrEqual(100);
  });

  test('has the new public key, and not the old one', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01');
    await aws.openFleet().add(keys, ['i-01'], run);
    const text = aws.sent[0]?.Parameters.commands.join('\n') ?? '';
    expect(text).toContain(keys.newKey.blob.toString('base64'));
    expect(text).not.toContain(oldKey.blob.toString('base64'));
  });

  test.each([
    ['Success', printed('ec2-key-pair: found=2 changed=1 failed=0\n'), { is: 'done', found: 2, changed: 1 }],
    [
      'Success with no such key',
      printed('ec2-key-pair: found=0 changed=0 failed=0\n'),
      { is: 'done', found: 0, changed: 0 },
    ],
    [
      'a file that could not be changed',
      printed(
        '/root/.ssh/authorized_keys: only root can edit it\nec2-key-pair: found=2 changed=1 failed=1\n\n----------ERROR-------\nfailed to run commands: exit status 1',
        'Failed',
      ),
      { is: 'failed', why: 'could not change a file (/root/.ssh/authorized_keys: only root can edit it)' },
    ],
    [
      'a file that could not be read, and all others changed',
      printed(
        '/home/a/.ssh/authorized_keys: is larger than 1 MB\nec2-key-pair: found=1 changed=1 failed=1\n',
        'Failed',
      ),
      {
        is: 'failed',
        why: 'could not change a file (/home/a/.ssh/authorized_keys: is larger than 1 MB)',
        onlyUnreadable: true,
      },
    ],
    [
      'a file whose name is a command for the runner',
      printed(
        '/tmp/##[error]x: belongs to another user\nec2-key-pair: found=1 changed=0 failed=1\n',
        'Failed',
      ),
      { is: 'failed', why: 'could not change a file (/tmp/#?[error]x: belongs to another user)' },
    ],
    [
      'success without a readable report',
      printed('ec2-key-pair: found=2 chan\n---Output truncated---'),
      { is: 'failed', why: 'sent no readable report' },
    ],
    [
      'failure with a report of success',
      printed('ec2-key-pair: found=1 changed=1 failed=0\n', 'Failed'),
      { is: 'failed', why: 'failed to run the command' },
    ],
    [
      'Failed',
      { Status: 'Failed', StatusDetails: 'Failed' },
      { is: 'failed', why: 'failed to run the command' },
    ],
    [
      'Execution Timed Out',
      { Status: 'TimedOut', StatusDetails: 'Execution Timed Out' },
      { is: 'failed', why: 'did not complete the command in time' },
    ],
    [
      'Cancelled',
      { Status: 'Cancelled', StatusDetails: 'Cancelled' },
      { is: 'failed', why: 'ran a command that was canceled' },
    ],
    [
      'Delivery Timed Out',
      { Status: 'TimedOut', StatusDetails: 'Delivery Timed Out' },
      { is: 'not-run', why: 'did not take the command in time' },
    ],
    [
      'Undeliverable',
      { Status: 'Failed', StatusDetails: 'Undeliverable' },
      { is: 'not-run', why: 'could not be reached' },
    ],
  ] as const)('ends with %s', async (_, answer, outcome) => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01');
    aws.answers.set('i-01', [pending, { Status: 'InProgress' }, answer as object]);
    const outcomes = await aws.openFleet().add(keys, ['i-01'], run);
    expect(outcomes.get('i-01')).toEqual(outcome);
  });

  test('that ends earlier than others is reported in its place all the same', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01', 'i-02');
    aws.answers.set('i-01', [pending, pending, succeeded]);
    const outcomes = await aws.openFleet().add(keys, ['i-01', 'i-02'], run);
    expect([...outcomes.keys()]).toEqual(['i-01', 'i-02']);
  });

  test('that does not end counts as failed when the time is up', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01', 'i-02');
    aws.answers.set('i-02', [pending]);
    const outcomes = await aws.openFleet(20).add(keys, ['i-01', 'i-02'], run);
    expect([...outcomes]).toEqual([
      ['i-01', { is: 'done', found: 1, changed: 1 }],
      ['i-02', { is: 'failed', why: 'did not complete the command in time' }],
    ]);
  });

  test('is waited for if Systems Manager does not know its command yet', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01');
    aws.unknownReads = 2;
    const outcomes = await aws.openFleet().add(keys, ['i-01'], run);
    expect(outcomes.get('i-01')).toMatchObject({ is: 'done' });
  });

  test('reaches the others of a batch if Systems Manager refuses one of them', async () => {
    const aws = new FakeSystemsManager();
    const ids = Array.from({ length: 50 }, (_, index) => `i-${index}`);
    aws.launch(...ids);
    aws.invalid = ['i-7', 'i-31'];
    const outcomes = await aws.openFleet().add(keys, ids, run);
    const missed = [...outcomes].filter(([, { is }]) => is !== 'done');
    expect(missed.map(([id, { is }]) => [id, is])).toEqual([
      ['i-7', 'not-run'],
      ['i-31', 'not-run'],
    ]);
    expect(outcomes.size).toBe(50);
    expect(aws.requests.filter((one) => one.startsWith('SendCommand')).length).toBeLessThan(30);
  });

  test('is sent again if the response is lost, and its instances count as changed from then on', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01');
    aws.lost.push(reset());
    const mayRun: (readonly string[])[] = [];
    await aws.openFleet().add(keys, ['i-01'], { ...run, onMayRun: (ids) => mayRun.push(ids) });
    expect([aws.sent.length, mayRun.length]).toEqual([2, 2]);
  });

  test('may have run on an instance that is refused only after a response was lost, also in a smaller batch', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01', 'i-02');
    aws.lost.push(reset());
    const onMayRun = () => {
      aws.invalid = ['i-02'];
    };
    const outcomes = await aws.openFleet().add(keys, ['i-01', 'i-02'], { ...run, onMayRun });
    expect([...outcomes].map(([id, { is }]) => [id, is]).sort()).toEqual([
      ['i-01', 'done'],
      ['i-02', 'failed'],
    ]);
  });

  test('is sent to the other instances of a batch, however many of them it fails on', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01', 'i-02');
    await aws.openFleet().add(keys, ['i-01', 'i-02'], run);
    // By default, Systems Manager stops at the first error.
    expect(aws.sent).toMatchObject([{ MaxErrors: '100%' }]);
  });

  test('that is refused never ran on any instance, and the error names the permission', async () => {
    const aws = new FakeSystemsManager();
    aws.launch('i-01');
    aws.lost.push(awsError('AccessDeniedException', { status: 400, message: 'no' }));
    const mayRun: unknown[] = [];
    const adding = aws.openFleet().add(keys, ['i-01'], { ...run, onMayRun: (ids) => mayRun.push(ids) });
    await expect(adding).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining(
        'Could not run a command on instance i-01 in eu-west-1: AccessDeniedException: no',
      ),
      hint: expect.stringContaining('ssm:SendCommand on document/AWS-RunShellScript and on the instances'),
    });
    expect(mayRun).toEqual([]);
  });
});

describe('The commands of a rotation', () => {
  test('are canceled if they are not complete, and waited for; those of others are left alone', async () => {
    const aws = new FakeSystemsManager();
    aws.add('own-1', ['i-01'], comment);
    aws.add('own-2', ['i-02'], comment);
    aws.add('other', ['i-03'], 'EC2 key pair rotation of another one');
    aws.answers.set('i-01', [{ Status: 'InProgress' }]);
    aws.answers.set('i-02', [succeeded]);
    aws.answers.set('i-03', [{ Status: 'InProgress' }]);
    expect(await aws.openFleet().stop(run.mark, new Date('2026-11-24T12:00:00.5Z'))).toEqual([]);
    expect(aws.requests.filter((one) => one.startsWith('Cancel'))).toEqual(['CancelCommand own-1']);
    // A minute before: clocks may differ.
    expect(aws.requests[0]).toBe(
      `ListCommandInvocations ${JSON.stringify([
        { key: 'DocumentName', value: 'AWS-RunShellScript' },
        { key: 'InvokedAfter', value: '2026-11-24T11:59:00Z' },
      ])}`,
    );
  });
});
