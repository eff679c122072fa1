import { expect, test } from '@jest/globals';
import { readLedger } from '../../../src/ledger/ledger.ts';
import { leftoversOf, releaseLastFirst } from '../../../src/ledger/release.ts';
import { MemoryLedger, type Thing, Things } from './known-claims.ts';

function openClaims(things: Things, names: readonly string[]) {
  return readLedger(
    names.map(
      (name, index) => [`claim-${index + 1}-intended`, JSON.stringify({ kind: 'thing', name })] as const,
    ),
    [things],
  ).open;
}

test('what post releases it releases last first, one after the other, and writes down what is gone', async () => {
  const fate = ({ name }: Thing) => (name === 'b' ? 'left' : name === 'c' ? 'already-gone' : 'removed');
  const things = new Things(fate);
  const ledger = new MemoryLedger();
  const outcomes = await releaseLastFirst(openClaims(things, ['a', 'b', 'c']), ledger);
  expect(outcomes.map(({ outcome, what }) => [outcome, what])).toEqual([
    ['already-gone', 'the thing c'],
    ['left', 'the thing b'],
    ['removed', 'the thing a'],
  ]);
  expect(ledger.lines.map(([name]) => name)).toEqual(['claim-3-released', 'claim-1-released']);
  expect(leftoversOf(outcomes)).toEqual([
    { outcome: 'left', what: 'the thing b', why: 'it is stuck', byHand: 'rm b' },
  ]);
});

test('a release that throws counts as left, whatever it throws', async () => {
  const things = new Things(() => new Error('EIO'));
  const [outcome] = await releaseLastFirst(openClaims(things, ['a']), new MemoryLedger());
  expect(outcome).toMatchObject({ outcome: 'left', why: 'EIO' });
});

test('no claims, nothing done', async () => {
  const ledger = new MemoryLedger();
  expect(await releaseLastFirst([], ledger)).toEqual([]);
  expect(ledger.lines).toEqual([]);
});
