import { describe, expect, test } from '@jest/globals';
import { type KeyPairResult, reportOf } from '../../../src/results/key-pair-result.ts';
import type { Cell } from '../../../src/results/report.ts';
import { pocket, result, vault } from './some-result.ts';

describe('The summary of a key pair', () => {
  test.each([
    ['created', 'EC2 key pair created'],
    ['imported', 'EC2 key pair imported'],
    ['none', 'EC2 key pair found'],
  ] as const)('of the change "%s" has the heading %s, and the name as a value', (change, heading) => {
    expect(reportOf({ ...result, change }).summary).toMatchObject({ heading, subject: 'deploy' });
  });

  test('has what can be copied as values, and sentences as prose', () => {
    const { rows, notes } = reportOf({ ...result, delivered: [{ ...pocket, usage: 'open pocket' }] }).summary;
    expect(rows).toEqual([
      ['Name', expect.objectContaining({ value: 'deploy' })],
      ['ID', { value: 'key-0a' }],
      ['Type', { value: 'rsa' }],
      ['Region', { value: 'eu-west-1' }],
      ['Fingerprint', { value: 'aa:bb' }],
      ['SSH fingerprint', { value: 'SHA256:x' }],
      ['Lifetime', 'Deleted when this job ends'],
      ['Private key pocket', { value: 'pocket', note: 'deleted when this job ends' }],
    ]);
    expect(notes).toEqual([{ text: 'To log in:', command: 'open pocket' }]);
  });

  test('has a row for every destination, and never the private key', () => {
    const labels = reportOf({ ...result, delivered: [pocket, vault] }).summary.rows.map(([label]) => label);
    expect(labels.slice(-2)).toEqual(['Private key pocket', 'Private key vault']);
  });

  test('says that the private key is not available where it was delivered nowhere', () => {
    expect(cellOf('Private key', { ...result, delivered: [] })).toBe('Not available in this job');
    expect(reportOf({ ...result, delivered: [] }).summary.notes).toEqual([]);
  });

  test('does not speak of the private key where it never was', () => {
    expect(cellOf('Private key', { ...result, change: 'none', delivered: undefined })).toBeUndefined();
  });

  test('has no rows for what is unknown, or for a private key that never was here', () => {
    const unknown = { keyType: undefined, sha256Fingerprint: '', lifetime: undefined, delivered: undefined };
    const { rows, notes } = reportOf({ ...result, ...unknown, change: 'none', region: 'moon-1' }).summary;
    expect(rows).toStrictEqual([
      ['Name', { value: 'deploy' }],
      ['ID', { value: 'key-0a' }],
      ['Type', 'Unknown'],
      ['Region', { value: 'moon-1' }],
      ['Fingerprint', { value: 'aa:bb' }],
    ]);
    expect(notes).toStrictEqual([]);
  });

  test('links to the run that created the key pair, if it is known', () => {
    const runUrl = 'https://github.com/octo/widgets/actions/runs/7';
    expect(cellOf('Created by', { ...result, runUrl })).toEqual({ value: runUrl, url: runUrl });
    expect(cellOf('Created by', result)).toBeUndefined();
  });

  test.each([
    [
      'eu-west-1',
      'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#KeyPairs:keyName=deploy',
    ],
    [
      'cn-north-1',
      'https://cn-north-1.console.amazonaws.cn/ec2/home?region=cn-north-1#KeyPairs:keyName=deploy',
    ],
    [
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/ec2/home?region=us-gov-west-1#KeyPairs:keyName=deploy',
    ],
  ])('links to the console of the partition that %s is in', (region, url) => {
    expect(cellOf('Name', { ...result, region })).toEqual({ value: 'deploy', url });
  });

  test.each(['us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'eusc-de-east-1', 'moon-base-1'])(
    'has no link to the console in %s, whose address is not known',
    (region) => {
      expect(cellOf('Name', { ...result, region })).toStrictEqual({ value: 'deploy' });
    },
  );

  test('encodes any name in the link to the console', () => {
    const keyName = 'a b&c#d"e/é\ud800';
    expect(cellOf('Name', { ...result, keyName })).toMatchObject({
      url: expect.stringMatching(/#KeyPairs:keyName=a%20b%26c%23d%22e%2F%C3%A9%EF%BF%BD$/),
    });
  });
});

function cellOf(label: string, one: KeyPairResult): Cell | undefined {
  return reportOf(one).summary.rows.find(([first]) => first === label)?.[1];
}
