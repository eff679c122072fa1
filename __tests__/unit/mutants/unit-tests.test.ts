import { expect, test } from '@jest/globals';
import { type Entry, unitTestsOfSrc } from '../../../mutants/unit-tests.ts';

const folder = (name: string): Entry => ({ name, isFolder: true });
const file = (name: string): Entry => ({ name, isFolder: false });

test('the unit tests of src are the folders and files that mirror it', () => {
  const tests = [folder('runner'), folder('scripts'), folder('keys'), file('errors.test.ts')];
  const src = [folder('keys'), folder('runner'), folder('wiring'), file('errors.ts'), file('main.ts')];
  expect(unitTestsOfSrc(tests, src)).toEqual(['errors.test.ts', 'keys/', 'runner/']);
});

test('what only looks alike is left out', () => {
  const tests = [folder('errors.ts'), file('house.test.ts'), file('keys.test.ts'), file('errors.ts')];
  expect(unitTestsOfSrc(tests, [folder('keys'), file('errors.ts')])).toEqual([]);
});
