import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CreatedKey } from '../../local/aws/keys/created-key.ts';
import type { LocalAccount, LocalAws } from '../../local/aws/server.ts';
import type { LocalGitHub } from '../../local/github/server.ts';
import type { IdTokens } from '../../local/runner/id-tokens.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import type { ActRepository } from '../lib/act-repository.ts';
import { type ActRun, eventsOf } from '../lib/act-run.ts';
import type { Started } from '../lib/programs.ts';
import type { Site } from '../lib/suite.ts';

/** What workflows run on, and what checks inspect afterwards. */
export interface TestBed {
  readonly site: Site;
  readonly aws: LocalAws;
  /** Every key that the endpoint has created. */
  readonly keys: readonly CreatedKey[];
  readonly repository: ActRepository;
  /** moto's stores. */
  readonly moto: {
    readonly url: string;
    parameterNames(): Promise<string[]>;
    secretNames(): Promise<string[]>;
  };
  /** Its API shows the runs that a check adds. */
  readonly gitHub: LocalGitHub;
  /** Its service for OIDC tokens. */
  readonly idTokens: IdTokens;
  /** A session in the account of the endpoint, which can expire. */
  readonly session: LocalAccount;
}

/** The repository whose workflows run. */
export const repositoryName = 'octo/widgets';

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

/** The file at the output `key-pairs-path`, which is for later steps. */
const listOfKeyPairs = /^key-pairs-[0-9a-f]{8}\.json$/;

/** Every warning that the steps of a run show. */
export function warningsIn({ printed }: ActRun): string[] {
  return printed.split('\n').filter((line) => line.includes('::warning::'));
}

/** Asserts that no piece of a private key was printed or is in a file, that no process runs, and that temporary folders are empty. */
export async function assertNothingLeft(run: ActRun, { keys, repository }: TestBed): Promise<void> {
  assert.equal(SecretPieces.ofKeys(keys).countIn(run.printed), 0, 'A piece of a private key was printed');
  assert.deepEqual(run.leftRunning, []);
  const jobs = new Set(run.steps.map(({ job }) => job));
  const ends = eventsOf(run, 'job ended');
  assert.equal(ends.length, jobs.size, run.printed);
  for (const { node, files } of ends) {
    assert.match(node, /^v24\./);
    assert.deepEqual(
      files.filter((file) => !listOfKeyPairs.test(path.basename(file))),
      [],
    );
  }
  assert.deepEqual(await filesWithKeys({ keys, repository }), []);
}

/** Waits for a condition. Fails if the program ends first. */
export async function until(started: Started, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  let hasEnded = false;
  const noteEnd = (): void => {
    hasEnded = true;
  };
  started.ended.then(noteEnd, noteEnd);
  while (!(await isTrue())) {
    assert.equal(hasEnded, false, `It ended too soon:\n${started.printed()}`);
    await pause(50);
  }
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
