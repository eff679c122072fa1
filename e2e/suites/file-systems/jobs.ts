import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../../local/aws/server.ts';
import type { Job, JobRun } from '../../../local/runner/job.ts';
import { annotated, keyPairStep, mainOf, output, runActionJob } from '../../lib/action-job.ts';
import { cleanEnvironment } from '../../lib/environment.ts';
import type { Site } from '../../lib/suite.ts';

const region = 'eu-west-1';

/** Where a job writes its private key file. */
export interface Place {
  readonly site: Site;
  readonly aws: LocalAws;
  readonly folder: string;
  readonly file: string;
  /** Other folders in which nothing may be left. */
  readonly alsoEmpty: readonly string[];
  readonly node?: string;
}

/** The file is there while the job runs, whole and for its owner only, and nothing is left afterwards. */
export async function createsWholeFile(place: Place): Promise<void> {
  const { site, aws } = place;
  const copy = path.join(await mkdtemp(path.join(site.folder, 'copy-')), 'key');
  const run = await runJobAt(place, [
    {
      name: 'look',
      run: `f="${output('private-key-path')}"; stat -c '%a %u' "$f" > '${copy}.stat'; install -m 600 "$f" '${copy}'`,
    },
  ]);
  assert.equal(run.conclusion, 'success', run.log);
  const [mode = '', owner] = (await readFile(`${copy}.stat`, 'utf8')).trim().split(' ');
  assert.match(mode, /^[46]00$/);
  assert.equal(owner, String(process.getuid?.()));
  const shown = await site.programs.output(site.part('ssh-keygen'), ['-y', '-P', '', '-f', copy], {
    env: cleanEnvironment(site.folder),
  });
  const publicKey = mainOf(run).outputs['public-key'] ?? '';
  assert.equal(shown.trim().split(' ', 2).join(' '), publicKey.trim().split(' ', 2).join(' '));
  assert.ok(run.log.includes('Deleted the private key file'), run.log);
  assert.deepEqual(annotated(run, 'warning'), []);
  assertNothingLeft(place, run, aws);
}

/** The step fails before it asks EC2 for a key pair. */
export async function isRefused(place: Place, message: RegExp): Promise<void> {
  const asked = creations(place.aws);
  const run = await runJobAt(place, []);
  assertFailed(run, message);
  assert.equal(creations(place.aws), asked, 'EC2 was asked for a key pair');
  assertNothingLeft(place, run, place.aws);
}

/** The step fails when the key pair exists, which is deleted again. */
export async function failsAfterCreation(place: Place, reason: string): Promise<void> {
  const asked = creations(place.aws);
  const run = await runJobAt(place, []);
  assertFailed(run, new RegExp(`^Cannot create \\S+ in \\S+: ${reason.replace(/[()]/g, '\\$&')}\\.$`, 'm'));
  assert.match(annotated(run, 'error').join('\n'), /^Because the step failed, key pair .* was deleted\.$/m);
  assert.equal(creations(place.aws), asked + 1);
  assertNothingLeft(place, run, place.aws);
}

function runJobAt({ site, aws, file, node }: Place, after: Job['steps']): Promise<JobRun> {
  const inputs = { 'key-type': 'ed25519', 'private-key-path': file };
  return runActionJob(site, aws.environment(region), [keyPairStep(inputs), ...after], {
    ...(node === undefined ? {} : { node }),
  });
}

function assertFailed(run: JobRun, message: RegExp): void {
  const printed = annotated(run, 'error').join('\n');
  assert.equal(run.conclusion, 'failure', run.log);
  assert.match(printed, message);
  assert.doesNotMatch(run.log, /bug in the action|Not cleaned up/);
}

function assertNothingLeft({ folder, alsoEmpty }: Place, run: JobRun, aws: LocalAws): void {
  assert.deepEqual(aws.keyPairs(region), []);
  assert.deepEqual([folder, ...alsoEmpty].flatMap(namesBelow), [], run.log);
}

function namesBelow(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
}

/** How often EC2 was asked for a key pair. */
function creations({ requests }: LocalAws): number {
  return requests.filter(({ operation, dryRun }) => operation === 'CreateKeyPair' && !dryRun).length;
}
