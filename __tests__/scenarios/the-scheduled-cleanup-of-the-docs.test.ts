import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Step } from '../../local/runner/job.ts';
import { fencesOf } from '../../scripts/docs/markdown.ts';
import { actionFolder, keyPairStep, openScenario, type Scenario, stepOf, thisRun } from '../lib/scenario.ts';

interface Workflow {
  readonly jobs: Readonly<Record<'find' | 'delete', { readonly steps: readonly Step[] }>>;
}

test('the scheduled cleanup of the docs deletes the key pairs of finished runs, and no others', async () => {
  await using scenario = await openScenario();
  await leaveKeyPair(scenario, '11', { 'key-name': 'gha-finished', lifetime: 'run' });
  await leaveKeyPair(scenario, '11', { 'key-name': 'gha-finished-too', lifetime: 'run' });
  await leaveKeyPair(scenario, '22', { 'key-name': 'gha-running', lifetime: 'run' });
  await leaveKeyPair(scenario, '33', { 'key-name': 'gha-forgotten', lifetime: 'run' });
  await leaveKeyPair(scenario, '44', { 'key-name': 'gha-fleet', lifetime: 'persistent' });
  const { find, delete: deletion } = (await workflowOfDocs()).jobs;

  const found = await scenario.run(localSteps(find.steps), { host: await hostWithGh(scenario) });
  const ids: unknown = JSON.parse(stepOf(found, 'Find runs that are over').outputs['run-ids'] ?? '');

  expect(found.conclusion).toBe('success');
  expect(ids).toEqual(['11']);
  const [step] = localSteps(deletion.steps);
  const deleted = await scenario.run([{ ...step, with: { ...step?.with, 'run-id': '11' } } as Step]);
  expect(deleted.conclusion).toBe('success');
  expect(
    scenario.aws
      .keyPairs('eu-west-1')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['gha-fleet', 'gha-forgotten', 'gha-running']);
});

async function leaveKeyPair(
  scenario: Scenario,
  runId: string,
  inputs: Record<string, string>,
): Promise<void> {
  await scenario.run([keyPairStep(inputs)], { github: { ...thisRun, runId } });
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

/** A `gh` that knows the runs 11, 22 and 44, of which 22 is not over. */
async function hostWithGh(scenario: Scenario): Promise<Record<string, string>> {
  const folder = path.join(scenario.aside, 'bin');
  await mkdir(folder);
  const script = `#!/bin/sh
case "$2" in
  repos/octo/widgets/actions/runs/22) echo in_progress ;;
  repos/octo/widgets/actions/runs/11 | repos/octo/widgets/actions/runs/44) echo completed ;;
  *) exit 1 ;;
esac
`;
  await writeFile(path.join(folder, 'gh'), script, { mode: 0o755 });
  return scenario.host({ PATH: `${folder}${path.delimiter}${process.env['PATH']}` });
}
