import { expect, test } from '@jest/globals';
import { isClaimLabel, StateLabels, stateOfClaims } from '../../../test-support/claims.ts';

const file = JSON.stringify({ kind: 'file', path: '/key' });
const pair = JSON.stringify({ kind: 'key-pair', keyName: 'deploy' });

test.each([
  ['the file first', [file, pair]],
  ['the key pair first', [pair, file]],
])('claims are labeled by kind, whatever their order (%s)', (_, records) => {
  const labels = new StateLabels();
  const entries = Object.entries(stateOfClaims(records.map((intended) => ({ intended }))));
  const written = entries.map(([name, value]) => labels.label(name, value));
  expect(written.sort()).toEqual(['claim file intended', 'claim key-pair intended']);
  const numbers = entries.map(([name]) => /\d+/.exec(name)?.[0]);
  expect(labels.label(`claim-${numbers.join('-')}-kept`, 'true')).toBe('claim file+key-pair kept');
});

test('an entry that is not about claims has no label', () => {
  expect(new StateLabels().label('main-process', '{}')).toBeUndefined();
});

test('a fact about several claims is a fact about each of them', () => {
  expect(isClaimLabel('claim file+key-pair kept', 'key-pair', 'kept')).toBe(true);
  expect(isClaimLabel('claim file+key-pair kept', 'output', 'kept')).toBe(false);
  expect(isClaimLabel('claim key-pair held', 'key-pair', 'kept')).toBe(false);
});
