import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createAccount } from '../../local/aws/server.ts';
import type { JobRun, Step } from '../../local/runner/job.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import {
  annotated,
  keyLeaks,
  keyPairStep,
  openScenario,
  operationsSent,
  postOf,
  type Scenario,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';
import { runPost } from './parts/run-post.ts';

const temporary = keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy', lifetime: 'job' });

describe('post', () => {
  test('prints nothing and sends nothing if nothing was recorded', async () => {
    await using scenario = await openScenario();

    const run = await scenario.run([
      keyPairStep({ operation: 'describe' }, { id: 'key', name: 'look' }),
      keyPairStep({ 'key-type': 'dsa' }, { id: 'key', name: 'mistake' }),
    ]);

    for (const name of ['look', 'mistake']) {
      expect(postOf(run, name).outcome).toBe('success');
      expect(postOf(run, name).raw).toEqual([]);
    }
    expect(operationsSent(scenario.aws)).toEqual(['DescribeKeyPairs']);
  });

  test('succeeds without a warning when it runs a second time', async () => {
    await using scenario = await openScenario();
    const run = await scenario.run([temporary]);
    const again = await runPost(postOf(run).env);

    expect(again.code).toBe(0);
    expect(again.printed).not.toContain('::warning');
    expect(again.printed).toContain('Already gone: key pair "deploy"');
    expect(again.printed).toContain('Already gone: the private key file');
  });

  test.each<{ what: string; meanwhile: (scenario: Scenario, id: string) => Promise<void>; left: string[] }>([
    {
      what: 'succeeds if another user has deleted the key pair',
      meanwhile: ({ aws }) => new OtherUser(aws).delete('deploy'),
      left: [],
    },
    {
      what: 'does not delete another key pair with the same name',
      meanwhile: async ({ aws }) => {
        await new OtherUser(aws).delete('deploy');
        await new OtherUser(aws).create('deploy', { owner: 'someone' });
      },
      left: ['owner'],
    },
    {
      what: 'deletes the key pair even if another user has added tags',
      meanwhile: ({ aws }, id) => new OtherUser(aws).tag(id, { owner: 'someone' }),
      left: [],
    },
  ])('$what', async ({ meanwhile, left }) => {
    await using scenario = await openScenario();

    const run = await runMeanwhile(scenario, [temporary], (id) => meanwhile(scenario, id));

    expect(run.conclusion).toBe('success');
    expect(annotated(postOf(run), 'warning')).toEqual([]);
    const tags = scenario.aws.keyPairs('eu-west-1').map((pair) => pair.tags.map(({ key }) => key).join());
    expect(tags).toEqual(left);
  });

  test('does not delete a key pair whose ownership tag another user has changed, and reports that', async () => {
    await using scenario = await openScenario();

    const run = await runMeanwhile(scenario, [temporary], (id) =>
      new OtherUser(scenario.aws).tag(id, { 'ec2-key-pair-action:nonce': '0'.repeat(32) }),
    );

    expect(run.conclusion).toBe('success');
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
    expect(annotated(postOf(run), 'warning').join()).toMatch(
      /^Not cleaned up: key pair "deploy" .*\. To delete it yourself:\naws ec2 delete-key-pair --key-pair-id key-[0-9a-f]{17} --region eu-west-1\nWhy: its ownership tag has changed, so it may belong to someone else\.$/,
    );
  });

  test('deletes its file even if a later step has rewritten it', async () => {
    await using scenario = await openScenario();
    const rewrite = {
      name: 'rewrite',
      run: 'f="${{ steps.key.outputs.private-key-path }}"; sed -i "s/$/\r/" "$f" && install -m 600 "$f" new && mv new "$f"',
    };

    const run = await scenario.run([temporary, rewrite], { keepTemp: true });

    expect(annotated(postOf(run), 'warning')).toEqual([]);
    expect(run.files.temp.filter(({ path: name }) => name.endsWith('.pem'))).toEqual([]);
    expect(keyLeaks(run, scenario)).toEqual([]);
  });

  test('does not delete a file that has replaced its own, and reports it', async () => {
    await using scenario = await openScenario();
    const replace = {
      name: 'replace',
      run: 'f="${{ steps.key.outputs.private-key-path }}"; echo precious > new; mv -f new "$f"',
    };

    const run = await scenario.run([temporary, replace], { keepTemp: true });

    expect(run.conclusion).toBe('success');
    expect(annotated(postOf(run), 'warning')).toEqual([
      expect.stringMatching(
        /^Not cleaned up: the private key file \S+\.pem: another file is there now, in which this private key cannot be found\.$/,
      ),
    ]);
    const kept = run.files.temp.filter(({ path: name }) => name.endsWith('.pem'));
    expect(kept.map(({ size }) => size)).toEqual(['precious\n'.length]);
  });

  test('does not follow a link that has replaced its file', async () => {
    await using scenario = await openScenario();
    const precious = path.join(scenario.aside, 'precious');
    await copyFile(import.meta.filename, precious);
    const replace = {
      name: 'replace',
      run: `f="\${{ steps.key.outputs.private-key-path }}"; rm -f "$f"; ln -s '${precious}' "$f"`,
    };

    const run = await scenario.run([temporary, replace]);

    expect(run.conclusion).toBe('success');
    await expect(rm(precious)).resolves.toBeUndefined();
  });
});

describe('post with other credentials than main', () => {
  test.each<{ what: string; variables: (scenario: Scenario) => Record<string, string>; why: RegExp }>([
    {
      what: 'a later step has removed them',
      variables: () => ({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' }),
      why: /No AWS credentials were found\. A later step removed them: keep them until the job ends\.$/,
    },
    {
      what: 'AWS does not know them',
      variables: () => ({ AWS_SECRET_ACCESS_KEY: 'of-another-key' }),
      why: /AuthFailure: AWS was not able to validate/,
    },
  ])(
    'warns with the command that deletes the key pair, and the job succeeds ($what)',
    async ({ variables, why }) => {
      await using scenario = await openScenario();

      const run = await scenario.run([temporary, exported(variables(scenario))]);

      expect(run.conclusion).toBe('success');
      expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
      const [warning = '', ...others] = annotated(postOf(run), 'warning');
      expect(others).toEqual([]);
      expect(warning).toMatch(why);
      expect(warning).toMatch(
        /\. To delete it yourself:\naws ec2 delete-key-pair --key-pair-id key-[0-9a-f]{17} --region eu-west-1\nWhy: .*[^.]\.$/,
      );
      expect(run.files.temp.filter(({ path: name }) => name.endsWith('.pem'))).toEqual([]);
    },
  );

  test('says which permissions the cleanup needs if the role lacks them, and what EC2 encodes in the log alone', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'DeleteKeyPair', times: Infinity, effect: { kind: 'deny' } });

    const run = await scenario.run([temporary]);

    const [warning = '', ...others] = annotated(postOf(run), 'warning');
    expect(others).toEqual([]);
    expect(warning.split('\n').map((line) => line.replace(/key-\w{17}/, '<id>'))).toEqual([
      'Not cleaned up: key pair "deploy" (<id>) in eu-west-1. To delete it yourself:',
      'aws ec2 delete-key-pair --key-pair-id <id> --region eu-west-1',
      expect.stringMatching(
        /^Why: UnauthorizedOperation: You are not authorized .*\)\. The role needs ec2:DescribeKeyPairs and ec2:DeleteKeyPair for the cleanup\.$/,
      ),
    ]);
    expect(postOf(run).log.join('\n')).toMatch(
      /^aws sts decode-authorization-message --encoded-message [\w-]{400,}$/m,
    );
  });

  test('warns in the same way if they have expired', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({
      on: 'DescribeKeyPairs',
      times: Infinity,
      effect: { kind: 'expired-credentials' },
    });
    scenario.aws.faults.add({
      on: 'DeleteKeyPair',
      times: Infinity,
      effect: { kind: 'expired-credentials' },
    });

    const run = await scenario.run([temporary]);

    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test('does not take "not found" for deleted if they belong to another account', async () => {
    const [ours, theirs] = [createAccount('111111111111'), createAccount('222222222222')];
    await using scenario = await openScenario('eu-west-1', [ours, theirs]);
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = scenario.aws.environment(
      'eu-west-1',
      theirs,
    );

    const run = await scenario.run([temporary, exported({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY })]);

    expect(run.conclusion).toBe('success');
    expect(scenario.aws.keyPairs('eu-west-1', ours.accountId)).toHaveLength(1);
    expect(annotated(postOf(run), 'warning').join()).toContain(
      'it was not found, but the current AWS credentials may belong to another account.',
    );
  });
});

/** Runs a job and does something between its last step and post. `id` is that of the key pair. */
async function runMeanwhile(
  scenario: Scenario,
  steps: readonly Step[],
  meanwhile: (id: string) => Promise<void>,
): Promise<JobRun> {
  const signal = path.join(scenario.aside, 'go-on');
  const job = scenario.start([
    ...steps,
    { name: 'meanwhile', run: `until [ -e '${signal}' ]; do sleep 0.02; done` },
  ]);
  job.on('step-started', async ({ name }) => {
    if (name !== 'meanwhile') return;
    await meanwhile(scenario.aws.keyPairs('eu-west-1')[0]?.id ?? '');
    await copyFile(import.meta.filename, signal);
  });
  return job.finished;
}

/** A step that sets variables for all later steps and post, as aws-actions/configure-aws-credentials does. */
function exported(variables: Record<string, string>): Step {
  const lines = Object.entries(variables).map(([name, value]) => `echo '${name}=${value}' >> "$GITHUB_ENV"`);
  return { name: 'export', run: lines.join('\n') };
}
