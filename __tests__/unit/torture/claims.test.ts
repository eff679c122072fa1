import { expect, test } from '@jest/globals';
import {
  factsIn,
  garbledState,
  isClaimLabel,
  labelOfState,
  stateOfClaims,
} from '../../../test-support/claims.ts';

const file = JSON.stringify({ kind: 'file', path: '/key' });
const pair = JSON.stringify({ kind: 'key-pair', keyName: 'deploy' });

/** The value of the state of a main that recorded these claims. */
const stateOf = (...args: Parameters<typeof stateOfClaims>): string =>
  Object.values(stateOfClaims(...args)).join();

test.each([
  ['the file first', [file, pair]],
  ['the key pair first', [pair, file]],
])('claims are labeled by kind, whatever their order (%s)', (_, records) => {
  const facts = factsIn(stateOf(records.map((intended) => ({ intended }))));
  expect(facts.map(({ label }) => label).sort()).toEqual(['claim file intended', 'claim key-pair intended']);
});

test('a state is labeled by what is new in it', () => {
  const running = { hasEnded: false };
  expect(labelOfState('ledger', stateOf([], running))).toBe('state begins');
  expect(labelOfState('ledger', stateOf([{ intended: pair, held: pair }], running))).toBe(
    'claim key-pair held',
  );
  expect(labelOfState('ledger', stateOf([{ intended: pair }]))).toBe('state ends');
  expect(labelOfState('other', stateOf([{ intended: pair }]))).toBeUndefined();
});

test('a state is garbled in the facts that are named, or as a whole', () => {
  const state = stateOf([{ intended: pair, held: pair }, { intended: file }]);
  const values = (label: string) =>
    factsIn(garbledState(state, { label, value: 'x' })).map(({ value }) => value);
  expect(values('claim key-pair held')).toEqual([pair, 'x', file]);
  expect(values('claim ')).toEqual(['x', 'x', 'x']);
  expect(garbledState(state, { label: 'state', value: 'x' })).toBe('x');
});

test('a fact about several claims is a fact about each of them', () => {
  expect(isClaimLabel('claim file+key-pair kept', 'key-pair', 'kept')).toBe(true);
  expect(isClaimLabel('claim file+key-pair kept', 'output', 'kept')).toBe(false);
  expect(isClaimLabel('claim key-pair held', 'key-pair', 'kept')).toBe(false);
});
