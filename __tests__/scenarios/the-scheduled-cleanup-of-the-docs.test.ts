import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { startLocalGitHub } from '../../local/github/server.ts';
import type { Step } from '../../local/runner/job.ts';
import { fencesOf } from '../../scripts/docs/markdown.ts';
import { actionFolder, keyPairStep, openScenario, type Scenario, thisRun } from '../lib/scenario.ts';
import { hoursAgo } from './parts/swept-key-pairs.ts';

interface Workflow {
  readonly jobs: Readonly<
    Record<
      'sweep',
      { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
    >
  >;
}

test('the scheduled cleanup of the docs deletes the key pairs of finished runs, and no others', async () => {
  await using scenario = await openScenario();
  const github = await startLocalGitHub();
  const { repository } = thisRun;
  github.setRun(repository, thisRun.runId, [{ status: 'in_progress', updatedAt: hoursAgo(0) }]);
  github.setRun(repository, '11', [{ status: 'completed', updatedAt: hoursAgo(2) }]);
  github.setRun(repository, '22', [{ status: 'in_progress', updatedAt: hoursAgo(2) }]);
  await leaveKeyPair(scenario, '11', { 'key-name': 'gha-finished', lifetime: 'run' });
  await leaveKeyPair(scenario, '11', { lifetime: 'run', store: 'ssm' });
  await leaveKeyPair(scenario, '22', { 'key-name': 'gha-running', lifetime: 'run' });
  await leaveKeyPair(scenario, '33', { 'key-name': 'gha-forgotten', lifetime: 'run' });
  await leaveKeyPair(scenario, '11', { 'key-name': 'gha-fleet', lifetime: 'persistent' });
  expect(scenario.aws.parameters('eu-west-1')).toHaveLength(1);
  const { permissions, steps } = (await workflowOfDocs()).jobs.sweep;

  const run = await scenario.run(localSteps(steps), {
    github: { ...thisRun, apiUrl: github.url, token: github.token },
  });
  await github.close();

  expect(run.conclusion).toBe('success');
  expect(permissions).toEqual({ actions: 'read', 'id-token': 'write' });
  const left = scenario.aws.keyPairs('eu-west-1').map(({ name }) => name);
  expect(left.sort()).toEqual(['gha-fleet', 'gha-forgotten', 'gha-running']);
  expect(scenario.aws.parameters('eu-west-1')).toEqual([]);
});

async function leaveKeyPair(
  scenario: Scenario,
  runId: string,
  inputs: Record<string, string>,
): Promise<void> {
  const step = keyPairStep({ 'key-type': 'ed25519', ...inputs });
  await scenario.run([step], { github: { ...thisRun, runId } });
}

async function workflowOfDocs(): Promise<Workflow> {
  const page = await readFile(path.join(actionFolder, 'docs/recipes/scheduled-cleanup.md'), 'utf8');
  return parse(fencesOf(page.replaceAll('\r\n', '\n'))[0]?.text ?? '') as Workflow;
}

/** The steps without the one that signs in, with this action. */
function localSteps(steps: readonly Step[]): Step[] {
  return steps
    .filter(({ uses }) => uses?.startsWith('aws-actions/') !== true)
    .map((step) => (step.uses === undefined ? step : { ...step, uses: './' }));
}
