import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type InputName, type InputRule, inputTable, operations } from '../../../src/inputs/table.ts';
import { fileFormats } from '../../../src/keys/formats.ts';
import { outputTable } from '../../../src/results/outputs.ts';
import { inputNames } from './reading.ts';

interface Described {
  readonly description: string;
  readonly default?: unknown;
  readonly required?: unknown;
}

const text = readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8');
const action: {
  readonly description: string;
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: Readonly<Record<string, string>>;
} = parse(text);
const rules: Readonly<Record<string, InputRule>> = inputTable;

test('action.yml has the inputs of the table, in its order', () => {
  expect(Object.keys(action.inputs)).toEqual(inputNames);
});

test('action.yml has the outputs that the action sets, in their order', () => {
  expect(Object.entries(action.outputs).map(([name, { description }]) => [name, description])).toEqual(
    Object.entries(outputTable),
  );
});

test.each(inputNames)('The description of %s ends with what applies when it is not set', (name) => {
  const { description } = action.inputs[name] ?? { description: '' };
  const [, stated] = /Default: (.+)$/s.exec(description) ?? [];
  expect(stated).toBe(rules[name]?.fallback);
});

test.each(inputNames)(
  'action.yml has a default for %s only if reading expects the runner to set it',
  (name) => {
    const input = action.inputs[name] ?? { description: '' };
    expect('default' in input).toBe(rules[name]?.filledIn !== undefined);
    const { filledIn, fallback } = rules[name] ?? {};
    if (filledIn === true) expect(`\`${input.default}\``).toBe(fallback);
    else expect(input.default).toBe(filledIn);
    expect(input).not.toHaveProperty('required');
  },
);

test.each(inputNames)('The description of %s names every operation that takes it, unless all do', (name) => {
  const { takenBy } = inputTable[name];
  const [, stated] = /^([a-z, ]+): /.exec(action.inputs[name]?.description ?? '') ?? [];
  expect(stated).toBe(takenBy.length === operations.length ? undefined : takenBy.join(', '));
});

test.each<[name: InputName, values: readonly string[]]>([
  ['operation', operations],
  ['key-format', fileFormats],
])('The description of %s names every value that it can have', (name, values) => {
  const { description } = action.inputs[name] ?? { description: '' };
  expect(values.filter((value) => !description.includes(`\`${value}\``))).toEqual([]);
});

test('action.yml has no expressions but a default, for which the runner would not load the action', () => {
  expect(text.match(/.*\$\{\{.*/g)).toEqual(['    default: ${{ github.token }}']);
});

test('The description of the action is shorter than 125 characters, as the Marketplace requires', () => {
  expect(action.description.length).toBeLessThan(125);
});

test('The action runs on Node 24, and its post step runs however the job ends', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js', post: 'dist/post.js' });
});
