import { describe, expect, test } from '@jest/globals';
import type { KeyPair } from '../../../src/ec2/responses.ts';
import type { RunStatus } from '../../../src/github/run-status.ts';
import { decide, decisiveRun, isSelected } from '../../../src/operations/sweep-decision.ts';

const now = new Date('2026-11-24T12:00:00Z');
const minutes = 60_000;
const days = 24 * 60 * minutes;

function before(milliseconds: number): Date {
  return new Date(now.getTime() - milliseconds);
}

/** A key pair of attempt 2 of a run, a week old, with changes of its own tags. Undefined removes one. */
function pairWith(
  changes: Readonly<Record<string, string | undefined>> = {},
  more: Partial<KeyPair> = {},
): KeyPair {
  const own = { repository: 'github.com/octo/widgets', run: '42/2', lifetime: 'run', nonce: 'n', ...changes };
  const tags = Object.entries(own).flatMap(([key, value]) =>
    value === undefined ? [] : [[`ec2-key-pair-action:${key}`, value] as const],
  );
  return {
    keyPairId: 'key-0123456789abcdef0',
    keyName: 'gha-widgets-42',
    region: 'eu-west-1',
    keyType: 'ed25519',
    fingerprint: '',
    publicKey: undefined,
    createdAt: before(7 * days),
    tags: new Map([['managed-by', 'ec2-key-pair-action'], ...tags]),
    ...more,
  };
}

function over(ago: number, attempt = 2): RunStatus {
  return { is: 'over', attempt, since: before(ago) };
}

const live: RunStatus = { is: 'live', attempt: 2 };
const deletedRun: RunStatus = { is: 'unknown', why: 'GitHub no longer has it', isFinal: true };
const noAnswer: RunStatus = { is: 'unknown', why: 'GitHub did not answer', isFinal: false };
const past = '2026-11-24T11:59:59.999Z';
const future = '2026-11-24T12:00:01Z';

interface Case {
  readonly what: string;
  readonly pair: KeyPair;
  readonly status?: RunStatus;
  readonly olderThan?: number;
  /** Names of key pairs with a journal. */
  readonly rotated?: readonly string[];
}

function decisionOf({ pair, status, olderThan, rotated }: Case) {
  return decide(pair, { now, olderThan, status, rotated: new Set(rotated) });
}

/** The journal of a rotation in attempt 2 of a run that began so many minutes ago, of an expired key pair. */
function journal(minutesAgo: number, more: Partial<KeyPair> = {}): KeyPair {
  const rotation = { rotation: 'n github.com/octo/widgets 17/1 ec2-key-pair-action', 'expires-at': past };
  return pairWith(rotation, {
    keyName: 'deploy.rotating',
    createdAt: before(minutesAgo * minutes),
    ...more,
  });
}

const deleted: readonly Case[] = [
  { what: 'run over for 61 minutes', pair: pairWith(), status: over(61 * minutes) },
  { what: 'run over for an hour to the millisecond', pair: pairWith(), status: over(60 * minutes) },
  { what: 'job of a run that is over', pair: pairWith({ lifetime: 'job' }), status: over(2 * days) },
  {
    what: 'first attempt, when the third is over',
    pair: pairWith({ run: '42/1' }),
    status: over(2 * days, 3),
  },
  { what: 'expired, persistent', pair: pairWith({ lifetime: 'persistent', 'expires-at': past }) },
  {
    what: 'expires now',
    pair: pairWith({ lifetime: 'persistent', 'expires-at': '2026-11-24T12:00:00Z' }),
  },
  { what: 'expired, run unknown', pair: pairWith({ 'expires-at': past }), status: deletedRun },
  { what: 'expired, GitHub lost', pair: pairWith({ 'expires-at': past }), status: noAnswer },
  { what: 'expired, run just over', pair: pairWith({ 'expires-at': past }), status: over(minutes) },
  { what: 'expired, no lifetime', pair: pairWith({ lifetime: undefined, 'expires-at': past }) },
  { what: 'not expired, run over', pair: pairWith({ 'expires-at': future }), status: over(2 * days) },
  { what: 'malformed expiry, run over', pair: pairWith({ 'expires-at': 'soon' }), status: over(2 * days) },
  { what: 'old, run unknown', pair: pairWith(), status: deletedRun, olderThan: 7 * days },
  { what: 'old, tag run missing', pair: pairWith({ run: undefined }), olderThan: days },
  { what: 'old, tag run malformed', pair: pairWith({ run: '../1' }), olderThan: days },
];

const kept: readonly (Case & { readonly why: string })[] = [
  { what: 'run in progress', pair: pairWith(), status: live, why: 'its run is not over' },
  {
    what: 'run in progress, expired',
    pair: pairWith({ 'expires-at': past }),
    status: live,
    why: 'its run is not over',
  },
  {
    what: 'run in progress, old',
    pair: pairWith(),
    status: live,
    olderThan: minutes,
    why: 'its run is not over',
  },
  {
    what: 'attempt that GitHub does not show yet',
    pair: pairWith({ run: '42/3' }),
    status: over(2 * days, 2),
    why: 'its run is not over',
  },
  {
    what: 'expired, attempt that GitHub does not show yet',
    pair: pairWith({ run: '42/3', 'expires-at': past }),
    status: over(2 * days, 2),
    why: 'its run is not over',
  },
  {
    what: 'run over for 59 minutes',
    pair: pairWith(),
    status: over(59 * minutes),
    why: 'its run ended less than an hour ago',
  },
  {
    what: 'run over in the future',
    pair: pairWith(),
    status: over(-days),
    why: 'its run ended less than an hour ago',
  },
  {
    what: 'persistent, run over',
    pair: pairWith({ lifetime: 'persistent' }),
    status: over(2 * days),
    why: 'it is persistent',
  },
  {
    what: 'persistent, old',
    pair: pairWith({ lifetime: 'persistent' }),
    status: deletedRun,
    olderThan: minutes,
    why: 'it is persistent',
  },
  {
    what: 'persistent, not expired',
    pair: pairWith({ lifetime: 'persistent', 'expires-at': future }),
    why: 'it is persistent, and has not expired',
  },
  ...[
    '',
    'soon',
    '2026-11-24',
    '1',
    '2026-11-24T11:00:00',
    '2026-11-24T11:00:00+02:00',
    '2026-13-24T11:00:00Z',
  ].map((expiry) => ({
    what: `persistent, with the malformed expiry ${JSON.stringify(expiry)}`,
    pair: pairWith({ lifetime: 'persistent', 'expires-at': expiry }),
    why: 'its tag expires-at is not a time',
  })),
  {
    what: 'no lifetime',
    pair: pairWith({ lifetime: undefined }),
    status: over(days),
    olderThan: 1,
    why: 'its tags name no lifetime',
  },
  {
    what: 'unknown lifetime',
    pair: pairWith({ lifetime: 'Run' }),
    olderThan: 1,
    why: 'its tags name no lifetime',
  },
  {
    what: 'run unknown',
    pair: pairWith(),
    status: deletedRun,
    why: 'its run cannot be looked up: GitHub no longer has it',
  },
  {
    what: 'run unknown, too young',
    pair: pairWith(),
    status: deletedRun,
    olderThan: 7 * days + 1,
    why: 'its run cannot be looked up: GitHub no longer has it',
  },
  {
    what: 'run unknown, age unknown',
    pair: pairWith({}, { createdAt: undefined }),
    status: deletedRun,
    olderThan: 1,
    why: 'its run cannot be looked up: GitHub no longer has it',
  },
  {
    what: 'GitHub lost, old',
    pair: pairWith(),
    status: noAnswer,
    olderThan: 1,
    why: 'its run cannot be looked up: GitHub did not answer',
  },
  {
    what: 'tag run missing',
    pair: pairWith({ run: undefined }),
    why: 'its run cannot be looked up: its tags do not name it',
  },
  {
    what: 'journal of a run in progress, old',
    pair: journal(600),
    status: live,
    why: 'the run that rotates is not over',
  },
  {
    what: 'journal of an attempt that GitHub does not show yet',
    pair: journal(600),
    status: over(2 * days, 1),
    why: 'the run that rotates is not over',
  },
  {
    what: 'journal whose age is unknown',
    pair: journal(0, { createdAt: undefined }),
    status: over(2 * days),
    why: 'EC2 does not show when the rotation began',
  },
  {
    what: 'young journal, run over',
    pair: journal(4.9),
    status: over(2 * days),
    why: 'its step may still be running',
  },
  {
    what: 'journal from the future',
    pair: journal(-60),
    status: deletedRun,
    why: 'its step may still be running',
  },
  {
    what: 'expired key pair with a journal',
    pair: pairWith({ 'expires-at': past }, { keyName: 'deploy' }),
    status: over(2 * days),
    rotated: ['deploy'],
    why: 'a rotation of it is not over',
  },
];

describe('A sweep deletes a key pair that no run can use any more:', () => {
  test.each(deleted)('$what', (given) => {
    expect(decisionOf(given).fate).toBe('deleted');
  });
});

describe('A sweep keeps a key pair in doubt:', () => {
  test.each(kept)('$what', ({ why, ...given }) => {
    expect(decisionOf(given)).toEqual({ fate: 'kept', why });
  });
});

describe('A sweep ends a rotation whose step can no longer run:', () => {
  test.each<Case>([
    { what: 'five minutes after it began', pair: journal(5), status: over(0) },
    { what: 'its run is over', pair: journal(60), status: over(59 * minutes) },
    { what: 'GitHub no longer has its run', pair: journal(60), status: deletedRun },
    { what: 'GitHub does not answer', pair: journal(60), status: noAnswer },
    {
      what: 'its tags name no run',
      pair: pairWith({ ...{ rotation: '- - - -' }, run: undefined }, { keyName: 'x.rotating' }),
    },
    { what: 'of a journal that has a journal itself', pair: journal(60), rotated: ['deploy.rotating'] },
  ])('$what', (given) => {
    expect(decisionOf(given).fate).toBe('ended');
  });
});

test('The clock of this machine does not matter', () => {
  const others = { olderThan: undefined, rotated: new Set<string>() };
  // Ages and ends are years before or after the real time of the test.
  for (const year of [1990, 2090]) {
    const then = new Date(Date.UTC(year, 0, 1));
    const status: RunStatus = { is: 'over', attempt: 2, since: new Date(then.getTime() - 59 * minutes) };
    expect(decide(pairWith(), { now: then, ...others, status }).fate).toBe('kept');
    const later = new Date(then.getTime() + 2 * minutes);
    expect(decide(pairWith(), { now: later, ...others, status }).fate).toBe('deleted');
  }
});

describe('A sweep only looks at', () => {
  const selection = { repositories: ['github.com/octo/widgets'], tags: [] };

  test.each([
    ['this repository', {}, true],
    ['this repository in another case', { repository: 'github.com/Octo/Widgets' }, true],
    ['another repository', { repository: 'github.com/octo/widgets2' }, false],
    ['the same name on another server', { repository: 'ghe.example/octo/widgets' }, false],
    ['no repository', { repository: undefined }, false],
  ])('key pairs of its repository: %s', (_, changes, expected) => {
    expect(isSelected(pairWith(changes), selection)).toBe(expected);
  });

  test('key pairs of the action, even if it sweeps all repositories', () => {
    const other = { tags: new Map([...pairWith().tags, ['managed-by', 'terraform']]) };
    expect(isSelected(pairWith(), { repositories: 'any', tags: [] })).toBe(true);
    expect(isSelected(other, { repositories: 'any', tags: [] })).toBe(false);
  });

  test('key pairs with all tags that were asked for', () => {
    const pair = { tags: new Map([...pairWith().tags, ['team', 'web']]) };
    const web = { key: 'team', value: 'web' };
    expect(isSelected(pair, { ...selection, tags: [web] })).toBe(true);
    expect(isSelected(pair, { ...selection, tags: [web, { key: 'env', value: '' }] })).toBe(false);
    expect(isSelected(pairWith(), { ...selection, tags: [web] })).toBe(false);
  });
});

test('Only a temporary key pair, or a journal, whose tags name a run needs GitHub', () => {
  expect(decisiveRun(pairWith())).toEqual({ repository: 'github.com/octo/widgets', runId: '42' });
  const ofPersistent = {
    ...journal(60),
    tags: new Map([...journal(60).tags, ['ec2-key-pair-action:lifetime', 'persistent']]),
  };
  expect(decisiveRun(ofPersistent)).toEqual({ repository: 'github.com/octo/widgets', runId: '42' });
  for (const changes of [
    { lifetime: 'persistent' },
    { lifetime: undefined },
    { run: undefined },
    { run: '42' },
    { run: '42/1/2' },
    { run: '../../x/1' },
    { repository: undefined },
  ]) {
    expect(decisiveRun(pairWith(changes))).toBeUndefined();
  }
});
