import { describe, expect, test } from '@jest/globals';
import { someRun } from '../../lib/workflow-run.ts';
import { problemsOf, read, readAs, refusedInputs } from './reading.ts';

describe('the name of a new pair', () => {
  test('is made up after the repository, or after a prefix', () => {
    expect(readAs('create', {}).name).toEqual({ prefix: 'gha-widgets-' });
    expect(readAs('import', { 'public-key': 'x', 'key-name-prefix': 'team ' }).name).toEqual({
      prefix: 'team',
    });
  });

  test('is given or made up, not both', () => {
    expect(problemsOf({ 'key-name': 'a', 'key-name-prefix': 'b' })).toEqual([
      'key-name-prefix: "b" cannot be used together with key-name.',
    ]);
  });

  test('has up to 255 characters when it is given', () => {
    const longest = 'k'.repeat(255);
    expect(readAs('create', { 'key-name': longest }).name).toEqual({ exact: longest });
    expect(problemsOf({ 'key-name': `${longest}k` })[0]).toContain('is longer than 255 characters');
  });

  test('has up to 255 characters with what is added to a prefix', () => {
    const added = `${someRun.runId}-${someRun.attempt}-01234567`.length;
    const longest = 'p'.repeat(255 - added);
    expect(readAs('create', { 'key-name-prefix': longest }).name).toEqual({ prefix: longest });
    expect(problemsOf({ 'key-name-prefix': `${longest}p` })[0]).toContain(`${longest.length} characters`);
  });
});

describe('a pair that is told by', () => {
  test.each(['fetch', 'delete', 'describe'] as const)('name or id for %s, not both', (operation) => {
    const id = 'key-0123456789abcdef0';
    expect(read({ operation, 'key-pair-id': id })).toMatchObject(
      operation === 'fetch' ? { pair: { keyPairId: id } } : { pairs: { keyPairId: id } },
    );
    expect(refusedInputs({ operation, 'key-name': 'a', 'key-pair-id': id })).toEqual(['key-pair-id']);
  });

  test.each(['delete', 'describe'] as const)(
    'the run that made it for %s, and then by nothing else',
    (operation) => {
      expect(read({ operation, 'run-id': '77' })).toMatchObject({ pairs: { runId: '77' } });
      expect(refusedInputs({ operation, 'run-id': '77', 'key-name': 'a' })).toEqual(['run-id']);
    },
  );

  test.each([
    ['ensure', 'key-name is empty,'],
    ['fetch', 'key-name is empty (or key-pair-id),'],
    ['delete', 'key-name is empty (or key-pair-id or run-id),'],
  ])('nothing: %s names the usual cause', (operation, beginning) => {
    const [problem, ...others] = problemsOf({ operation });
    expect(problem).toContain(beginning);
    expect(problem).toContain('a job output that the runner dropped because it holds a secret');
    expect(others).toEqual([]);
  });

  test('nothing at all: describe shows all pairs, or those that carry tags, this action’s own too', () => {
    expect(readAs('describe', {}).pairs).toEqual({ tags: [] });
    expect(readAs('describe', { tags: 'managed-by=ec2-key-pair-action' }).pairs).toEqual({
      tags: [{ key: 'managed-by', value: 'ec2-key-pair-action' }],
    });
    expect(refusedInputs({ operation: 'describe', 'key-name': 'a', tags: 'b=c' })).toEqual(['tags']);
  });
});

describe('a lifetime that is not given', () => {
  test.each([
    [{}, 'job'],
    [{ 'key-name-prefix': 'x-' }, 'job'],
    [{ 'key-name': 'deploy' }, 'persistent'],
  ])('with %j is %s', (inputs, lifetime) => {
    expect(readAs('create', inputs).lifetime).toBe(lifetime);
    expect(readAs('import', { 'public-key': 'x', ...inputs }).lifetime).toBe(lifetime);
  });

  test('is persistent for ensure, which refuses job', () => {
    expect(readAs('ensure', { 'key-name': 'deploy' }).lifetime).toBe('persistent');
    expect(refusedInputs({ operation: 'ensure', 'key-name': 'deploy', lifetime: 'job' })).toEqual([
      'lifetime',
    ]);
  });

  test('gives way to one that is', () => {
    expect(readAs('create', { 'key-name': 'deploy', lifetime: 'job' }).lifetime).toBe('job');
  });
});

describe('the private key of a new pair', () => {
  test.each(['create', 'ensure'] as const)('goes to a PEM file when nothing is said (%s)', (operation) => {
    expect(readAs(operation, { 'key-name': 'deploy' }).destinations).toEqual({
      file: { path: undefined, format: 'pem' },
      output: false,
    });
  });

  test('goes nowhere but to the output where no file is wanted', () => {
    expect(
      readAs('create', { 'private-key-path': 'none', 'output-private-key': 'true' }).destinations,
    ).toEqual({ file: undefined, output: true });
  });

  test('never goes nowhere', () => {
    expect(problemsOf({ 'private-key-path': 'none' })[0]).toContain('would leave the private key nowhere');
  });

  test('has no file format without a file', () => {
    expect(
      refusedInputs({ 'private-key-path': 'none', 'output-private-key': 'true', 'key-format': 'ppk' }),
    ).toEqual(['key-format']);
  });

  test('of a pair that is there is where its path says, and none is no path', () => {
    expect(readAs('fetch', { 'key-name': 'a', 'private-key-path': 'none' }).privateKeyPath).toBeUndefined();
    expect(readAs('fetch', { 'key-name': 'a', 'private-key-path': 'k' }).privateKeyPath).toBe('k');
  });
});

test('import takes its key from one place', () => {
  expect(readAs('import', { 'public-key': ' ssh-rsa A ' }).publicKey).toEqual({ text: 'ssh-rsa A' });
  expect(readAs('import', { 'public-key-path': 'id.pub' }).publicKey).toEqual({ path: 'id.pub' });
  expect(refusedInputs({ operation: 'import' })).toEqual(['public-key']);
  expect(refusedInputs({ operation: 'import', 'public-key': 'a', 'public-key-path': 'b' })).toEqual([
    'public-key-path',
  ]);
});

test('delete is gentle unless told otherwise', () => {
  expect(readAs('delete', { 'key-name': 'a' })).toMatchObject({
    ifInUse: 'ignore',
    force: false,
    dryRun: false,
  });
  expect(
    readAs('delete', { 'key-name': 'a', 'if-in-use': 'fail', force: 'true', 'dry-run': 'true' }),
  ).toMatchObject({ ifInUse: 'fail', force: true, dryRun: true });
});
