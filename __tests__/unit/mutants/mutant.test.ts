import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  chosenMutants,
  type Mutant,
  mutated,
  StaleMutantError,
  staleMutants,
} from '../../../mutants/mutant.ts';
import { mutants } from '../../../mutants/mutants.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const open: Mutant = { name: 'the door stays open', file: 'src/door.ts', find: 'close();', replacement: '' };

describe('a mutant', () => {
  test('is the source with one text replaced', () => {
    expect(mutated('enter();\nclose();\nleave();\n', { ...open, replacement: 'slam();' })).toBe(
      'enter();\nslam();\nleave();\n',
    );
  });

  test('removes the text if it has no replacement', () => {
    const { name, file, find } = open;
    expect(mutated('enter(); close();', { name, file, find })).toBe('enter(); ');
  });

  test('takes the replacement literally', () => {
    expect(mutated('close();', { ...open, replacement: "'$&$1'" })).toBe("'$&$1'");
  });

  test.each([
    ['no longer occurs', 'shut();', 0],
    ['occurs twice', 'close();\nclose();\n', 2],
    ['occurs three times', 'close();close();close();', 3],
  ])('is stale if its text %s', (_, source, times) => {
    const apply = () => mutated(source, open);
    expect(apply).toThrow(StaleMutantError);
    expect(apply).toThrow(`"the door stays open": found ${times} times in src/door.ts, not once: close();`);
  });

  test.each([
    ['finds nothing', { ...open, find: '' }],
    ['replaces a text with itself', { ...open, replacement: open.find }],
  ])('is stale if it %s', (_, mutant) => {
    expect(() => mutated('close();', mutant)).toThrow('"the door stays open" changes nothing.');
  });
});

describe('the mutants', () => {
  test('have names that tell them apart', () => {
    const names = mutants.map(({ name }) => name);
    expect([...new Set(names)]).toEqual(names);
  });

  test('change the source of the action, and nothing else', () => {
    expect(mutants.filter(({ file }) => !/^src\/.+\.ts$/.test(file))).toEqual([]);
  });

  test('fit the source as it is now', async () => {
    expect(mutants.length).toBeGreaterThanOrEqual(44);
    expect(await staleMutants(mutants, root)).toEqual([]);
  });

  test('are all named if several no longer fit the source', async () => {
    const changed: Mutant = { ...open, file: 'src/errors.ts', find: 'text that this file does not contain' };
    const moved: Mutant = { ...open, name: 'the window breaks', file: 'src/window.ts' };
    expect(await staleMutants([changed, ...mutants, moved], root)).toEqual([
      '"the door stays open": found 0 times in src/errors.ts, not once: text that this file does not contain',
      '"the window breaks": found 0 times in src/window.ts, not once: close();',
    ]);
  });

  test('name scenarios that exist', () => {
    const scenarios = mutants.flatMap(({ scenario }) => scenario ?? []);
    expect(scenarios.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('are chosen by parts of their names and files, and all without any', () => {
    const shut: Mutant = { ...open, name: 'the door does not open' };
    const window: Mutant = { ...open, name: 'the window breaks', file: 'src/window.ts' };
    expect(chosenMutants([open, shut, window], ['window', 'stays'])).toEqual([open, window]);
    expect(chosenMutants([open, shut, window], ['src/door'])).toEqual([open, shut]);
    expect(chosenMutants([open, shut, window], ['roof'])).toEqual([]);
    expect(chosenMutants([open, shut, window], [])).toEqual([open, shut, window]);
  });
});
