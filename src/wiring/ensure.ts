import type { EnsureRequest } from '../inputs/request.ts';
import { resolvePath } from '../destinations/file/file-path.ts';
import { readKeyFile } from '../destinations/file/existing-key-file.ts';
import { execute, preview, plan } from '../operations/ensure.ts';
import { log } from '../runner/log.ts';
import { dryRun, openStep, tell } from '../step/real-step.ts';

/** `ensure`, with the real parts. */
export async function run(request: EnsureRequest): Promise<void> {
  const { look, parts, keyPairs, folders } = await openStep(request.region);
  const withFiles = {
    ...look,
    keptPrivateKey: (path: string) => readKeyFile(resolvePath(path, folders), folders),
  };
  const planned = await plan(request, withFiles);
  if (request.dryRun) return dryRun(preview(planned), keyPairs);
  if ('existing' in planned) sayWhose(planned.existing.ours, request.keyName);
  else log.info(`There is no key pair ${request.keyName} in ${look.region} yet: creating it.`);
  const result = await execute(planned, {
    ...parts,
    planAgain: () => plan(request, { ...withFiles, find: (keyName) => look.findEventually({ keyName }) }),
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
