import { expect, test } from '@jest/globals';
import type { ClaimKind, ClaimRecord } from '../../../src/ledger/claim.ts';
import { writeFact } from '../../../src/ledger/ledger.ts';
import { readLedger } from '../../../src/ledger/read-ledger.ts';
import { releaseLastFirst, sentenceOf, undoneOf, unreleased } from '../../../src/ledger/release.ts';
import { type Fate, MemoryLedger, Things, thing } from './known-claims.ts';

/** A ledger with a claim for each of these names, as the post step reads it. */
function intended(names: readonly string[], fate?: Fate) {
  const things = new Things(fate);
  const ledger = new MemoryLedger();
  for (const [index, name] of names.entries()) writeFact(ledger, index + 1, 'intended', thing(name));
  const { open } = readLedger(ledger.lines, { thing: things });
  return { things, ledger, open };
}

test('Claims are released last first, one after the other, and all that leave nothing behind are recorded as released.', async () => {
  const fate: Fate = ({ name }) => (name === 'b' ? 'left' : name === 'c' ? 'already-gone' : 'done');
  const { ledger, open } = intended(['a', 'b', 'c'], fate);
  const outcomes = await releaseLastFirst(open, ledger);
  const left = { outcome: 'left', what: 'the thing b', why: 'it is stuck', command: 'rm b' };
  expect(outcomes).toEqual([
    { outcome: 'already-gone', what: 'the thing c' },
    left,
    { outcome: 'done', said: 'Put the thing a back where it was.' },
  ]);
  expect(ledger.facts().slice(open.length)).toEqual(['released c', 'released a']);
  expect(unreleased(outcomes)).toEqual([left]);
});

test('An outcome says itself what was done, and what the error of a failed step must add.', async () => {
  const { ledger, open } = intended(['important', 'other']);
  const outcomes = await releaseLastFirst(open, ledger);
  expect(outcomes.map((outcome) => outcome.outcome === 'done' && outcome.said)).toEqual([
    'Put the thing other back where it was.',
    'Put the thing important back where it was.',
  ]);
  expect(undoneOf(outcomes)).toEqual(['Because the step failed, the thing important was put back.']);
});

test.each([
  [new Error('EIO'), 'EIO'],
  ['not an error object', 'unknown error'],
])('A release that throws (%s) counts as left.', async (thrown, why) => {
  const { things, ledger, open } = intended(['a']);
  things.release = () => Promise.reject(thrown);
  const [outcome] = await releaseLastFirst(open, ledger);
  expect(outcome).toMatchObject({ outcome: 'left', what: expect.stringContaining('thing'), why });
  expect(ledger.facts()).toEqual(['intended a']);
});

test.each(['it is stuck', 'it is stuck.'])(
  'What is left is said in one sentence, whether its reason is one (%j) or not.',
  (why) => {
    expect(sentenceOf({ outcome: 'left', what: 'the thing b', why })).toBe(
      'Not cleaned up: the thing b: it is stuck.',
    );
  },
);

test('Claims of several Regions are released at once, those of each Region last first.', async () => {
  const { promise: answer, resolve } = Promise.withResolvers<void>();
  const released: string[] = [];
  const kind: ClaimKind<ClaimRecord> = {
    parse: (value) => value as ClaimRecord,
    async release(record) {
      const { name, region } = record as ClaimRecord & { name: string; region?: string };
      if (region === 'silent') await answer;
      released.push(name);
      if (released.length === 3) resolve();
      return { outcome: 'done', said: name };
    },
  };
  const records = [
    { kind: 'pair', name: 'a1', region: 'a' },
    { kind: 'file', name: 'file' },
    { kind: 'pair', name: 'a2', region: 'a' },
    { kind: 'pair', name: 'silent', region: 'silent' },
  ];
  const claims = records.map((record, index) => ({ number: index + 1, kind, record }));

  await releaseLastFirst(claims, new MemoryLedger());

  expect(released.at(-1)).toBe('silent');
  expect(released.filter((name) => name.startsWith('a'))).toEqual(['a2', 'a1']);
});

test('Claims of one Region and of this machine are released one after the other.', async () => {
  const released: string[] = [];
  const kind: ClaimKind<ClaimRecord> = {
    parse: (value) => value as ClaimRecord,
    async release(record) {
      const { name } = record as ClaimRecord & { name: string };
      released.push(`${name} begins`);
      await Promise.resolve();
      released.push(`${name} ends`);
      return { outcome: 'done', said: name };
    },
  };
  const records = [
    { kind: 'file', name: 'file' },
    { kind: 'pair', name: 'pair', region: 'a' },
  ];

  await releaseLastFirst(
    records.map((record, index) => ({ number: index + 1, kind, record })),
    new MemoryLedger(),
  );

  expect(released).toEqual(['pair begins', 'pair ends', 'file begins', 'file ends']);
});

test('Without claims, nothing is released and nothing is recorded.', async () => {
  const ledger = new MemoryLedger();
  expect(await releaseLastFirst([], ledger)).toEqual([]);
  expect(ledger.lines).toEqual([]);
});

test('What may still be needed stays, with what was claimed before it, apart from what is of no use after the job.', async () => {
  const released: string[] = [];
  const kindOf = (more: Partial<ClaimKind<ClaimRecord>> = {}): ClaimKind<ClaimRecord> => ({
    parse: (value) => value as ClaimRecord,
    async release({ kind }) {
      released.push(kind);
      if (kind !== 'swap') return { outcome: 'done', said: kind };
      return { outcome: 'left', what: 'the swap', why: 'EC2 does not answer', keepsEarlier: true };
    },
    ...more,
  });
  const claims = ['journal', 'file', 'output', 'swap', 'agent'].map((name, index) => ({
    number: index + 1,
    kind: kindOf(name === 'output' ? { isOfJob: true } : {}),
    record: { kind: name },
  }));
  const ledger = new MemoryLedger();
  await releaseLastFirst(claims, ledger);
  expect(released).toEqual(['agent', 'swap', 'output']);
  expect(ledger.facts()).toHaveLength(2);
});
