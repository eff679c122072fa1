import { deleteOutputs, deleteSummary } from '../results/deletion.ts';
import type { DeleteRequest } from '../inputs/request.ts';
import { execute, preview, plan } from '../operations/delete.ts';
import { log } from '../runner/log.ts';
import { setOutputs } from '../runner/outputs.ts';
import { writeSummary } from '../runner/summary.ts';
import { dryRun, openStep } from '../step/real-step.ts';

/** `delete`, with the real parts. */
export async function run(request: DeleteRequest): Promise<void> {
  const { look, keyPairs } = await openStep(request.region);
  const planned = await plan(request, {
    ...look,
    async usersOf(keyNames) {
      const { keyPairUsersOf } = await import('../ec2/in-use.ts');
      return keyPairUsersOf(look.region).usersOf(keyNames);
    },
  });
  for (const warning of planned.warnings) log.warning(warning);
  if (request.dryRun) return dryRun(preview(planned), keyPairs);
  if (planned.pairs.length === 0) {
    log.notice(`There is no such key pair in ${look.region}: nothing to delete.`);
  }
  const result = await execute(planned, { keyPairs, announce: (done) => setOutputs(deleteOutputs(done)) });
  for (const { keyName, keyPairId } of result.deleted)
    log.info(`Deleted ${keyName} (${keyPairId}) in ${look.region}.`);
  writeSummary(deleteSummary(result));
}
