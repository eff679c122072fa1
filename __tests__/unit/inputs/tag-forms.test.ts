import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readRequest } from '../../../src/inputs/read-request.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { problemsOf, rawInputs, readAs } from './reading.ts';

/** The warnings that are given when these tags are read. */
function warningsOf(tags: string): string[] {
  const warnings: string[] = [];
  readRequest(rawInputs({ tags }), someRun, [], (sentence) => warnings.push(sentence));
  return warnings;
}

describe('Tags in the form of another tool are refused, with what to write instead:', () => {
  test.each([
    ['Key=env,Value=ci', 'env=ci'],
    ['key=env, value=ci', 'env=ci'],
    ['Key=env,Value=ci Key=team,Value=a', 'env=ci'],
    ['ResourceType=key-pair,Tags=[{Key=env,Value=ci}]', 'env=ci'],
    ['ResourceType=key-pair,Tags=[{Key=env,Value=ci},{Key=a,Value=b}]', 'env=ci'],
    ['ResourceType=key-pair, Tags=[{Key=env,Value=ci}]', 'env=ci'],
    ['Name=tag:env,Values=ci', 'env=ci'],
    ['Name=tag:env, Values=ci', 'env=ci'],
    ['Key=env , Value=ci', 'env=ci'],
    ['Key=env,Value=ci  Key=team,Value=a', 'env=ci'],
    ['[{"Key": "env", "Value": ci }]', 'env=ci'],
    ['[{"Key":"env","Value":"ci"}]', 'env=ci'],
    ['[{"Key":"url","Value":"a=b"}]', 'url=a=b'],
    ['[\n  {"Key": "env", "Value": "ci"}\n]', 'env=ci'],
    ["[{'Key': 'env', 'Value': 'ci'}]", 'env=ci'],
    ['{"env":"ci"}', 'env=ci'],
    ['{\n  "env": "ci",\n  "team": "a"\n}', 'env=ci'],
    ['{ env = "ci" }', 'env=ci'],
    ['- env=ci', 'env=ci'],
    ['- env: ci', 'env=ci'],
    ['env: ci', 'env=ci'],
    ['env: a=b', 'env=a=b'],
    ['"env=ci"', 'env=ci'],
    ["'env'='ci'", 'env=ci'],
    ['--tags env=ci', 'env=ci'],
    ['env = "ci",', 'env=ci'],
    ["env='ci',", 'env=ci'],
    ['env=ci,', 'env=ci'],
    ['env=two words ,', 'env=two words'],
    ['env=ci,team=blue,', 'env=ci'],
    ['url=https://example.com/?a=b,', 'url=https://example.com/?a=b'],
    ['tags={"env"="ci"}', 'env=ci'],
    ['tags = { env = "ci" }', 'env=ci'],
    ['tags = {\n  env = "ci"\n  team = "blue"\n}', 'env=ci'],
    ['Tags=[{Key=env,Value=ci}]', 'env=ci'],
    ['tags_all: {"env": "ci"}', 'env=ci'],
    ['tags = merge({ env = "ci" })', 'env=ci'],
    ['Key = "env", Value = "ci"', 'env=ci'],
    ['Name = tag:env, Values = ci', 'env=ci'],
    ['export env=ci', 'env=ci'],
    ['set env=ci', 'env=ci'],
    ['declare env="ci"', 'env=ci'],
    ['-e env=ci', 'env=ci'],
    ['env => "ci"', 'env=ci'],
    ['env => ci', 'env=ci'],
  ])('%j', (tags, instead) => {
    expect(problemsOf({ tags })).toEqual([
      `tags: "${tags.replace(/\n */g, ' ')}" is in the form of another tool. Write one key=value per line: ${instead}.`,
    ]);
  });

  test.each(['- Key: env', 'Value: ci', 'env = ["a"],', '[]', '{}', '[[[[', '"', '- '.repeat(20)])(
    '%j, of which no tag can be read',
    (tags) => {
      const [problem = ''] = problemsOf({ tags });
      expect(problem).toMatch(/ is in the form of another tool\. Write one key=value per line\.$/);
    },
  );

  test.each([
    ['Key=env\nValue=ci', 'Key=env, Value=ci'],
    ['Key = env\nValue = ci', 'Key = env, Value = ci'],
    ['Key=env,\nValue=ci', 'Key=env, Value=ci'],
    ['key="env"\r\nvalue="ci"', 'key="env", value="ci"'],
    ['Name=tag:env\nValues=ci', 'Name=tag:env, Values=ci'],
  ])('%j, whose lines are joined', (tags, line) => {
    expect(problemsOf({ tags: `team=a\n${tags}` })).toEqual([
      `tags: "${line}" is in the form of another tool. Write one key=value per line: env=ci.`,
    ]);
  });

  test('several keys and values on lines of their own, and each of several lines that end in a comma', () => {
    expect(problemsOf({ tags: 'Key=env\nValue=ci\nKey=team\nValue=blue' })).toHaveLength(2);
    expect(problemsOf({ tags: 'env = "ci",\nteam = "blue",' })).toEqual([
      'tags: "env = "ci"," is in the form of another tool. Write one key=value per line: env=ci.',
      'tags: "team = "blue"," is in the form of another tool. Write one key=value per line: team=blue.',
    ]);
  });

  test('one line of several, and only that one', () => {
    expect(problemsOf({ tags: 'team=a\n- env=ci\nx=y' })).toEqual([expect.stringContaining('"- env=ci"')]);
  });

  test('a line of 80 characters, the longest that is quoted', () => {
    const line = `Key=env,Value=${'c'.repeat(66)}`;
    expect(problemsOf({ tags: line })).toEqual([
      `tags: "${line}" is in the form of another tool. Write one key=value per line: env=${'c'.repeat(66)}.`,
    ]);
  });

  test('a long text is neither quoted nor used in what to write: part of a secret would not be masked', () => {
    const [problem = ''] = problemsOf({ tags: `Key=env,Value=${'s3cret'.repeat(20)}` });
    expect(problem).toBe(
      'tags: (134 characters) is in the form of another tool. Write one key=value per line.',
    );
  });
});

describe('A tag that is in no other form is read as it is:', () => {
  test.each([
    ['Key=env', 'Key', 'env'],
    ['Value=ci', 'Value', 'ci'],
    ['ResourceType=key-pair', 'ResourceType', 'key-pair'],
    ['Name=web', 'Name', 'web'],
    ['Value=ci\nKey=env', 'Value', 'ci'],
    ['Tags=a', 'Tags', 'a'],
    ['range=>5', 'range', '>5'],
    ['exports=a, b', 'exports', 'a, b'],
    ['list=a,b,c', 'list', 'a,b,c'],
    ['team=R&D', 'team', 'R&D'],
    ['shift=a|b', 'shift', 'a|b'],
    ['k8s.io/cluster:name=a', 'k8s.io/cluster:name', 'a'],
    ['url=https://example.com/?a=b&c=d', 'url', 'https://example.com/?a=b&c=d'],
    ['cost center=12, 13', 'cost center', '12, 13'],
    ['-x=1', '-x', '1'],
    ['equation=y=x', 'equation', 'y=x'],
    ['owner=the "boss"', 'owner', 'the "boss"'],
    ['owner="the" boss', 'owner', '"the" boss'],
    ["owner=O'Neil", 'owner', "O'Neil"],
  ])('%s', (line, key, value) => {
    expect(readAs('create', { tags: line }).tags[0]).toEqual({ key, value });
    expect(warningsOf(line)).toEqual([]);
  });
});

describe('A tag that looks like several, or has quotes around its value, gets a warning that says how it was read:', () => {
  test.each([
    ['env=ci,team=a', 'env', 'ci,team=a'],
    ['env=ci, team=a', 'env', 'ci, team=a'],
    ['env=ci;team=a', 'env', 'ci;team=a'],
    ['env=ci team=a', 'env', 'ci team=a'],
    ['env=ci  team=a', 'env', 'ci  team=a'],
    ['env = ci, team = a', 'env', 'ci, team = a'],
    ['env=ci\tteam\t= a', 'env', 'ci\tteam\t= a'],
    ['env=ci&team=blue', 'env', 'ci&team=blue'],
    ['env=ci\\nteam=blue', 'env', 'ci\\nteam=blue'],
    ['env=ci|team=blue', 'env', 'ci|team=blue'],
    ['env = ci | team = blue', 'env', 'ci | team = blue'],
    ['env=ci;', 'env', 'ci;'],
    ['env="ci"', 'env', '"ci"'],
    ["env = 'ci'", 'env', "'ci'"],
  ])('%s', (line, key, value) => {
    expect(readAs('create', { tags: line }).tags).toEqual([{ key, value }]);
    expect(warningsOf(line)).toEqual([
      `tags: the tag "${key}" has the value "${value}". Write one key=value per line, without quotes.`,
    ]);
  });

  test('but not if another input is refused', () => {
    const warnings: string[] = [];
    expect(() =>
      readRequest(rawInputs({ tags: 'a=1,b=2', 'key-type': 'dsa' }), someRun, [], (sentence) =>
        warnings.push(sentence),
      ),
    ).toThrow('Invalid inputs');
    expect(warnings).toEqual([]);
  });
});

test('Brackets in a value do not join lines', () => {
  expect(readAs('create', { tags: 'a=[1\nb={2' }).tags).toEqual([
    { key: 'a', value: '[1' },
    { key: 'b', value: '{2' },
  ]);
});

describe('A tag whose value can only be a variable, or contains an expression, is refused:', () => {
  test.each(['$GITHUB_SHA', 'build-$GITHUB_RUN_ID', '${TEAM}', '%TEAM%', '$env:TEAM', '${{ github.sha }}'])(
    '%s',
    (value) => {
      expect(problemsOf({ tags: `a=${value}` })).toEqual([
        `tags: "a=${value}" contains a variable or an expression, which is not evaluated here.`,
      ]);
    },
  );

  test.each(['US$5', '$5', '100%', '$', 'a$b', '{a}'])('but not %s', (value) => {
    expect(readAs('create', { tags: `a=${value}` }).tags).toEqual([{ key: 'a', value }]);
  });
});

test('Tags are split at a carriage return, too', () => {
  expect(readAs('create', { tags: 'a=1\rb=2\r\nc=3' }).tags).toHaveLength(3);
});

test('Any text is either read or refused', () => {
  const parts = fc.constantFrom(
    'Key=',
    'Value=',
    ',',
    ':',
    '[',
    '{',
    '"',
    '- ',
    '=',
    '\n',
    'env',
    ' ',
    'Tags=',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 12 }), (texts) => {
      try {
        readAs('create', { tags: texts.join('') });
      } catch (error) {
        expect(error).toMatchObject({ code: 'INVALID_INPUT' });
      }
    }),
    { numRuns: 500 },
  );
});
