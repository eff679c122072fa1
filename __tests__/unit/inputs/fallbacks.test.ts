import { expect, test } from '@jest/globals';
import { type InputName, type InputRule, inputTable } from '../../../src/inputs/table.ts';
import { leftToOthers, sameForAll } from './input-cases.ts';
import { inputNames, leastInputs, read, readAs } from './reading.ts';

const rules: Readonly<Record<InputName, InputRule>> = inputTable;

test.each(sameForAll)(
  'If %s is not set, %s applies: it is the same to set it to %s',
  (name, stated, value, others) => {
    const { takenBy, fallback } = rules[name];
    expect(fallback).toBe(stated);
    for (const operation of name === 'operation' ? (['create'] as const) : takenBy) {
      const withoutName = operation === 'ensure' && others['key-name'] === '';
      if (withoutName) continue;
      const inputs = { operation, ...leastInputs[operation], ...others };
      expect(read({ ...inputs, [name]: value })).toEqual(read({ ...inputs, [name]: '' }));
    }
  },
);

test('If key-type is not set, a new key pair is of type rsa, and an existing one can be of any type', () => {
  expect(rules['key-type'].fallback).toBe('`rsa` for a new key pair; with `rotate`, as before');
  expect(readAs('create', {}).keyType).toBe('rsa');
  expect(readAs('ensure', { 'key-name': 'a' }).keyType).toBeUndefined();
  expect(readAs('rotate', { 'key-name': 'a' }).keyType).toBeUndefined();
});

test('If lifetime is not set, create ends with the job whatever its name, unless a store keeps the private key, and what jobs share by name is kept', () => {
  expect(rules['lifetime'].fallback).toBe(
    '`job` for `create` without `store`, and for `import` without `key-name`; `run` for `create` with `store` but without `key-name`; otherwise `persistent`',
  );
  const named = { 'key-name': 'deploy' };
  const key = { 'public-key': 'ssh-ed25519 AAAA' };
  expect(readAs('create', {}).lifetime).toBe('job');
  expect(readAs('create', named).lifetime).toBe('job');
  expect(readAs('create', { store: 'ssm' }).lifetime).toBe('run');
  expect(readAs('create', { ...named, store: 'ssm' }).lifetime).toBe('persistent');
  expect(readAs('create', { lifetime: 'job', store: 'ssm' }).lifetime).toBe('job');
  expect(readAs('ensure', named).lifetime).toBe('persistent');
  expect(readAs('import', { ...key, ...named }).lifetime).toBe('persistent');
  expect(readAs('import', { ...key, 'key-name-prefix': 'x-' }).lifetime).toBe('job');
});

test('If private-key-path is not set, the path of the file is left open', () => {
  expect(rules['private-key-path'].fallback).toBe("a file in the runner's temp folder");
  for (const operation of ['create', 'ensure', 'fetch'] as const) {
    const { destinations } = readAs(operation, leastInputs[operation]);
    expect(destinations).toMatchObject([{ kind: 'file', path: undefined }]);
  }
});

test('If aws-region is not set, the Region is left to the AWS environment', () => {
  expect(rules['aws-region'].fallback).toBe('as for the AWS CLI');
  expect(read({}).region).toBeUndefined();
});

test('Every fallback of the table is checked here', () => {
  const checked = new Set<string>([...sameForAll.map(([name]) => name), ...leftToOthers]);
  expect(inputNames.filter((name) => rules[name].fallback !== undefined && !checked.has(name))).toEqual([]);
});
