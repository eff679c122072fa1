import { expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import type { RunStatus } from '../../../src/github/run-status.ts';
import type { SweepRequest } from '../../../src/inputs/request.ts';
import { sweepInRegions } from '../../../src/operations/in-regions/sweep.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { putJournal } from './rotation-case.ts';
import { managedTags, noon, openTestStep, type TestStep } from './test-step.ts';

const request: SweepRequest = {
  ...{ operation: 'sweep', region: 'eu-west-1', otherRegions: ['us-east-1'], dryRun: false, tags: [] },
  ...{ repositories: ['github.com/octo/widgets'], olderThan: undefined, ifInUse: 'ignore' },
  githubToken: 'token',
};

const over: RunStatus = { is: 'over', attempt: 1, since: new Date(noon.getTime() - 2 * 3_600_000) };

/** Two Regions. Run 42 is over, and each Region has a key pair of it, and a persistent one. */
async function openTwo() {
  const step = (await openTestStep()).inRegions('us-east-1');
  const [first, second] = step.regions;
  if (second === undefined) throw new Error('one Region');
  step.runs.set('42', over);
  step.runs.set(step.run.runId, over);
  for (const [index, one] of step.regions.entries()) {
    put(one, `of-run-${index}`, { lifetime: 'run', run: '42/1' });
    put(one, `kept-${index}`, { lifetime: 'persistent' });
  }
  return { step, first, second, [Symbol.asyncDispose]: () => step[Symbol.asyncDispose]() };
}

function put({ ec2 }: TestStep, KeyName: string, own: Readonly<Record<string, string>>): void {
  const tags = Object.entries({ nonce: KeyName, ...own });
  ec2.put({
    KeyName,
    Tags: [...managedTags, ...tags.map(([name, Value]) => ({ Key: `ec2-key-pair-action:${name}`, Value }))],
  });
}

async function run(step: Parameters<typeof sweepInRegions.execute>[1]) {
  return sweepInRegions.execute(await sweepInRegions.plan(request, step), step);
}

test('sweep in several Regions deletes in each, one after the other, and asks for each run once', async () => {
  await using bed = await openTwo();
  const { step, first, second } = bed;
  putJournal(second, 60);
  const { lines, summary, failure } = await run(step);
  expect([first.ec2.names(), second.ec2.names()]).toEqual([['kept-0'], ['kept-1', 'deploy']]);
  expect(step.outputs).toMatchObject({ deleted: '2', changed: 'true', 'aws-region': 'eu-west-1' });
  expect(lines.at(-1)).toBe(
    'us-east-1: Key pairs found: 3, kept: 1, deleted: 1, failed: 0, rotations ended: 1.',
  );
  expect(lines).toContain('eu-west-1: Kept, because it is persistent: 1 (kept-0).');
  const entries = JSON.parse(step.outputs['key-pairs'] ?? '') as { keyName: string; region: string }[];
  expect(entries.map(({ keyName, region }) => `${keyName} ${region}`)).toEqual([
    'kept-0 eu-west-1',
    'of-run-0 eu-west-1',
    'deploy.rotating us-east-1',
    'kept-1 us-east-1',
    'of-run-1 us-east-1',
  ]);
  expect(summary.columns).toEqual(['Name', 'ID', 'Region', 'Outcome', 'Reason']);
  expect(failure).toBeUndefined();
  const waits = step.events.filter((event) => /^waited for [1-9]/.test(event));
  expect(waits).toEqual(['waited for 1', 'waited for 3 in us-east-1', 'waited for 1 in us-east-1']);
});

test('a Region in which a deletion fails does not keep the others from being swept, and is named', async () => {
  await using bed = await openTwo();
  const { step, first, second } = bed;
  first.ec2.faults.delete.push({ instead: ec2Errors.denied() });
  const { failure } = await run(step);
  expect([first.ec2.names(), second.ec2.names()]).toEqual([['of-run-0', 'kept-0'], ['kept-1']]);
  expect(failure).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('eu-west-1') });
});

test('deletes nothing anywhere if a Region cannot be looked into, or GitHub refuses the token', async () => {
  await using bed = await openTwo();
  const { step, first, second } = bed;
  const before = [first.ec2.names(), second.ec2.names()];
  second.ec2.faults.describe.push({ instead: ec2Errors.denied() });
  await expect(run(step)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('us-east-1'),
  });
  const refused = new KeyPairError('GITHUB_REFUSED', 'refused');
  step.breakAt = (event) => {
    if (event.startsWith('asked for run')) throw refused;
    return false;
  };
  await expect(run(step)).rejects.toBe(refused);
  expect([first.ec2.names(), second.ec2.names()]).toEqual(before);
});

test('a dry run lists what it would do in each Region, and changes nothing', async () => {
  await using bed = await openTwo();
  const { step, first, second } = bed;
  const before = [first.ec2.names(), second.ec2.names()];
  const { actions, remarks, outputs } = await sweepInRegions.preview(
    await sweepInRegions.plan(request, step),
  );
  expect(actions.map(({ text }) => text.replace(/ \(key-\w+\)/, ''))).toEqual([
    'delete key pair "of-run-0" in eu-west-1',
    'delete key pair "of-run-1" in us-east-1',
  ]);
  expect(remarks).toContain('us-east-1: Kept, because it is persistent: 1 (kept-1).');
  expect(outputs).toMatchObject({ deleted: '2', 'aws-region': 'eu-west-1' });
  expect([first.ec2.names(), second.ec2.names()]).toEqual(before);
});
