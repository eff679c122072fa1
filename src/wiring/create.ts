import type { CreateRequest } from '../inputs/request.ts';
import { execute, preview, plan } from '../operations/create.ts';
import { log } from '../runner/log.ts';
import { dryRun, openStep, tell } from '../step/real-step.ts';

/** `create`, with the real parts. */
export async function run(request: CreateRequest): Promise<void> {
  const { look, parts, keyPairs } = await openStep(request.region);
  const planned = await plan(request, look);
  if (request.dryRun) return dryRun(preview(planned), keyPairs);
  const { keyType, keyName } = planned.pair;
  log.info(`Creating the ${keyType} key pair ${keyName} in ${planned.region}.`);
  await tell(await execute(planned, parts));
}
