import { describe, expect, test } from '@jest/globals';
import { readRequest } from '../../../src/inputs/read-request.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { type GivenInputs, problemsOf, rawInputs, read } from './reading.ts';

/** The warnings that are given when these inputs are read. */
function warningsOf(inputs: GivenInputs): string[] {
  const warnings: string[] = [];
  readRequest(rawInputs(inputs), someRun, [], (sentence) => warnings.push(sentence));
  return warnings;
}

const notEvaluated = 'contains a variable or an expression, which is not evaluated here';

/** Inputs with one text in a name, or in a filter for names. */
const places: readonly (readonly [place: string, name: keyof GivenInputs, others: GivenInputs])[] = [
  ['key-name of create', 'key-name', {}],
  ['key-name of ensure', 'key-name', { operation: 'ensure' }],
  ['key-name of delete', 'key-name', { operation: 'delete' }],
  ['key-name-prefix', 'key-name-prefix', {}],
  ['key-name-pattern', 'key-name-pattern', { operation: 'describe' }],
];

/** What only a shell, GitHub, or Azure Pipelines replaces. */
const unevaluated = [
  '$BRANCH',
  'gha-$env:BRANCH',
  'gha-${BRANCH:-main}',
  'gha-${BRANCH}-x',
  'gha-${1}',
  'gha-%BUILD_ID%',
  'gha-%ProgramFiles(x86)%',
  'gha-%DEPLOY%',
  'gha-$(Build.BuildId)',
  'gha-$(date +%s)',
  'gha-`date`',
  'gha-$GITHUB_RUN_ID',
  'gha-${{ github.run_id }}',
];

/** Legal, and used. */
const plain = [
  'a`b',

  'US$5',
  '$5',
  '100%',
  '5%-10%',
  '50% off 20%',
  'caf%C3%A9t%C3%A9',
  'a%20b%2Fc',
  '{a}',
  'wow!',
  '!x',
];

describe.each(places)('A variable in %s', (_, name, others) => {
  test.each(unevaluated)('is refused if it is unmistakable: %s', (text) => {
    expect(problemsOf({ ...others, [name]: text })).toEqual([`${name}: "${text}" ${notEvaluated}.`]);
  });

  test.each(['"deploy"', "'deploy'", '`deploy`'])('is refused like quotes around the whole: %s', (text) => {
    expect(problemsOf({ ...others, [name]: text })).toEqual([
      `${name}: "${text}" is in quotes. Write it without them.`,
    ]);
  });

  test.each(['gha-$BRANCH', 'a$b', '$A-$B', 'gha-!BRANCH!'])(
    'gets a warning if it may be part of the name: %s',
    (text) => {
      expect(warningsOf({ ...others, [name]: text })).toEqual([
        `${name}: "${text}" is used as it is: variables are not expanded here. To insert one, write an expression such as \${{ env.NAME }}.`,
      ]);
    },
  );

  test.each([...plain, `it's "quoted"`, '"a" or "b', 'x`y'])('is not seen in %s', (text) => {
    expect(warningsOf({ ...others, [name]: text })).toEqual([]);
  });

  test('is not quoted in a warning about a long text: part of a secret would not be masked', () => {
    const text = `${'s3cret'.repeat(14)}$X`;
    expect(warningsOf({ ...others, [name]: text }).join()).toMatch(
      /^[a-z-]+: \(86 characters\) is used as it is: /,
    );
  });
});

describe.each<[string, GivenInputs]>([
  ['create', {}],
  ['describe, whose tags are filters', { operation: 'describe' }],
  ['sweep, whose tags are filters', { operation: 'sweep' }],
])('A variable in a tag of %s', (_, others) => {
  test.each([
    ...unevaluated.map((text) => `env=${text}`),
    'env=prefix-$(date)',
    '${KEY}=v',
    '$K=v',
    '%STAGE%=x',
    'team-${KEY}=v',
    '$(hostname)=v',
    '$env:KEY=v',
    '`hostname`=v',
    'k${A:=b}=v',
    '$GITHUB_JOB=v',
  ])('is refused in the key as in the value: %s', (line) => {
    expect(problemsOf({ ...others, tags: line })).toEqual([`tags: "${line}" ${notEvaluated}.`]);
  });

  test.each(['env=prefix-$STAGE', 'cost-$TEAM=v', 'env=!STAGE!'])('gets a warning in %s', (line) => {
    expect(warningsOf({ ...others, tags: line })).toEqual([
      `tags: "${line}" is used as it is: variables are not expanded here. To insert one, write an expression such as \${{ env.NAME }}.`,
    ]);
  });

  test.each([...plain.map((text) => `env=${text}`), 'price in US$=5', 'url=https://example.com/caf%C3%A9'])(
    'is not seen in %s',
    (line) => {
      expect(warningsOf({ ...others, tags: line })).toEqual([]);
    },
  );
});

test('A name that the action generates gets no warning', () => {
  expect(read({})).toMatchObject({ name: { prefix: 'gha-widgets-' } });
  expect(warningsOf({})).toEqual([]);
});
