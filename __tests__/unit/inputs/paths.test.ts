import { describe, expect, test } from '@jest/globals';
import { type GivenInputs, problemsOf, read, readAs } from './reading.ts';

/** The problem with a path, without the input's name and value. */
const notPaths: readonly (readonly [path: string, rule: string])[] = [
  ['$HOME/.ssh/id.pem', 'contains a variable, which is not expanded here. Use ~/.ssh/id.pem'],
  ['${HOME}/.ssh/id', 'contains a variable, which is not expanded here. Use ~/.ssh/id'],
  ['$RUNNER_TEMP/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['${RUNNER_TEMP}/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['$GITHUB_WORKSPACE/id', 'contains a variable, which is not expanded here. Use ${{ github.workspace }}/id'],
  ['key-$GITHUB_RUN_ID', 'contains a variable, which is not expanded here. Use key-${{ github.run_id }}'],
  ['%USERPROFILE%\\.ssh\\id', 'contains a variable, which is not expanded here. Use ~/.ssh\\id'],
  ['%TEMP%\\id.pem', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}\\id.pem'],
  ['$env:TEMP/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['${env:Temp}/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['keys/$name.pem', 'contains a variable, which is not expanded here. Use keys/${{ env.name }}.pem'],
  ['$TMPDIR/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['$TMP/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['$MY_TMP/id', 'contains a variable, which is not expanded here. Use ${{ env.MY_TMP }}/id'],
  ['$TEMPLATE/id', 'contains a variable, which is not expanded here. Use ${{ env.TEMPLATE }}/id'],
  [
    '$HOMEBREW_PREFIX/id',
    'contains a variable, which is not expanded here. Use ${{ env.HOMEBREW_PREFIX }}/id',
  ],
  ['$MY_HOME/id', 'contains a variable, which is not expanded here. Use ${{ env.MY_HOME }}/id'],
  ['$MY_GITHUB_SHA', 'contains a variable, which is not expanded here. Use ${{ env.MY_GITHUB_SHA }}'],
  ['${{ runner.temp }}/id', 'contains an expression, which is not evaluated here'],
  ['{{ runner.temp }}/id', 'contains an expression, which is not evaluated here'],
  ['keys/{{key}}.pem', 'contains an expression, which is not evaluated here'],
  ['${1}/id', 'contains an expression, which is not evaluated here'],
  ['$(pwd)/keys/id', 'starts with a command, which is not run here. Use keys/id'],
  ['`pwd`/id', 'starts with a command, which is not run here. Use id'],
  ['$(Build.StagingDirectory)/id', 'starts with a command, which is not run here'],
  ['`dirname x`\\id', 'starts with a command, which is not run here'],
  ['"keys/id.pem"', 'is in quotes. Use keys/id.pem'],
  ["'id.pem'", 'is in quotes. Use id.pem'],
  ['`id`', 'is in quotes. Use id'],
  ['""', 'is in quotes'],
  ['file:///home/me/id', 'is a URL. Use /home/me/id'],
  ['file://id.pem', 'is a URL. Use id.pem'],
  ['fileb://id.pub', 'is a URL. Use id.pub'],
  ['FILE://id.pub', 'is a URL. Use id.pub'],
  ['my-file://id', 'is a URL. Set the path of a file on this machine'],
  ['filex://id', 'is a URL. Set the path of a file on this machine'],
  ['s3://bucket/id', 'is a URL. Set the path of a file on this machine'],
  ['https://example.com/id', 'is a URL. Set the path of a file on this machine'],
  ['~runner/.ssh/id', 'starts with ~, but not with ~/. Use ~/… or an absolute path'],
  ['~runner\\id', 'starts with ~, but not with ~/. Use ~/… or an absolute path'],
  ['~', 'starts with ~, but not with ~/. Use ~/… or an absolute path'],
  ['~\\.ssh\\id', 'starts with ~, but not with ~/. Use ~/… or an absolute path'],
];

/** Unusual, and a path all the same. */
const paths = [
  '~/.ssh/id',
  '~id',
  './~runner/id',
  'a b/ü.pem',
  `it's "quoted".pem`,
  'keys/"id"',
  '"keys"/id',
  'C:\\keys\\id',
  'keys/s3://id',
  '1s3://id',
  'c://id',
  '\\\\server\\C$\\id',
  '100%.pem',
  '5%-10%.pem',
  'a$.pem',
  'a{b}.pem',
  'US$5.pem',
  '../id',
  'c:/id',
  'a:b',
  '$(a)',
  'keys/$(a)/`b`.pem',
];

describe.each<[string, (path: string) => GivenInputs, (path: string) => unknown]>([
  [
    'private-key-path',
    (path) => ({ 'private-key-path': path }),
    (path) => readAs('create', { 'private-key-path': path }).destinations[0],
  ],
  [
    'public-key-path',
    (path) => ({ operation: 'import', 'public-key-path': path }),
    (path) => readAs('import', { 'public-key-path': path }).publicKey,
  ],
])('%s', (name, inputs, pathIn) => {
  test.each(notPaths)('refuses %s and says what to write instead', (path, rule) => {
    expect(problemsOf(inputs(path))).toEqual([`${name}: "${path}" ${rule}.`]);
  });

  test.each(paths)('takes %s as it is', (path) => {
    expect(pathIn(path)).toMatchObject({ path });
  });

  test.each([
    ['many lines', `"-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----"`],
    ['more than 80 characters', `$HOME/${'MC4C'.repeat(20)}`],
    ['81 characters without its quotes', `"${'MC4C'.repeat(20)}x"`],
  ])('does not repeat a text of %s, which may be a secret', (_, text) => {
    const printed = problemsOf(inputs(text)).join('\n');
    expect(printed.split('MC4C').length - 1).toBeLessThan(3);
    expect(printed).not.toContain('Use ');
  });
});

test('What to write instead of a path has up to 80 characters', () => {
  const path = 'k'.repeat(80);
  expect(problemsOf({ 'private-key-path': `"${path}"` })).toEqual([
    `private-key-path: (82 characters) is in quotes. Use ${path}.`,
  ]);
});

test.each(['none', 'None', 'NONE'])('private-key-path: %s means no file', (path) => {
  const inputs = { 'key-name': 'a', 'private-key-path': path, 'output-private-key': 'true' };
  expect(readAs('create', inputs).destinations).toEqual([{ kind: 'output', required: true }]);
  expect(read({ operation: 'fetch', ...inputs })).toMatchObject({ sources: [] });
});
