import assert from 'node:assert/strict';
import type { MadeKey } from '../../local/aws/keys/made-key.ts';
import type { LocalAws } from '../../local/aws/server.ts';
import type { ActRepository } from '../lib/act-repository.ts';
import { type ActRun, entries } from '../lib/act-run.ts';
import { leaksIn } from '../lib/sent-keys.ts';
import type { Site } from '../lib/suite.ts';

/** Where workflows run, and what is asked about them afterwards. */
export interface Stage {
  readonly site: Site;
  readonly aws: LocalAws;
  /** Every key that the endpoint has made. */
  readonly keys: readonly MadeKey[];
  readonly repository: ActRepository;
}

/** As workflows name the action. */
export const action = 'OWNER/ec2-key-pair@v1';

/** The job succeeded, and each step of the action had its post. */
export function assertGreen(run: ActRun): void {
  assert.ok(run.success, `The workflow failed:\n${run.printed}`);
  const ofAction = run.steps.filter(({ name }) => name === action);
  const mains = ofAction.filter(({ phase }) => phase === 'Main');
  const posts = ofAction.filter(({ phase }) => phase === 'Post');
  assert.ok(mains.length > 0, run.printed);
  assert.deepEqual(
    posts.map(({ job, success }) => ({ job, success })),
    mains.map(({ job }) => ({ job, success: true })),
  );
}

/** No piece of a private key was printed or is in a file, nothing runs, and every job's temporary folder is clean. */
export async function assertNothingLeft(run: ActRun, { keys, repository }: Stage): Promise<void> {
  assert.deepEqual(leaksIn(run.printed, keys), []);
  assert.deepEqual(run.leftRunning, []);
  const jobs = new Set(run.steps.map(({ job }) => job));
  const ends = entries(run, 'job is over');
  assert.equal(ends.length, jobs.size, run.printed);
  for (const { node, files } of ends) {
    assert.match(node, /^v24\./);
    assert.deepEqual(
      files.filter((file) => /\.(pem|ppk)$|ec2-key-pair/.test(file)),
      [],
    );
  }
  assert.deepEqual(await filesWithKeys({ keys, repository }), []);
}

/** Files of the runner and of workflows that hold a piece of a private key that EC2 made. */
export async function filesWithKeys({
  keys,
  repository,
}: Pick<Stage, 'keys' | 'repository'>): Promise<string[]> {
  const files = await repository.files();
  return files.filter(({ text }) => leaksIn(text, keys).length > 0).map(({ file }) => file);
}

export function pairNames({ aws }: Pick<Stage, 'aws'>): string[] {
  return aws.keyPairs('eu-west-1').map(({ name }) => name);
}

/** Calls that EC2 carried out since then. */
export function executed(aws: LocalAws, operation: string, since: number): LocalAws['requests'][number][] {
  return aws.requests.slice(since).filter((request) => request.operation === operation && request.executed);
}
