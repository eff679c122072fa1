import type { EnsureRequest } from '../contract/request.ts';
import { meantPath } from '../delivery/file-path.ts';
import { readKeptFile } from '../delivery/kept-file.ts';
import { carryOut, intentions, plan } from '../operations/ensure.ts';
import { log } from '../runner/log.ts';
import { dryRun, openStep, tell } from './step.ts';

/** `ensure`, with the real parts. */
export async function run(request: EnsureRequest): Promise<void> {
  const { look, parts, keyPairs, folders } = await openStep(request.region);
  const withFiles = {
    ...look,
    keptPrivateKey: (path: string) => readKeptFile(meantPath(path, folders), folders),
  };
  const planned = await plan(request, withFiles);
  if (request.dryRun) return dryRun(intentions(planned), keyPairs);
  if ('existing' in planned) sayWhose(planned.existing.ours, request.keyName);
  else log.info(`There is no key pair ${request.keyName} in ${look.region} yet: creating it.`);
  const result = await carryOut(planned, {
    ...parts,
    planAgain: () => plan(request, { ...withFiles, find: (keyName) => look.findPatiently({ keyName }) }),
    onOvertaken: () =>
      log.info(`Somebody else created the key pair ${request.keyName} first: looking again.`),
  });
  await tell(result);
}

function sayWhose(ours: boolean, keyName: string): void {
  if (ours) return;
  log.info(
    `The key pair ${keyName} was not made by this action in this repository: whoever made it holds its private key.`,
  );
}
