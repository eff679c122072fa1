import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { annotated, keyPairStep, openScenario, operationsSent, stepOf } from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';

const hostile = {
  name: '<script>alert(1)</script> [x](http://e.example) `|` @octocat ##[add-mask]e',
  tags: { note: '"><img src=x>', 'stop ::stop-commands::x': '##[set-output name=key-name]evil' },
};

describe('describe', () => {
  test('lists key pairs by name, pattern, fingerprint, ID, tag, or run, or all of them', async () => {
    await using scenario = await openScenario();
    const otherUser = new OtherUser(scenario.aws);
    const ofRun = (attempt: number) => managedTags({ run: `4242/${attempt}` });
    await otherUser.create('b', ofRun(1));
    const { id } = await otherUser.create('a', { ...ofRun(2), stage: 'test' });
    await otherUser.create('c', { ...managedTags({ run: '42/1' }), stage: 'test*' });
    await otherUser.create('d', managedTags({ repository: 'octo/gadgets' }));
    const fingerprint =
      scenario.aws.keyPairs('eu-west-1').find(({ name }) => name === 'b')?.fingerprint ?? '';
    await otherUser.create('web-1*', { stage: 'test' });
    await otherUser.create('web-12');
    const selections: [string, Record<string, string>][] = [
      ['name pattern', { 'key-name-pattern': 'web-*' }],
      ['name pattern with ?', { 'key-name-pattern': 'web-??' }],
      ['name pattern with escaped *', { 'key-name-pattern': String.raw`web-1\*` }],
      ['name pattern and tag', { 'key-name-pattern': '*', tags: 'stage=test' }],
      ['pattern without pairs', { 'key-name-pattern': 'web' }],
      ['fingerprint', { 'key-fingerprint': fingerprint }],
      ['fingerprint and pattern', { 'key-fingerprint': fingerprint, 'key-name-pattern': 'a*' }],
      ['all', {}],
      ['name', { 'key-name': 'b' }],
      ['id', { 'key-pair-id': id }],
      ['run', { 'run-id': '4242' }],
      ['tag', { tags: 'stage=test' }],
      ['tag with a star', { tags: 'stage=test*' }],
      ['run without pairs', { 'run-id': '7' }],
    ];

    const run = await scenario.run(
      selections.map(([name, inputs]) =>
        keyPairStep({ operation: 'describe', ...inputs }, { id: 'key', name }),
      ),
    );

    expect(run.conclusion).toBe('success');
    const listed = selections.map(([name]) => {
      const pairs = JSON.parse(stepOf(run, name).outputs['key-pairs'] ?? '') as { keyName: string }[];
      return [name, pairs.map(({ keyName }) => keyName).join()];
    });
    expect(listed).toEqual([
      ['name pattern', 'web-1*,web-12'],
      ['name pattern with ?', 'web-1*,web-12'],
      ['name pattern with escaped *', 'web-1*'],
      ['name pattern and tag', 'a,web-1*'],
      ['pattern without pairs', ''],
      ['fingerprint', 'b'],
      ['fingerprint and pattern', ''],
      ['all', 'a,b,c,d,web-1*,web-12'],
      ['name', 'b'],
      ['id', 'a'],
      ['run', 'a,b'],
      ['tag', 'a,web-1*'],
      ['tag with a star', 'c'],
      ['run without pairs', ''],
    ]);
    expect(new Set(operationsSent(scenario.aws))).toEqual(new Set(['DescribeKeyPairs']));
  });

  test.concurrent('fails if the key pair does not exist', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ operation: 'describe', 'key-name': 'deploy' })]);

    expect(annotated(stepOf(run), 'error')).toEqual([
      [
        'Key pair "deploy" does not exist in eu-west-1.',
        'A key pair belongs to one Region of one account. Check aws-region and the account of the credentials. To create missing key pairs, use `operation: ensure`.',
      ].join('\n'),
    ]);
  });

  test('prints names and tags with runner commands or markup as plain text', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create(hostile.name, hostile.tags);
    await new OtherUser(scenario.aws).create('::stop-commands::z');

    const run = await scenario.run([keyPairStep({ operation: 'describe' })]);

    expect(run.conclusion).toBe('success');
    expect(run.masks).toEqual([]);
    expect(run.raw).not.toMatch(/^\s*::stop-commands/m);
    expect(JSON.parse(stepOf(run).outputs['key-pairs'] ?? '')).toMatchObject([
      { keyName: '::stop-commands::z' },
      { keyName: hostile.name, tags: hostile.tags, managed: false },
    ]);
    expect(stepOf(run).summary).not.toMatch(/<script|<img|@octocat|\]\(http|`/);
    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test('truncates the output and the table for too many key pairs, but not the file', async () => {
    await using scenario = await openScenario();
    const names = Array.from({ length: 1100 }, (_, index) => `pair-${String(index).padStart(4, '0')}`);
    const tags = { note: 'x'.repeat(256) };
    await scenario.aws.seedKeyPairs(
      'eu-west-1',
      names.toReversed().map((keyName) => ({ keyName, tags })),
    );

    const run = await scenario.run([
      keyPairStep({ operation: 'describe' }),
      { name: 'copy', run: `cp "\${{ steps.key.outputs.key-pairs-path }}" '${scenario.aside}/all.json'` },
    ]);

    expect(run.conclusion).toBe('success');
    const { 'key-pairs': output = '' } = stepOf(run).outputs;
    const inOutput = namesIn(output);
    expect(output.length).toBeLessThanOrEqual(256 * 1024);
    expect(inOutput.length).toBeGreaterThan(400);
    expect(inOutput).toEqual(names.slice(0, inOutput.length));
    expect(namesIn(await readFile(`${scenario.aside}/all.json`, 'utf8'))).toEqual(names);
    expect(stepOf(run).summary.match(/pair-\d{4}/g)).toHaveLength(500);
    expect(stepOf(run).summary).toMatch(/Not shown: 600\. The complete list is in .*\.json\./);
    expect(Buffer.byteLength(stepOf(run).summary)).toBeLessThan(1024 * 1024);
  });
});

function namesIn(json: string): string[] {
  return (JSON.parse(json) as { keyName: string }[]).map(({ keyName }) => keyName);
}
