import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stateOfClaims } from '../../test-support/claims.ts';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { openScenario, operationsSent, type Scenario } from '../lib/scenario.ts';
import { runPost } from './parts/run-post.ts';

const nonce = '0123456789abcdef'.repeat(2);
const nonceTag = { ...managedTags(), 'ec2-key-pair-action:nonce': nonce };
const pair = {
  kind: 'key-pair',
  region: 'eu-west-1',
  keyName: 'deploy',
  nonce,
  credentials: '0'.repeat(16),
  account: '0'.repeat(16),
  endpoint: '127.0.0.1',
};

describe('post with truncated or altered state', () => {
  test('uses the last readable record', async () => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', nonceTag);

    const post = await runPost(
      environmentOf(scenario, [
        { intended: JSON.stringify(pair), held: '{"kind":"key-pair","region":"eu-w' },
      ]),
    );

    expect(post.code).toBe(0);
    expect(post.printed).toMatch(/^Deleted key pair "deploy" \(key-[0-9a-f]+\) in eu-west-1\.$/m);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });

  test.each<{ what: string; record: string }>([
    { what: 'text that is not JSON', record: '{"kind":"key-pair"' },
    { what: 'an unknown kind', record: '{"kind":"instance","id":"i-0"}' },
    { what: 'no nonce', record: JSON.stringify({ ...pair, nonce: undefined }) },
    { what: 'an empty nonce', record: JSON.stringify({ ...pair, nonce: '' }) },
    { what: 'an invalid ID', record: JSON.stringify({ ...pair, keyPairId: 'deploy' }) },
    { what: 'null', record: 'null' },
  ])('deletes nothing for $what and reports that once', async ({ record }) => {
    await using scenario = await openScenario();
    await new OtherUser(scenario.aws).create('deploy', nonceTag);

    const post = await runPost(environmentOf(scenario, [{ intended: record }, { held: record }]));

    expect(post.code).toBe(0);
    expect(post.printed).toMatch(
      /^::warning::The state saved by this step is unreadable \(2 entries\), so what it recorded was not cleaned up\. To find key pairs that this action created:%0Aaws ec2 describe-key-pairs /,
    );
    expect(post.printed.trim().split('\n')).toHaveLength(1);
    expect(operationsSent(scenario.aws)).toEqual([]);
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
  });

  test('deletes no key pair with another nonce, whatever ID and name the record has', async () => {
    await using scenario = await openScenario();
    const { id } = await new OtherUser(scenario.aws).create('deploy', {
      'ec2-key-pair-action:nonce': 'f'.repeat(32),
    });

    const post = await runPost(
      environmentOf(scenario, [{ held: JSON.stringify({ ...pair, keyPairId: id }) }]),
    );

    expect(post.code).toBe(0);
    expect(post.printed).toContain('::warning::Not cleaned up: key pair "deploy"');
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
  });

  test('deletes no file but the recorded one, and no folder that is not empty', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'precious.pem');
    await writeFile(file, 'precious');
    const record = {
      kind: 'file',
      path: file,
      temporary: path.join(scenario.aside, '.ec2-key-pair-0123456789abcdef'),
      folders: [scenario.aside],
      identity: '1:1:1',
    };

    const post = await runPost(environmentOf(scenario, [{ held: JSON.stringify(record) }]));

    expect(post.code).toBe(0);
    expect(post.printed).toContain(`Nothing to delete: this step did not create ${file}.`);
    await expect(writeFile(file, 'still there', { flag: 'r+' })).resolves.toBeUndefined();
  });

  test('prints the state without runner commands', async () => {
    await using scenario = await openScenario();
    const altered = {
      ...pair,
      keyName: 'x\n::stop-commands::y\n##[add-mask]e',
      keyPairId: 'key-0123456789abcdef0',
    };

    const post = await runPost(environmentOf(scenario, [{ held: JSON.stringify(altered) }]));

    expect(post.code).toBe(0);
    const lines = post.printed.split('\n').filter((line) => line.startsWith('::'));
    expect(lines.every((line) => line.startsWith('::warning::'))).toBe(true);
    expect(post.printed).not.toContain('##[');
  });
});

/** The environment of a post step whose main recorded these claims. */
function environmentOf(
  { host, aside }: Scenario,
  claims: Parameters<typeof stateOfClaims>[0],
): Record<string, string> {
  const entries = Object.entries(stateOfClaims(claims));
  const state = Object.fromEntries(entries.map(([name, value]) => [`STATE_${name}`, value]));
  const files = {
    GITHUB_STATE: path.join(aside, 'state'),
    GITHUB_STEP_SUMMARY: path.join(aside, 'summary'),
    RUNNER_TEMP: aside,
  };
  return { ...host(), ...state, ...files, GITHUB_REPOSITORY: 'octo/widgets' };
}
