import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type InputName, inputNames, inputTable, operations } from '../../../src/inputs/table.ts';
import { outputNames } from '../../../src/results/result.ts';

interface Described {
  readonly description: string;
  readonly default?: unknown;
  readonly required?: unknown;
}

const action: {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: Readonly<Record<string, string>>;
} = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8'));

test('action.yml has the inputs of the table, in its order', () => {
  expect(Object.keys(action.inputs)).toEqual(inputNames);
});

test('action.yml has the outputs that the action sets, in their order', () => {
  expect(Object.keys(action.outputs)).toEqual([...outputNames]);
});

test.each(inputNames)('the description of %s ends with what stands for it when it is not given', (name) => {
  const { description } = action.inputs[name] ?? { description: '' };
  const stated = /Default: (.+)$/s.exec(description.trim())?.[1]?.replaceAll('`', '');
  expect(stated).toBe(fallbackOf(name));
});

test.each(inputNames)('%s has a default in action.yml only if every operation takes it', (name) => {
  const input = action.inputs[name] ?? { description: '' };
  if (inputTable[name].takenBy.length < operations.length) expect(input).not.toHaveProperty('default');
  if ('default' in input) expect(input.default).toBe(fallbackOf(name));
  expect(input).not.toHaveProperty('required');
});

test.each(inputNames)('the description of %s names every operation, where not all take it', (name) => {
  const { takenBy } = inputTable[name];
  if (takenBy.length === operations.length || name === 'key-name') return;
  const description = action.inputs[name]?.description ?? '';
  expect(takenBy.filter((operation) => !description.includes(operation))).toEqual([]);
});

test('the description of operation names every operation', () => {
  expect(
    operations.filter((name) => !action.inputs['operation']?.description.includes(`\`${name}\``)),
  ).toEqual([]);
});

test('the action runs on Node 24, and its post step runs whatever became of the job', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js', post: 'dist/post.js' });
});

function fallbackOf(name: InputName): string | undefined {
  const rule = inputTable[name];
  return 'fallback' in rule ? rule.fallback : undefined;
}
