import { expect, test } from '@jest/globals';
import { originOf } from '../../../src/operations/origin.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { someRun } from '../../lib/workflow-run.ts';

const ofAction = { [tagKeys.managedBy]: 'ec2-key-pair-action', [tagKeys.run]: '77/2' };
const ofThisRepository = { ...ofAction, [tagKeys.repository]: 'github.com/octo/widgets' };

function originIn(tags: Readonly<Record<string, string>>, run = someRun) {
  const pair = {
    keyPairId: 'key-0aaa',
    keyName: 'deploy',
    region: 'eu-west-1',
    keyType: 'rsa',
    fingerprint: 'aa:bb',
    publicKey: undefined,
    createdAt: undefined,
    tags: new Map(Object.entries(tags)),
  } as const;
  return originOf(pair, run);
}

test('The tags of a key pair say which run created it, how long it is kept, and when it expires', () => {
  const tags = { [tagKeys.lifetime]: 'run', [tagKeys.expiresAt]: '2026-11-24T12:00:00.000Z' };
  expect(originIn({ ...ofThisRepository, ...tags })).toEqual({
    creator: 'run 77 of this repository',
    creatingRunId: '77',
    lifetime: 'run',
    expiresAt: new Date('2026-11-24T12:00:00Z'),
    runUrl: 'https://github.com/octo/widgets/actions/runs/77',
  });
});

test('A key pair of another repository is not called one of this repository', () => {
  expect(originIn({ ...ofAction, [tagKeys.repository]: 'github.com/octo/gadgets' }).creator).toBe(
    'run 77 of github.com/octo/gadgets',
  );
});

const unknown = { lifetime: undefined, expiresAt: undefined, runUrl: undefined };

test('The page of the run is known on another server and port, too', () => {
  const tags = { ...ofAction, [tagKeys.repository]: 'ghe.example.com:8443/o/r.js' };
  const onOwnServer = { ...someRun, repository: 'ghe.example.com:8443/octo/widgets' };
  expect(originIn(tags, onOwnServer).runUrl).toBe('https://ghe.example.com:8443/o/r.js/actions/runs/77');
});

test.each(['github.com.e.example/octo/widgets', 'e.example/github.com/octo', 'e.example/octo/widgets'])(
  'Nothing is known of a key pair whose tags name the other server of %s',
  (repository) => {
    expect(originIn({ ...ofAction, [tagKeys.repository]: repository })).toEqual(unknown);
  },
);

test.each([
  ['no tags', {}],
  ['no run', { [tagKeys.repository]: 'github.com/octo/widgets' }],
  ['a run that is not a number', { ...ofThisRepository, [tagKeys.run]: 'x/1' }],
  ['a run with something after it', { ...ofThisRepository, [tagKeys.run]: '1/1/../../x' }],
  ['a repository without a host', { ...ofAction, [tagKeys.repository]: 'octo/widgets' }],
  ['a repository with a path after it', { ...ofAction, [tagKeys.repository]: 'github.com/octo/widgets/x' }],
  [
    'a repository with a user before it',
    { ...ofAction, [tagKeys.repository]: 'github.com@e.example/octo/widgets' },
  ],
  ['a repository with a query', { ...ofAction, [tagKeys.repository]: 'github.com/octo/widgets?x' }],
  ['a repository with a newline', { ...ofAction, [tagKeys.repository]: 'github.com/octo/widgets\n' }],
])('Nothing is known of a key pair with %s', (_, tags) => {
  expect(originIn(tags)).toEqual(unknown);
});

test.each(['', 'forever', '::error::x'])('A lifetime and an expiry that are %j are unknown', (text) => {
  const tags = { [tagKeys.lifetime]: text, [tagKeys.expiresAt]: text };
  expect(originIn({ ...ofThisRepository, ...tags })).toMatchObject({
    lifetime: undefined,
    expiresAt: undefined,
  });
});
