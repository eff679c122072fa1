import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Request } from '../../../src/inputs/request.ts';
import { type InputName, inputTable, type OperationName, operations } from '../../../src/inputs/table.ts';
import { inputCases } from './input-cases.ts';
import { type GivenInputs, inputNames, leastInputs, problemsOf, read, refusedInputs } from './reading.ts';

const others = inputNames.filter((name) => name !== 'operation');

const cells = operations.flatMap((operation) =>
  others.map((name) => {
    const [takenBy, value] = inputCases[name];
    return { operation, name, value, isTaken: takenBy.split(' ').includes(operation) };
  }),
);

describe('With one input besides those that an operation needs,', () => {
  test.each(cells.filter(({ isTaken, name }) => !isTaken && !isFilledIn(name)))(
    '$operation does not support $name',
    ({ operation, name, value }) => {
      const problems = problemsOf({ ...leastInputs[operation], operation, [name]: value });
      expect(problems).toContainEqual(
        expect.stringMatching(new RegExp(`^${name} is not supported by ${operation}, only by [a-z, ]+\\.$`)),
      );
    },
  );

  test.each(cells.filter(({ isTaken }) => isTaken))(
    '$operation reads $name, which changes what it does',
    ({ operation, name, value }) => {
      const others = needed[name] ?? {};
      const request = read({ operation, ...leastInputsWithout(name, operation), ...others, [name]: value });
      expect(request.operation).toBe(operation);
      expect(request).not.toEqual(read({ operation, ...leastInputs[operation], ...others }));
    },
  );

  test.each(cells)('$operation treats an empty $name as not set', ({ operation, name }) => {
    const without: GivenInputs = { operation, ...leastInputs[operation] };
    if (name in without) return;
    // A passphrase of whitespace is refused: without it, the file would not be encrypted.
    for (const empty of name === 'passphrase' ? [''] : ['', ' ', '\n\t ']) {
      expect(read({ ...without, [name]: empty })).toEqual(read(without));
    }
  });
});

test('No input that an operation takes is ignored, whatever else is set', () => {
  const inputs = fc
    .constantFrom(...operations)
    .chain((operation) =>
      fc.tuple(fc.constant(operation), fc.shuffledSubarray(takenBy(operation), { minLength: 1 })),
    );
  fc.assert(
    fc.property(inputs, ([operation, [name = 'dry-run', ...rest]]) => {
      // With a store, the value is the default.
      fc.pre(name !== 'lifetime' || !rest.includes('store'));
      const without = { operation, ...leastInputs[operation], ...valuesOf(rest) };
      const result = resultOf(without);
      fc.pre('request' in result);
      expect(resultOf({ ...without, ...valuesOf([name]) })).not.toEqual(result);
    }),
    { numRuns: 500 },
  );
});

test('Every operation is read as itself, and as create where none is set', () => {
  expect(operations.map((operation) => read({ operation, ...leastInputs[operation] }).operation)).toEqual([
    ...operations,
  ]);
  expect(read({})).toEqual(read({ operation: ' create ' }));
});

test('An unknown operation is refused, and no other input with it', () => {
  expect(refusedInputs({ operation: 'destroy', 'run-id': '1', force: 'true', 'if-in-use': 'warn' })).toEqual([
    'operation',
  ]);
});

test('Whatever the inputs contain, they are read, or refused with at least one problem', () => {
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
    .tuple(fc.constantFrom(...operations), fc.dictionary(fc.constantFrom(...others), text, { maxKeys: 8 }))
    .map(([operation, given]): GivenInputs => ({ ...given, operation }));
  fc.assert(
    fc.property(inputs, (given) => {
      try {
        expect(read(given).operation).toBe(given.operation);
      } catch {
        const problems = problemsOf(given);
        expect(problems.length).toBeGreaterThan(0);
        // Lines of a value are part of its problem: each problem names an input, or what the operation needs.
        expect(problems[0]).toMatch(
          new RegExp(`^(?:${inputNames.join('|')})[: ]|^${given.operation} needs `),
        );
      }
    }),
    { numRuns: 300 },
  );
});

/** Whether the runner sets it for every operation. */
function isFilledIn(name: InputName): boolean {
  return 'filledIn' in inputTable[name];
}

/** Inputs that others only apply to. */
const needed: { readonly [Name in InputName]?: GivenInputs } = {
  'store-kms-key-id': { store: 'ssm' },
  'update-instances-policy': { 'update-instances': 'ssm' },
};

/** The fewest inputs of an operation, without those that identify the same thing in another way. */
function leastInputsWithout(name: InputName, operation: OperationName): GivenInputs {
  const ofPairs: readonly InputName[] = ['key-pair-id', 'run-id'];
  if (ofPairs.includes(name)) return {};
  return name === 'public-key-path' && operation === 'import' ? {} : leastInputs[operation];
}

function takenBy(operation: OperationName): InputName[] {
  return cells.filter((cell) => cell.isTaken && cell.operation === operation).map(({ name }) => name);
}

function valuesOf(names: readonly InputName[]): GivenInputs {
  return Object.fromEntries(names.map((name) => [name, inputCases[name][1]]));
}

function resultOf(inputs: GivenInputs): { request: Request } | { problems: string[] } {
  try {
    return { request: read(inputs) };
  } catch {
    return { problems: problemsOf(inputs) };
  }
}
