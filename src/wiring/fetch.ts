import type { FetchRequest } from '../inputs/request.ts';
import { resolvePath } from '../destinations/file/file-path.ts';
import { readKeyFile } from '../destinations/file/existing-key-file.ts';
import { execute, preview, plan } from '../operations/fetch.ts';
import { dryRun, openStep, tell } from '../step/real-step.ts';

/** `fetch`, with the real parts. */
export async function run(request: FetchRequest): Promise<void> {
  const { look, parts, keyPairs, folders } = await openStep(request.region);
  const planned = await plan(request, {
    ...look,
    keptPrivateKey: (path) => readKeyFile(resolvePath(path, folders), folders),
  });
  if (request.dryRun) return dryRun(preview(planned), keyPairs);
  await tell(await execute(planned, parts));
}
