import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { KeyPairResult } from '../results/result.ts';
import { livesUntil, outputsOf, summaryOf, whereabouts } from '../results/result.ts';
import { type FileRecord, fileClaims } from '../destinations/file/file-claim.ts';
import { type Folders, isInUploads, inspectGivenPath, inspectPath } from '../destinations/file/file-path.ts';
import { outputDestination } from '../destinations/output.ts';
import { type OutputRecord, outputClaims } from '../destinations/output-claim.ts';
import { explain } from '../aws/explain.ts';
import { keyPairClaims } from '../ec2/key-pair-claim.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { openSession } from '../aws/session.ts';
import { LedgerClaims } from '../ledger/claims.ts';
import { type PlannedAction, checkPermission } from '../operations/preview.ts';
import { log } from '../runner/log.ts';
import { registerMasks } from '../runner/masks.ts';
import { setOutputs } from '../runner/outputs.ts';
import { stateOfThisMain } from '../runner/state.ts';
import { writeSummary } from '../runner/summary.ts';
import { jobFolders, windowsPrograms, workflowRun } from '../runner/workflow.ts';
import { mainRetryPolicy } from './retry-policies.ts';

/** The real parts that most operations need, in one region. */
export async function openStep(region: string | undefined) {
  const folders = jobFolders();
  const room = await openSession(region, mainRetryPolicy());
  const { keyPairs, credentials } = room;
  return {
    folders,
    keyPairs,
    look: {
      run: workflowRun(),
      region: keyPairs.region,
      credentials,
      now: () => new Date(),
      randomHex: (bytes: number) => randomBytes(bytes).toString('hex'),
      freePath: (given: string | undefined, suggestedName: string) =>
        given === undefined
          ? inspectPath(path.join(folders.temp, suggestedName), folders)
          : inspectGivenPath(given, folders),
      ...looksAt(keyPairs),
    },
    parts: {
      keyPairs,
      claims: new LedgerClaims<KeyPairRecord | FileRecord | OutputRecord>(stateOfThisMain(), {
        'key-pair': keyPairClaims(async () => room),
        file: fileClaims,
        output: outputClaims,
      }),
      registerMasks,
      restrictToOwner: process.platform === 'win32' ? restrictToOwnerOnWindows : undefined,
      outputDestination,
      announce: (result: KeyPairResult) => setOutputs(outputsOf(result)),
    },
  };
}

async function restrictToOwnerOnWindows(file: string): Promise<void> {
  const { restrictToOwner } = await import('../destinations/file/windows-acl.ts');
  await restrictToOwner(file, windowsPrograms());
}

/** Says what a plan would do, asks EC2 whether it would be allowed, and changes nothing. */
export async function dryRun(preview: readonly PlannedAction[], keyPairs: KeyPairs): Promise<void> {
  for (const { text } of preview) log.info(`Dry run: would ${text}.`);
  await checkPermission(preview, keyPairs);
  const asked = preview.some(({ call }) => call !== undefined);
  log.info(asked ? 'Dry run: EC2 would allow this. Nothing was changed.' : 'Dry run: nothing was changed.');
  setOutputs({ 'aws-region': keyPairs.region, created: 'false', deleted: '0' });
  writeSummary({
    heading: 'EC2 key pair: dry run, nothing was changed',
    rows: preview.map(({ text }, index) => [String(index + 1), `would ${text}`]),
  });
}

/** Tells of a pair, in the log and in the summary. */
export async function tell(result: KeyPairResult): Promise<void> {
  const { keyPairId, fingerprint, keyName, region, created, file, output, lifetime } = result;
  const what = created ? 'Created' : `The key pair ${keyName} is there in ${region}:`;
  log.info(`${what} ${keyPairId}, fingerprint ${fingerprint}. It lives ${livesUntil(result)}.`);
  if (file !== undefined || output) log.info(`The private key is in ${whereabouts(result)}.`);
  if (created && (file !== undefined || output)) warnOfLostKey(lifetime, result);
  if (created && file !== undefined) warnOfUploads(file.path, jobFolders());
  writeSummary(summaryOf(result));
}

function warnOfLostKey(lifetime: KeyPairResult['lifetime'], { keyName, file }: KeyPairResult): void {
  if (lifetime === 'job' || file?.stays) return;
  const keep =
    lifetime === 'persistent'
      ? 'give private-key-path, whose file stays, or lifetime: job.'
      : 'use it in this job, or give lifetime: persistent and a private-key-path, whose file stays.';
  log.warning(`The key pair "${keyName}" outlives this job, and its private key does not: ${keep}`);
}

function warnOfUploads(file: string, folders: Folders): void {
  if (!isInUploads(file, folders)) return;
  log.warning(
    `The private key is in the workspace (${file}): an artifact of the workspace, or a commit, would take it along. Without private-key-path it goes to the runner's temp folder.`,
  );
}

/** Looks, with what went wrong said in a person's words. */
function looksAt(keyPairs: KeyPairs) {
  const explained = async <Answer>(look: Promise<Answer>): Promise<Answer> => {
    try {
      return await look;
    } catch (error) {
      throw explain(error, {
        action: 'ec2:DescribeKeyPairs',
        doing: 'show its key pairs',
        region: keyPairs.region,
      });
    }
  };
  return {
    find: (keyName: string) => explained(keyPairs.find({ keyName })),
    findEventually: (...choice: Parameters<KeyPairs['findEventually']>) =>
      explained(keyPairs.findEventually(...choice)),
    list: (...tags: Parameters<KeyPairs['list']>) => explained(keyPairs.list(...tags)),
    listEventually: (...tags: Parameters<KeyPairs['list']>) => explained(keyPairs.listEventually(...tags)),
  };
}
