import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { CreateRequest } from '../contract/request.ts';
import { type KeyPairResult, livesUntil, outputsOf, summaryOf, whereabouts } from '../contract/result.ts';
import { type FileRecord, fileClaims } from '../delivery/file-claim.ts';
import { lookAtPath, meantPath } from '../delivery/file-path.ts';
import { outputDestination } from '../delivery/output.ts';
import { keyPairClaims } from '../ec2/key-pair-claim.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import { openRegion } from '../ec2/region.ts';
import { LedgerClaims } from '../lifecycle/claims.ts';
import { carryOut, plan } from '../operations/create.ts';
import { log } from '../runner/log.ts';
import { registerMasks } from '../runner/masks.ts';
import { setOutputs } from '../runner/outputs.ts';
import { state } from '../runner/state.ts';
import { writeSummary } from '../runner/summary.ts';
import { jobFolders, workflowRun } from '../runner/workflow.ts';
import { patienceOfMain } from './patience.ts';

/** `create`, with the real parts. */
export async function create(request: CreateRequest): Promise<void> {
  const folders = jobFolders();
  const room = await openRegion(request.region, patienceOfMain());
  const { keyPairs, credentials } = room;
  const planned = await plan(request, {
    run: workflowRun(),
    region: keyPairs.region,
    credentials,
    now: () => new Date(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    freePath: (given, suggestedName) =>
      lookAtPath(
        given === undefined ? path.join(folders.temp, suggestedName) : meantPath(given, folders),
        folders,
      ),
  });
  log.info(`Creating the ${planned.pair.keyType} key pair ${planned.pair.keyName} in ${planned.region}.`);
  const result = await carryOut(planned, {
    keyPairs,
    claims: new LedgerClaims<KeyPairRecord | FileRecord>(state, {
      'key-pair': keyPairClaims(async () => room),
      file: fileClaims,
    }),
    registerMasks,
    outputDestination,
    announce: (made) => setOutputs(outputsOf(made)),
  });
  tell(result);
  await writeSummary(summaryOf(result));
}

function tell(result: KeyPairResult): void {
  log.info(`Created ${result.keyPairId}, fingerprint ${result.fingerprint}. It lives ${livesUntil(result)}.`);
  log.info(`The private key is in ${whereabouts(result)}.`);
  if (result.lifetime === 'job' || result.file?.stays) return;
  log.warning(
    `The key pair "${result.keyName}" outlives this job, and its private key does not: ${
      result.lifetime === 'persistent'
        ? 'give private-key-path, whose file stays, or lifetime: job.'
        : 'use it in this job, or give lifetime: persistent and a private-key-path, whose file stays.'
    }`,
  );
}
