import { writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { JobRun, Step } from '../../local/runner/job.ts';
import { annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';
import { between, composite } from './parts/composite-action.ts';
import { runPost } from './parts/run-post.ts';

const create = { 'key-type': 'ed25519', 'key-name-prefix': 'gha-' };

const first = keyPairStep(create, { id: 'first', name: 'first' });

test.each<[what: string, last: Step]>([
  ['that only looks', keyPairStep({ operation: 'describe' }, { id: 'last', name: 'last' })],
  ['with invalid inputs', keyPairStep({ 'key-type': 'dsa' }, { id: 'last', name: 'last' })],
])(
  'The post step of a step %s deletes nothing of another step of the same composite action',
  async (_, last) => {
    await using scenario = await openScenario();
    const { steps, actions } = await composite(scenario, [first, between, last]);

    const run = await scenario.run(steps, { actions });

    expect(postOf(run, 'last').raw).toEqual([]);
    expect(postOf(run, 'between').log).toContain('key files: 1');
    expect(postOf(run, 'first').log.join()).toContain('Deleted key pair');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  },
);

test('The post step of a step that was killed before its first line deletes nothing of a step with the same inputs', async () => {
  await using scenario = await openScenario();
  const last = keyPairStep(create, { id: 'last', name: 'last' });
  const { steps, actions } = await composite(scenario, [first, between, last]);

  const job = scenario.start(steps, { actions });
  job.on('step-started', ({ name, phase }) => {
    if (name === 'last' && phase === 'main') job.killStep();
  });
  const run = await job.finished;

  expect(stepOf(run, 'last').signal).toBe('SIGKILL');
  expect(postOf(run, 'last').raw).toEqual([]);
  expect(postOf(run, 'between').log).toContain('key files: 1');
  expect(postOf(run, 'first').log.join()).toContain('Deleted key pair');
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
});

test('Two steps of a composite action with the same inputs each delete their own', async () => {
  await using scenario = await openScenario();
  const last = keyPairStep(create, { id: 'last', name: 'last' });
  const { steps, actions } = await composite(scenario, [first, last]);

  const run = await scenario.run(steps, { actions });

  for (const name of ['first', 'last']) {
    const { log } = postOf(run, name);
    expect(log.join()).toContain(`Deleted key pair "${stepOf(run, name).outputs['key-name']}"`);
    expect(log.join()).not.toContain('Already gone');
  }
});

test.each<[what: string, inputs: Record<string, string>]>([
  ['with other inputs', { ...create, tags: 'a=b' }],
  ['with the same inputs', create],
])(
  'If a runner passes on the state of the second step (%s) to both post steps, it is settled once, and the rest is reported',
  async (_, inputs) => {
    await using scenario = await openScenario();
    const second = keyPairStep(inputs, { id: 'second', name: 'second' });
    const { steps, actions } = await composite(scenario, [
      first,
      second,
      { name: 'end', run: 'sleep 60', shell: 'bash' },
    ]);
    const job = scenario.start(steps, { actions });
    job.on('step-started', ({ name }) => {
      if (name === 'end') job.loseWorker();
    });
    const run = await job.finished;
    const nameOf = (name: string) => stepOf(run, name).outputs['key-name'];

    const afterSecond = await postWith(run, 'second');
    const afterFirst = await postWith(run, 'first');

    expect(afterSecond).toContain(`Deleted key pair "${nameOf('second')}"`);
    expect(afterSecond).not.toContain('Already gone');
    expect(afterFirst).not.toContain(nameOf('second'));
    expect(afterFirst).toMatch(
      new RegExp(
        `^::warning::Not cleaned up: key pair "${nameOf('first')}" .*%0Aaws ec2 delete-key-pair --key-pair-id key-\\w+ --region eu-west-1%0AWhy: the runner passed on the state of another step`,
        'm',
      ),
    );
    expect(afterFirst).toContain(`rm -f ${stepOf(run, 'first').outputs['private-key-path']}`);
    expect(scenario.aws.keyPairs('eu-west-1').map(({ name }) => name)).toEqual([nameOf('first')]);
    expect(annotated(stepOf(run, 'first'), 'error')).toEqual([]);
  },
);

/** Runs the post step of a step with the state of the second one, and returns what it prints. */
async function postWith(run: JobRun, name: string): Promise<string> {
  const { env } = stepOf(run, name);
  const ownState = `${env['GITHUB_STATE']}0`;
  await writeFile(ownState, '');
  const { ledger = '' } = stepOf(run, 'second').state;
  const { printed } = await runPost({ ...env, GITHUB_STATE: ownState, STATE_ledger: ledger });
  return printed;
}
