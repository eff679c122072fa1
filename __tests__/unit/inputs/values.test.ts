import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyPairError } from '../../../src/errors.ts';
import { secretValues } from '../../../src/inputs/secret-values.ts';
import { type InputRule, type InputTable, inputTable, operations } from '../../../src/inputs/table.ts';
import { hasSecrets, InputValues } from '../../../src/inputs/values.ts';
import { registerMasks } from '../../../src/runner/masks.ts';
import { captureLog } from '../../lib/captured-log.ts';
import { inputNames, rawInputs } from './reading.ts';

const table = {
  passphrase: { takenBy: ['create'], description: 'A', secret: true, verbatim: true },
  token: { takenBy: ['create'], description: 'B', secret: true },
  'github-token': { takenBy: ['delete'], description: 'C', fallback: '`t0ken`', filledIn: true },
  color: { takenBy: operations, description: 'D' },
} as const satisfies InputTable;

type Name = keyof typeof table;

function inputsOf(values: Readonly<Partial<Record<Name, string>>>): InputValues<Name> {
  return new InputValues<Name>(rawInputs(values), table);
}

/** The problems that are reported, as one text. */
function messageOf(inputs: InputValues<Name>): string {
  try {
    inputs.complete({});
  } catch (error) {
    if (error instanceof KeyPairError) return `${error.message}\n${error.hint}`;
  }
  throw new Error('no problem was reported');
}

/** Reads an input in every way there is, and reports whatever is wrong with it. */
function everyProblemWith(name: 'passphrase' | 'token', value: string): string {
  const inputs = inputsOf({ [name]: value });
  inputs.choice(name, ['never']);
  inputs.flag(name);
  inputs.duration(name);
  inputs.refuse(name, 'is too short');
  inputs.refuse(name, 'has an invalid line', value.split('\n').at(-1));
  inputs.refuseUnsupported('describe');
  return messageOf(inputs);
}

describe('A secret input', () => {
  const secret = fc
    .string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
    .filter((text) => text.trim() !== '');

  test.each(['  two words \n', 'one\n two \n\nthree', '\ttab', 'plain'])(
    'that is verbatim is read exactly as it was set: %j',
    (value) => {
      expect(inputsOf({ passphrase: value }).text('passphrase')).toBe(value);
      expect(inputsOf({ token: value }).text('token')).toBe(value.trim());
    },
  );

  test.each(['', ' ', '\n', ' \r\n\t'])('of nothing but spaces and newlines is not set: %j', (value) => {
    expect(inputsOf({ passphrase: value }).text('passphrase')).toBeUndefined();
    expect(secretValues(rawInputs({ passphrase: value, token: value }), table)).toEqual([]);
    expect(hasSecrets(rawInputs({ passphrase: value, token: value }), table)).toBe(false);
    const inputs = inputsOf({ passphrase: value });
    inputs.refuseUnsupported('delete');
    expect(inputs.complete('fine')).toBe('fine');
  });

  test.each(['passphrase', 'token'] as const)(
    '%s is never quoted in a problem, and neither is its length',
    (name) => {
      const reported = everyProblemWith(name, 'x');
      expect(reported.split('\n').filter((line) => line.startsWith(name))).toHaveLength(6);
      fc.assert(
        fc.property(secret, (value) => {
          expect(everyProblemWith(name, value)).toBe(reported);
        }),
      );
    },
  );

  test('is returned for masking before anything is read, in every form in which it can be used', () => {
    const raw = rawInputs({ passphrase: ' a b \nc\n', token: ' t0p \n', color: 'red' });
    const values = secretValues(raw, table);
    expect(values).toContain(' a b \nc\n');
    expect(values).toContain('t0p');
    expect(values.join()).not.toContain('red');
  });

  test('is among the values to mask whenever it can be read', () => {
    fc.assert(
      fc.property(fc.constantFrom('passphrase', 'token'), fc.string({ unit: 'binary' }), (name, value) => {
        const text = inputsOf({ [name]: value }).text(name);
        if (text !== undefined) {
          expect(hasSecrets(rawInputs({ [name]: value }), table)).toBe(true);
          expect(secretValues(rawInputs({ [name]: value }), table)).toContain(text);
        }
      }),
    );
  });

  test('of several lines is registered as a whole, and the runner masks each of its lines', async () => {
    const value = 'first line\r\nsecond%line\n';
    using captured = captureLog();
    await registerMasks(secretValues(rawInputs({ passphrase: value }), table));
    expect(captured.lines()).toEqual(
      expect.arrayContaining([
        '::add-mask::first line%0D%0Asecond%25line%0A',
        '::add-mask::first line%0D%0Asecond%25line',
        '::add-mask::first line\\r\\nsecond%25line\\n',
        '::add-mask::first%2520line%250D%250Asecond%2525line%250A',
      ]),
    );
  });

  test('is only the passphrase, so that nothing else is masked without need', () => {
    // With the base64 that is the same in any larger text, for each alignment.
    expect(secretValues((name) => name)).toEqual(['passphrase', 'cGFzc3BocmFz', 'YXNzcGhyYXNl', 'c3NwaHJh']);
  });
});

describe('An input that is not secret', () => {
  test('is quoted in full up to 80 characters, and only by its length beyond', () => {
    const problemWith = (color: string) => {
      const inputs = inputsOf({ color });
      inputs.choice('color', ['red', 'blue']);
      return messageOf(inputs).split('\n')[1];
    };
    expect(problemWith('g'.repeat(80))).toBe(`color: "${'g'.repeat(80)}" must be one of red, blue.`);
    expect(problemWith('g'.repeat(81))).toBe('color: (81 characters) must be one of red, blue.');
  });
});

describe('An input that the runner fills in', () => {
  test('is not refused by an operation that does not take it', () => {
    for (const operation of operations) {
      const inputs = inputsOf({ 'github-token': 't0ken' });
      inputs.refuseUnsupported(operation);
      expect(inputs.complete('fine')).toBe('fine');
    }
  });

  test('would be refused if its row did not say so', () => {
    const { filledIn: _, ...row } = table['github-token'];
    const inputs = new InputValues(rawInputs({ 'github-token': 't0ken' }), { 'github-token': row });
    inputs.refuseUnsupported('describe');
    expect(() => inputs.complete('fine')).toThrow(
      'github-token is not supported by describe, only by delete.',
    );
  });
});

describe('A list', () => {
  test('is read line by line', () => {
    const inputs = new InputValues(rawInputs({ tags: 'a=1\nb=2' }));
    expect(inputs.tags('tags', { reserved: () => false, max: 2 })).toHaveLength(2);
  });

  test('is marked as one in its row', () => {
    const rows: Readonly<Record<string, InputRule>> = inputTable;
    expect(inputNames.filter((name) => rows[name]?.list === true)).toEqual([
      'tags',
      'aws-region',
      'repository',
    ]);
  });
});

test('A request that lacks an input is refused even if no problem was reported', () => {
  expect(() => inputsOf({}).complete(undefined)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
