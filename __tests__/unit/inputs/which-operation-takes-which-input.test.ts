import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type InputName, inputNames, operations } from '../../../src/inputs/table.ts';
import { type GivenInputs, leastInputs, read, refusedInputs } from './reading.ts';

const everywhere = 'create ensure import fetch describe rotate delete sweep';

/** Who takes what, as the design (section 2) has it, and a value that the input's own rule lets pass. */
const design: Readonly<Record<string, readonly [takenBy: string, value: string]>> = {
  operation: [everywhere, 'create'],
  'key-name': ['create ensure import fetch describe rotate delete', 'deploy'],
  'key-name-prefix': ['create import', 'team-'],
  'key-pair-id': ['fetch describe rotate delete', 'key-0123456789abcdef0'],
  'run-id': ['describe delete', '4242'],
  'key-type': ['create ensure rotate', 'ed25519'],
  'key-format': ['create ensure rotate', 'ppk'],
  'public-key': ['import rotate', 'ssh-ed25519 AAAA'],
  'public-key-path': ['import rotate', 'id.pub'],
  tags: ['create ensure import rotate describe sweep', 'team=blue'],
  lifetime: ['create import ensure', 'run'],
  'expires-after': ['create ensure import', '12h'],
  'private-key-path': ['create ensure fetch rotate', 'key.pem'],
  'output-private-key': ['create ensure fetch rotate', 'true'],
  'aws-region': [everywhere, 'eu-west-1'],
  'if-in-use': ['delete sweep', 'warn'],
  force: ['delete rotate', 'true'],
  'dry-run': [everywhere, 'true'],
};

const known = inputNames.filter((name) => name in design && name !== 'operation');

const cells = operations.flatMap((operation) =>
  known.map((name) => {
    const [takenBy = '', value = ''] = design[name] ?? [];
    return { operation, name, value, pathTaken: takenBy.split(' ').includes(operation) };
  }),
);

describe('an input is given alone, besides what the operation must have', () => {
  test.each(cells.filter(({ pathTaken }) => !pathTaken))(
    '$operation refuses $name',
    ({ operation, name, value }) => {
      expect(refusedInputs({ ...leastInputs[operation], operation, [name]: value })).toContain(name);
    },
  );

  test.each(cells.filter(({ pathTaken }) => pathTaken))(
    '$operation takes $name',
    ({ operation, name, value }) => {
      expect(read({ operation, ...inputsWith(operation, name, value) }).operation).toBe(operation);
    },
  );

  test.each(cells)('$operation does not notice an empty $name', ({ operation, name }) => {
    const without: GivenInputs = { operation, ...leastInputs[operation] };
    if (name in without) return;
    for (const empty of ['', ' ', '\n\t ']) {
      expect(read({ ...without, [name]: empty })).toEqual(read(without));
    }
  });
});

test('every operation is read as itself, and create is what no operation means', () => {
  expect(operations.map((operation) => read({ operation, ...leastInputs[operation] }).operation)).toEqual([
    ...operations,
  ]);
  expect(read({})).toEqual(read({ operation: ' create ' }));
});

test('an unknown operation is refused by its name, and no input is blamed for it', () => {
  expect(refusedInputs({ operation: 'Create', 'run-id': '1', force: 'true', 'if-in-use': 'warn' })).toEqual([
    'operation',
  ]);
});

test('whatever the inputs hold, they are read or refused, and the refusal names every input that is wrong', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'true',
      'none',
      'a=b',
      'key-0123456789abcdef0',
      '12h',
      'job',
      'ppk',
      'eu-west-1',
    ),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  const inputs = fc
    .tuple(fc.constantFrom(...operations), fc.dictionary(fc.constantFrom(...known), text, { maxKeys: 8 }))
    .map(([operation, given]): GivenInputs => ({ ...given, operation }));
  fc.assert(
    fc.property(inputs, (given) => {
      try {
        expect(read(given).operation).toBe(given.operation);
      } catch {
        expect(refusedInputs(given).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

/** Inputs that name the pair stand for each other. */
function inputsWith(operation: keyof typeof leastInputs, name: InputName, value: string): GivenInputs {
  const instead: readonly string[] = ['key-pair-id', 'run-id', 'public-key-path'];
  return { ...(instead.includes(name) ? {} : leastInputs[operation]), [name]: value };
}
