import type { FetchRequest } from '../contract/request.ts';
import { meantPath } from '../delivery/file-path.ts';
import { readKeptFile } from '../delivery/kept-file.ts';
import { carryOut, intentions, plan } from '../operations/fetch.ts';
import { dryRun, openStep, tell } from './step.ts';

/** `fetch`, with the real parts. */
export async function run(request: FetchRequest): Promise<void> {
  const { look, parts, keyPairs, folders } = await openStep(request.region);
  const planned = await plan(request, {
    ...look,
    keptPrivateKey: (path) => readKeptFile(meantPath(path, folders), folders),
  });
  if (request.dryRun) return dryRun(intentions(planned), keyPairs);
  await tell(await carryOut(planned, parts));
}
