import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRequest } from '../../../src/inputs/read-request.ts';
import { type InputTable, inputTable } from '../../../src/inputs/table.ts';
import { unknownInputs } from '../../../src/inputs/values.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { inputNames, rawInputs } from './reading.ts';
import { problemsWith, variable } from './unknown-inputs.ts';

const table: InputTable = inputTable;

describe('A misspelled input is refused, and the problem names the one that was meant:', () => {
  test.each([
    ['dry_run', 'true', 'dry-run'],
    ['dryRun', 'true', 'dry-run'],
    ['dry run', 'true', 'dry-run'],
    ['dry.run', 'true', 'dry-run'],
    ['dry-rum', 'true', 'dry-run'],
    ['run-dry', 'true', 'dry-run'],
    ['RUN_DRY', 'true', 'dry-run'],
    ['name-key', 'x', 'key-name'],
    ['path-private-key', 'id.pem', 'private-key-path'],
    ['id-run', '4242', 'run-id'],
    ['key_name', 'x', 'key-name'],
    ['keyname', 'x', 'key-name'],
    ['key-names', 'x', 'key-name'],
    ['kye-name', 'x', 'key-name'],
    ['key-tame', 'x', 'key-name'],
    ['key-nype', 'x', 'key-type'],
    ['private-key-pth', 'id.pem', 'private-key-path'],
    ['life-time', 'job', 'lifetime'],
    ['lifetme', 'job', 'lifetime'],
    ['opertaion', 'delete', 'operation'],
    ['public_key', 'ssh-ed25519 AAAA', 'public-key'],
    ['public-keys-path', 'id.pub', 'public-key-path'],
    ['aws_region', 'eu-west-1', 'aws-region'],
    ['run_id', '4242', 'run-id'],
    ['runs-id', '4242', 'run-id'],
    ['tag', 'team=blue', 'tags'],
    ['tgas', 'team=blue', 'tags'],
    ['forced', 'true', 'force'],
    ['froce', 'True', 'force'],
    ['if_in_used', 'warn', 'if-in-use'],
    ['output_private_key', 'true', 'output-private-key'],
  ])('%s: %s', (name, value, meant) => {
    const [problem = '', ...others] = problemsWith({ [name]: value });
    expect(problem.split(' If ')[0]).toBe(
      `${variable(name).toLowerCase()} is not an input. Did you mean ${meant}?`,
    );
    expect(others).toEqual([]);
  });

  test('what to do if the variable is that of another program, whose variables have no hyphens', () => {
    expect(problemsWith({ key_name: 'x', 'dry-rum': 'true' })).toEqual([
      'key_name is not an input. Did you mean key-name? If another program needs INPUT_KEY_NAME, rename that variable.',
      'dry-rum is not an input. Did you mean dry-run?',
    ]);
  });

  test('every name in its spellings with _, in camel case, and without separators', () => {
    for (const name of inputNames.filter((known) => known.includes('-'))) {
      const camelCase = name.replace(/-./g, (part) => part.slice(1).toUpperCase());
      for (const spelling of [name.replaceAll('-', '_'), camelCase, `${name} `]) {
        expect(problemsWith({ [spelling]: 'x' })).toEqual([expect.stringContaining(`Did you mean ${name}?`)]);
      }
    }
  });

  test('every long name with one letter too many, too few, or swapped', () => {
    const long = inputNames.filter((known) => known.replaceAll('-', '').length > 5);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(20), fc.nat(2), (name, place, kind) => {
        const at = place % (name.length - 1);
        const [before, here = '', next = '', after] = [
          name.slice(0, at),
          name[at],
          name[at + 1],
          name.slice(at + 2),
        ];
        const middle = [`${here}x${next}`, next, `${next}${here}`][kind];
        const spelling = `${before}${middle}${after}`;
        fc.pre(!inputNames.some((known) => known === spelling));
        expect(problemsWith({ [spelling]: 'x' })).toEqual([expect.stringContaining('Did you mean')]);
      }),
    );
  });
});

describe('A variable that is no misspelled input is ignored:', () => {
  test.each([
    ['tag', 'v1.2.3'],
    ['tasks', 'a=b'],
    ['args', '--a=b'],
    ['flags', 'a=b'],
    ['forge', 'github'],
    ['laundry', 'true'],
    ['user', 'fail'],
    ['use', 'node'],
    ['job-id', '12'],
    ['runs-id', 'run 12'],
    ['id-run', 'x'],
    ['runs-id', '12 runs'],
    ['forced', 'not true'],
    ['forced', 'trueish'],
    ['run_in', 'docker'],
    ['version', '1'],
    ['token', 'x'],
    ['username', 'me'],
    ['hostname', 'a'],
    ['working-directory', 'x'],
    ['__proto__', 'x'],
  ])('%s: %s', (name, value) => {
    expect(problemsWith({ [name]: value })).toEqual([]);
  });

  test('an empty one, which is how a step turns a variable of its job off', () => {
    expect(problemsWith({ dry_run: ' ' })).toEqual([]);
    expect(problemsWith({ dry_run: '', 'dry-run': 'true' })).toEqual([]);
  });

  test('one that repeats the value of the input, as wrappers set it', () => {
    expect(problemsWith({ key_name: 'deploy', 'key-name': 'deploy\n' })).toEqual([]);
    expect(problemsWith({ key_name: 'deploy', 'key-name': 'other' })).toHaveLength(1);
  });

  test('every known name, as the runner passes it', () => {
    expect(unknownInputs(inputNames.map(variable))).toEqual([]);
    expect(problemsWith(Object.fromEntries(inputNames.map((name) => [name, 'x'])))).toEqual([]);
  });
});

test('Every short name has a rule for its value: two edits of it hit innocent names', () => {
  const short = inputNames.filter((name) => name.replaceAll('-', '').length < 6);
  for (const name of short) expect(problemsWith({ [`${name}s`]: '\u0001' })).toEqual([]);
  const valid = { 'run-id': '1', tags: 'a=b', force: 'true', store: 'ssm' };
  expect(
    short.filter((name) => problemsWith({ [`${name}z`]: valid[name as 'tags'] ?? '' }).length === 0),
  ).toEqual([]);
  expect(Object.keys(table)).toEqual(inputNames);
});

test('Misspelled inputs are reported together with all other problems', () => {
  const problems = problemsWith({ 'dry-rum': 'true', 'kye-name': 'x' });
  expect(() => readRequest(rawInputs({ 'key-type': 'dsa' }), someRun, problems)).toThrow(
    'Invalid inputs:\ndry-rum is not an input. Did you mean dry-run?\nkye-name is not an input. Did you mean key-name?\nkey-type: "dsa" must be one of rsa, ed25519.',
  );
});

test('Any name and any value give a problem or none, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, value) => {
      expect(problemsWith({ [name]: value }).length).toBeLessThanOrEqual(1);
    }),
  );
});
