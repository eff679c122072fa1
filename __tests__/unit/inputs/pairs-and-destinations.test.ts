import { describe, expect, test } from '@jest/globals';
import type { DestinationRequests } from '../../../src/inputs/request.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { type GivenInputs, problemsOf, read, readAs, refusedInputs } from './reading.ts';

describe('A name that can only be a variable, or contains an expression, is refused:', () => {
  test.each([
    '$KEY_NAME',
    '${KEY_NAME}',
    '$env:KEY_NAME',
    '%KEY_NAME%',
    '{{ env.KEY_NAME }}',
    'gha-${{ x }}',
    'gha-$GITHUB_RUN_ID',
    'gha-$env:GITHUB_RUN_ID-web',
    'gha-%GITHUB_RUN_ID%',
    'gha-${NAME}-web',
    '$RUNNER_NAME-1',
  ])('%s', (name) => {
    for (const operation of ['create', 'ensure', 'fetch', 'describe', 'delete'] as const) {
      expect(problemsOf({ operation, 'key-name': name })).toEqual([
        `key-name: "${name}" contains a variable or an expression, which is not evaluated here.`,
      ]);
    }
    for (const [operation, input] of [
      ['create', 'key-name-prefix'],
      ['describe', 'key-name-pattern'],
    ] as const) {
      expect(problemsOf({ operation, [input]: name })).toEqual([
        `${input}: "${name}" contains a variable or an expression, which is not evaluated here.`,
      ]);
    }
  });

  test.each([
    'US$5',
    '$5',
    'a$B',
    '100%',
    '%',
    '{a}',
    '$',
    '(x)$',
    'a % b% c',
    '${',
    '$a b',
    '$a-b',
    'x%b',
    'a-$GITHUB',
  ])('but not %s', (name) => {
    expect(readAs('create', { 'key-name': name }).name).toEqual({ exact: name });
  });
});

describe('The name of a new key pair', () => {
  test('is generated from the repository, or from a prefix', () => {
    expect(readAs('create', {}).name).toEqual({ prefix: 'gha-widgets-' });
    expect(readAs('import', { 'public-key': 'x', 'key-name-prefix': 'team ' }).name).toEqual({
      prefix: 'team',
    });
  });

  test('is set or generated, not both', () => {
    expect(problemsOf({ 'key-name': 'a', 'key-name-prefix': 'b' })).toEqual([
      'key-name-prefix: "b" cannot be combined with key-name.',
    ]);
  });

  test('has up to 255 characters if it is set', () => {
    const longest = 'k'.repeat(255);
    expect(readAs('create', { 'key-name': longest }).name).toEqual({ exact: longest });
    expect(problemsOf({ 'key-name': `${longest}k` })[0]).toContain('is longer than 255 characters');
  });

  test('has up to 255 characters including what is added to a prefix', () => {
    const added = `${someRun.runId}-${someRun.attempt}-01234567`.length;
    const longest = 'p'.repeat(255 - added);
    expect(readAs('create', { 'key-name-prefix': longest }).name).toEqual({ prefix: longest });
    expect(problemsOf({ 'key-name-prefix': `${longest}p` })[0]).toContain(`${longest.length} characters`);
  });

  test('is refused if that of the repository is too long for it, which no input is to blame for', () => {
    const run = { ...someRun, repository: `github.com/octo/${'w'.repeat(240)}` };
    expect(problemsOf({}, run)).toEqual(['key-name-prefix is longer than 240 characters.']);
    expect(readAs('create', { 'key-name-prefix': 'team-' }, run).name).toEqual({ prefix: 'team-' });
  });
});

describe('A key pair', () => {
  test.each(['fetch', 'delete', 'describe'] as const)(
    'is identified by its name or its ID for %s, not by both',
    (operation) => {
      const id = 'key-0123456789abcdef0';
      expect(read({ operation, 'key-pair-id': id })).toMatchObject(
        operation === 'fetch' ? { pair: { keyPairId: id } } : { pairs: { keyPairId: id } },
      );
      expect(problemsOf({ operation, 'key-name': 'a', 'key-pair-id': id })).toEqual([
        `key-pair-id: "${id}" cannot be combined with key-name.`,
      ]);
    },
  );

  test.each(['delete', 'describe'] as const)(
    'is identified by the run that created it for %s, and then by nothing else',
    (operation) => {
      expect(read({ operation, 'run-id': '77' })).toMatchObject({ pairs: { runId: '77' } });
      for (const other of [{ 'key-name': 'a' }, { 'key-pair-id': 'key-0123456789abcdef0' }]) {
        expect(problemsOf({ operation, 'run-id': '77', ...other })).toEqual([
          'run-id: "77" cannot be combined with key-name or key-pair-id.',
        ]);
      }
    },
  );

  test.each([
    ['ensure', 'ensure needs key-name, but it is empty. '],
    ['fetch', 'fetch needs key-name or key-pair-id, but both are empty. '],
    ['delete', 'delete needs key-name, key-pair-id or run-id, but all are empty. '],
  ])('must be identified for %s, and the error names the usual cause', (operation, beginning) => {
    const [problem = '', ...others] = problemsOf({ operation });
    expect(problem.slice(0, beginning.length)).toBe(beginning);
    expect(problem).toContain("check the step's id for typos");
    expect(problem).toContain('the runner dropped a job output because it contains a secret');
    expect(others).toEqual([]);
  });

  test('need not be identified for describe, which lists all, or those with certain tags, also reserved ones', () => {
    expect(readAs('describe', {}).pairs).toEqual({ tags: [] });
    expect(readAs('describe', { tags: 'managed-by=ec2-key-pair-action' }).pairs).toEqual({
      tags: [{ key: 'managed-by', value: 'ec2-key-pair-action' }],
    });
    expect(refusedInputs({ operation: 'describe', 'key-name': 'a', tags: 'b=c' })).toEqual(['tags']);
  });
});

describe('A lifetime', () => {
  const key = { 'public-key': 'ssh-ed25519 AAAA' };

  test.each(['job', 'run', 'persistent'] as const)('that is set applies (%s)', (lifetime) => {
    expect(readAs('create', { 'key-name': 'deploy', lifetime }).lifetime).toBe(lifetime);
    expect(readAs('import', { ...key, lifetime }).lifetime).toBe(lifetime);
  });

  test.each<[string, 'ensure' | 'import', GivenInputs]>([
    ['ensure', 'ensure', {}],
    ['import with key-name', 'import', key],
  ])('of a key pair that other jobs can use by its name is never job (%s)', (shown, operation, inputs) => {
    const named = { ...inputs, 'key-name': 'deploy' };
    expect(readAs(operation, { ...named, lifetime: 'run' }).lifetime).toBe('run');
    expect(problemsOf({ operation, ...named, lifetime: 'job' })).toEqual([
      `lifetime: "job" is not supported by ${shown}, because other jobs may rely on the key pair. Use run or persistent.`,
    ]);
  });
});

describe('The private key', () => {
  const file = { kind: 'file', path: undefined, format: 'pem', required: false };
  const output = { kind: 'output', required: true };

  const requestedBy: { readonly [Kind in keyof DestinationRequests]: GivenInputs } = {
    store: { store: 'ssm' },
    output: { 'output-private-key': 'true' },
    agent: { 'ssh-agent': 'true' },
    file: { 'private-key-path': 'k' },
  };

  test.each(Object.entries(requestedBy))(
    'goes to every kind of destination that inputs ask for (%s)',
    (kind, inputs) => {
      expect(readAs('create', inputs).destinations).toContainEqual(
        expect.objectContaining({ kind, required: true }),
      );
    },
  );

  test.each(['create', 'ensure', 'fetch'] as const)('goes to a PEM file by default (%s)', (operation) => {
    expect(readAs(operation, { 'key-name': 'deploy' }).destinations).toEqual([file]);
  });

  test.each(['create', 'ensure', 'fetch'] as const)(
    'must be available if the user set a place for it (%s)',
    (operation) => {
      const inputs = { 'key-name': 'a', 'private-key-path': 'k', 'output-private-key': 'true' };
      expect(readAs(operation, inputs).destinations).toEqual([
        output,
        { ...file, path: 'k', required: true },
      ]);
    },
  );

  test('goes to the output before it goes to a file, because a file is the hardest to undo', () => {
    expect(readAs('create', { 'output-private-key': 'true' }).destinations).toEqual([output, file]);
  });

  test('only goes to the output where no file is wanted', () => {
    expect(
      readAs('create', { 'private-key-path': 'none', 'output-private-key': 'true' }).destinations,
    ).toEqual([output]);
  });

  test.each(['create', 'ensure'])('of a new key pair is never discarded (%s)', (operation) => {
    expect(problemsOf({ operation, 'key-name': 'a', 'private-key-path': 'none' })).toEqual([
      'private-key-path: "none" discards the private key unless output-private-key or ssh-agent is true, or store is set. Set a path, ssh-agent: true, or store: ssm.',
    ]);
  });

  test('of an existing key pair need not go anywhere', () => {
    expect(readAs('fetch', { 'key-name': 'a', 'private-key-path': 'none' }).destinations).toEqual([]);
  });

  test('has no file format without a file', () => {
    expect(
      problemsOf({ 'private-key-path': 'none', 'output-private-key': 'true', 'key-format': 'ppk' }),
    ).toEqual(['key-format: "ppk" only applies to a file, and private-key-path: none disables it.']);
  });

  test('is encrypted with the passphrase in its file only, and that passphrase also opens an existing file', () => {
    const inputs = { 'key-name': 'a', 'private-key-path': 'k', passphrase: ' eight8 ', 'ssh-agent': 'true' };
    const { destinations, sources } = readAs('ensure', inputs);
    expect(destinations).toEqual([
      { kind: 'agent', required: true },
      { ...file, path: 'k', required: true, passphrase: ' eight8 ' },
    ]);
    expect(sources).toEqual([{ kind: 'file', path: 'k', passphrase: ' eight8 ' }]);
  });

  test.each([
    ['seven77', 'passphrase must have at least 8 characters.'],
    [' '.repeat(12), 'passphrase is only whitespace. Check the secret that it comes from.'],
    ['\t', 'passphrase is only whitespace. Check the secret that it comes from.'],
    ['ü'.repeat(512), 'passphrase must have at most 1023 bytes: OpenSSH takes no more.'],
    [
      'a secret with a newline\n',
      'passphrase contains a line break, which no program can ask for. Save the secret without it.',
    ],
  ])('is not encrypted with %j', (passphrase, problem) => {
    expect(problemsOf({ passphrase })).toEqual([problem]);
  });

  test('needs no passphrase without a file', () => {
    const inputs = { 'private-key-path': 'none', 'ssh-agent': 'true', passphrase: 'long enough' };
    expect(refusedInputs(inputs)).toEqual(['passphrase']);
  });

  test.each(['ensure', 'fetch'] as const)(
    'of an existing key pair is looked for at its path, and none is not a path (%s)',
    (operation) => {
      const withPath = (path: string) =>
        readAs(operation, { 'key-name': 'a', 'private-key-path': path, 'output-private-key': 'true' })
          .sources;
      expect(withPath('k')).toEqual([{ kind: 'file', path: 'k' }]);
      expect(withPath('none')).toEqual([]);
      expect(withPath('')).toEqual([]);
    },
  );
});

test('import reads its public key from one place', () => {
  expect(readAs('import', { 'public-key': ' ssh-rsa A ' }).publicKey).toEqual({ text: 'ssh-rsa A' });
  expect(readAs('import', { 'public-key-path': 'id.pub' }).publicKey).toEqual({ path: 'id.pub' });
  expect(problemsOf({ operation: 'import' })).toEqual([
    'import needs public-key or public-key-path, but both are empty.',
  ]);
  expect(problemsOf({ operation: 'import', 'public-key': 'a', 'public-key-path': 'b' })).toEqual([
    'public-key-path: "b" cannot be combined with public-key.',
  ]);
});

test('delete ignores what uses the key pair, and is not forced, unless the user says so', () => {
  expect(readAs('delete', { 'key-name': 'a' })).toMatchObject({
    ifInUse: 'ignore',
    force: false,
    dryRun: false,
  });
  expect(
    readAs('delete', { 'key-name': 'a', 'if-in-use': 'fail', force: 'true', 'dry-run': 'true' }),
  ).toMatchObject({ ifInUse: 'fail', force: true, dryRun: true });
});
