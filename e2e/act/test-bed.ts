import assert from 'node:assert/strict';
import type { CreatedKey } from '../../local/aws/keys/created-key.ts';
import type { LocalAws } from '../../local/aws/server.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import type { ActRepository } from '../lib/act-repository.ts';
import { type ActRun, eventsOf } from '../lib/act-run.ts';
import type { Site } from '../lib/suite.ts';

/** What workflows run on, and what checks inspect afterwards. */
export interface TestBed {
  readonly site: Site;
  readonly aws: LocalAws;
  /** Every key that the endpoint has created. */
  readonly keys: readonly CreatedKey[];
  readonly repository: ActRepository;
  /** The names of all parameters in Parameter Store. */
  parameterNames(): Promise<string[]>;
}

/** The action, as workflows reference it. */
export const action = 'OWNER/ec2-key-pair@v1';

/** Asserts that the job succeeded and each step of the action had its post step. */
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

/** Every warning that the steps of a run show. */
export function warningsIn({ printed }: ActRun): string[] {
  return printed.split('\n').filter((line) => line.includes('::warning::'));
}

/** Asserts that no piece of a private key was printed or is in a file, that no process runs, and that temporary folders are clean. */
export async function assertNothingLeft(run: ActRun, { keys, repository }: TestBed): Promise<void> {
  assert.equal(SecretPieces.ofKeys(keys).countIn(run.printed), 0, 'A piece of a private key was printed');
  assert.deepEqual(run.leftRunning, []);
  const jobs = new Set(run.steps.map(({ job }) => job));
  const ends = eventsOf(run, 'job ended');
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

/** Files of the runner and of workflows that contain a piece of a private key that EC2 created. */
export async function filesWithKeys({
  keys,
  repository,
}: Pick<TestBed, 'keys' | 'repository'>): Promise<string[]> {
  const pieces = SecretPieces.ofKeys(keys);
  const files = await repository.files();
  return files.filter(({ text }) => pieces.countIn(text) > 0).map(({ file }) => file);
}

export function pairNames({ aws }: Pick<TestBed, 'aws'>): string[] {
  return aws.keyPairs('eu-west-1').map(({ name }) => name);
}

/** Requests that EC2 has executed since then. */
export function executed(aws: LocalAws, operation: string, since: number): LocalAws['requests'][number][] {
  return aws.requests.slice(since).filter((request) => request.operation === operation && request.executed);
}
