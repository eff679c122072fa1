import { expect, test } from '@jest/globals';
import { documentedInputs, inputTable } from '../../../scripts/docs/tables.ts';

const operation = { description: 'What to do: `create`, `delete` or `list`. Default: `create`' };

test('the table of inputs has a column for operations and one for the default', () => {
  const inputs = [
    { name: 'size', operations: ['create'], default: '`1`', description: 'The size | in bits.' },
    { name: 'color', operations: [], description: 'The color.' },
    { name: 'name', operations: ['create', 'delete'], description: 'The name.', required: true },
  ];
  expect(inputTable(inputs).split('\n')).toEqual([
    '| Input | Operations | Default | Description |',
    '| --- | --- | --- | --- |',
    '| `size` | create | `1` | The size \\| in bits. |',
    '| `color` | all |  | The color. |',
    '| `name` | create, delete | required | The name. |',
  ]);
});

test('operations and default are read from the start and the end of a description', () => {
  const [, size] = documentedInputs({
    inputs: { operation, size: { description: 'create, delete: the size,\nin bits. Default: `1` or more' } },
    outputs: {},
  });
  expect(size).toEqual({
    name: 'size',
    operations: ['create', 'delete'],
    default: '`1` or more',
    description: 'The size, in bits.',
  });
});

test('operations in the middle of a description are read and stay where they are', () => {
  const [, size] = documentedInputs({
    inputs: { operation, size: { description: 'create: the size. delete, list: only that size.' } },
    outputs: {},
  });
  expect(size).toEqual({
    name: 'size',
    operations: ['create', 'delete', 'list'],
    default: undefined,
    description: 'The size. delete, list: only that size.',
  });
});

test('an input without operations applies to all of them', () => {
  const [, color] = documentedInputs({
    inputs: { operation, color: { description: 'create is one word: here it begins no list.' } },
    outputs: {},
  });
  expect(color).toEqual({
    name: 'color',
    operations: [],
    default: undefined,
    description: 'create is one word: here it begins no list.',
  });
});
