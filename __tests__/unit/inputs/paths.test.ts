import { describe, expect, test } from '@jest/globals';
import { type GivenInputs, problemsOf, read, readAs } from './reading.ts';

/** The problem with a path, without the input's name and value. */
const notPaths: readonly (readonly [path: string, rule: string])[] = [
  ['$HOME/.ssh/id.pem', 'contains a variable, which is not expanded here. Use ~/.ssh/id.pem'],
  ['${HOME}/.ssh/id', 'contains a variable, which is not expanded here. Use ~/.ssh/id'],
  ['$RUNNER_TEMP/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['${RUNNER_TEMP}/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['$GITHUB_WORKSPACE/id', 'contains a variable, which is not expanded here. Use id'],
  ['key-$GITHUB_RUN_ID', 'contains a variable, which is not expanded here. Use key-${{ github.run_id }}'],
  ['%USERPROFILE%\\.ssh\\id', 'contains a variable, which is not expanded here. Use ~/.ssh/id'],
  ['%TEMP%\\id.pem', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id.pem'],
  ['$env:TEMP/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['${env:Temp}/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['$TMPDIR/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['$TMP/id', 'contains a variable, which is not expanded here. Use ${{ runner.temp }}/id'],
  ['${{ runner.temp }}/id', 'contains an expression, which is not evaluated here'],
  ['{{ runner.temp }}/id', 'contains an expression, which is not evaluated here'],
  ['keys/{{key}}.pem', 'contains an expression, which is not evaluated here'],
  ['${1}/id', 'contains an expression, which is not evaluated here'],
  ['$(pwd)/keys/id', 'starts with a command, which is not run here. Use keys/id'],
  ['`pwd`/id', 'starts with a command, which is not run here. Use id'],
  ['$(Build.StagingDirectory)/id', 'starts with a command, which is not run here'],
  ['$(pwd)/none', 'starts with a command, which is not run here'],
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

/** Paths with variables that are known, with what to write instead. */
const rewritten: readonly (readonly [path: string, instead: string])[] = [
  ['$PWD/k', 'k'],
  ['${PWD}/keys/k.pem', 'keys/k.pem'],
  ['$env:PWD\\keys\\k', 'keys/k'],
  ['%CD%\\k', 'k'],
  ['$PWD//k', 'k'],
  ['$GITHUB_WORKSPACE/a/$GITHUB_JOB.pem', 'a/${{ github.job }}.pem'],
  ['!USERPROFILE!\\k', '~/k'],
  ['!HOME!/k', '~/k'],
  ['$RUNNER_OS-$GITHUB_SHA', '${{ runner.os }}-${{ github.sha }}'],
  ['"$HOME/k"', '~/k'],
  ["'file://$TMPDIR/k'", '${{ runner.temp }}/k'],
  ['$(pwd)//k', 'k'],
  ['$(pwd)/$GITHUB_RUN_ID', '${{ github.run_id }}'],
  ['"${{ runner.temp }}/k"', '${{ runner.temp }}/k'],
  ['file:/tmp/k', '/tmp/k'],
  ['fileb:/tmp/k', '/tmp/k'],
  ['file:~/k', '~/k'],
  ['file://localhost/tmp/k', '/tmp/k'],
  ['file:///C:/keys/k', 'C:/keys/k'],
];

/** Paths of which only the user knows what they stand for. */
const unknown: readonly (readonly [path: string, name: string])[] = [
  ['keys/$USER.pem', 'USER'],
  ['%APPDATA%\\k.pem', 'APPDATA'],
  ['$LOCALAPPDATA/k', 'LOCALAPPDATA'],
  ['${env:ProgramFiles(x86)}\\k', 'ProgramFiles'],
  ['%ProgramFiles(x86)%\\k', 'ProgramFiles'],
  ['$HOMEBREW_PREFIX/id', 'HOMEBREW_PREFIX'],
  ['$MY_TMP/id', 'MY_TMP'],
  ['$MY_GITHUB_SHA', 'MY_GITHUB_SHA'],
  ['keys/$name.pem', 'name'],
  ['$HOME/$STAGE.pem', 'STAGE'],
  ['keys/!USER!.pem', 'USER'],
];

/** Paths of which nothing is known that could be written instead. */
const noReplacement = [
  '$HOME',
  '%USERPROFILE%',
  '$HOME/',
  '$PWD',
  '$RUNNER_TEMP',
  '$TMPDIR/',
  '$HOME.pem',
  'keys/$HOME/k',
  'keys/${PWD}/k',
  '${HOME:-/tmp}/k',
  '${RUNNER_TEMP:?}/k',
  '${GITHUB_SHA%%x}/k',
  '$PWD/~/k',
  '$PWD/none',
  '$GITHUB_ENV',
  '$RUNNER_X/k',
  '$HOME/${1}',
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
  'file:k',
  'wow!.pem',
  'a!/b!',
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

  test.each(rewritten)('refuses %s, and says to use %s', (path, instead) => {
    expect(problemsOf(inputs(path)).map((problem) => problem.split('. Use ')[1])).toEqual([`${instead}.`]);
  });

  test.each(unknown)('refuses %s, and says that the workflow may set %s', (path, variable) => {
    expect(problemsOf(inputs(path))).toEqual([
      `${name}: "${path}" contains a variable, which is not expanded here. Write the path itself, or set ${variable} in env: of the workflow and use \${{ env.${variable} }}.`,
    ]);
  });

  test.each(noReplacement)('refuses %s, and proposes no path that would be refused, or elsewhere', (path) => {
    expect(problemsOf(inputs(path))).toContain(
      `${name}: "${path}" contains a variable, which is not expanded here. Write the path itself.`,
    );
  });

  test.each(paths)('takes %s as it is', (path) => {
    expect(pathIn(path)).toMatchObject({ path });
  });

  test.each([
    ['many lines', `"-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----"`],
    ['more than 80 characters', `$HOME/${'MC4C'.repeat(20)}`],
    ['a long variable', `$${'MC4C'.repeat(20)}/k`],
    ['81 characters without its quotes', `"${'MC4C'.repeat(20)}x"`],
  ])('does not repeat a text of %s, which may be a secret', (_, text) => {
    const printed = problemsOf(inputs(text)).join('\n');
    expect(printed.split('MC4C').length - 1).toBeLessThan(3);
    expect(printed).not.toContain('Use ');
    expect(printed).not.toContain('env.');
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
