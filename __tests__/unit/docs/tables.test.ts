import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import {
  inputsAsMarkdown,
  inputsAsYaml,
  outputsAsMarkdown,
  outputsAsYaml,
} from '../../../scripts/docs/tables.ts';
import { type InputTable, operations } from '../../../src/inputs/table.ts';

const inputs: InputTable = {
  mode: { takenBy: operations, description: 'What to do.', fallback: '`fast`', filledIn: true },
  size: { takenBy: ['create'], description: 'The size | in bits: `1` or `2`.', fallback: '`1` or more' },
  color: { takenBy: ['create', 'delete'], description: '`red` # or blue.' },
};

test('README has a column for the operations that support an input, and one for its default', () => {
  expect(inputsAsMarkdown(inputs).split('\n')).toEqual([
    '| Input | Operations | Default | Description |',
    '| --- | --- | --- | --- |',
    '| `mode` | all | `fast` | What to do. |',
    '| `size` | create | `1` or more | The size \\| in bits: `1` or `2`. |',
    '| `color` | create, delete |  | `red` # or blue. |',
  ]);
  expect(outputsAsMarkdown({ id: 'The ID,\nas text.' }).split('\n')).toEqual([
    '| Output | Description |',
    '| --- | --- |',
    '| `id` | The ID, as text. |',
  ]);
});

test('A description in action.yml starts with the operations, unless all support the input, and ends with the default', () => {
  expect(parse(inputsAsYaml(inputs))).toEqual({
    inputs: {
      mode: { description: 'What to do. Default: `fast`', default: 'fast' },
      size: { description: 'create: The size | in bits: `1` or `2`. Default: `1` or more' },
      color: { description: 'create, delete: `red` # or blue.' },
    },
  });
  expect(parse(outputsAsYaml({ id: "'The' ID: a text" }))).toEqual({
    outputs: { id: { description: "'The' ID: a text" } },
  });
});

test('No line of action.yml is longer than 120 characters, however long a description is', () => {
  const description = 'word '.repeat(100).trim();
  const lines = outputsAsYaml({ id: description }).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(parse(lines.join('\n'))).toEqual({ outputs: { id: { description } } });
});

test('An input that the runner fills in needs a single value as its fallback, not prose', () => {
  for (const fallback of ['the Region', '`a` or `b`', '']) {
    const rule = { takenBy: operations, description: 'What.', fallback, filledIn: true } as const;
    expect(() => inputsAsYaml({ rule })).toThrow('needs a single value as fallback');
  }
});
