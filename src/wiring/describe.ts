import { listJson, listOutputs, listSummary } from '../results/key-pair-list.ts';
import type { DescribeRequest } from '../inputs/request.ts';
import { writeListFile } from '../runner/list-file.ts';
import { look as lookAtPairs } from '../operations/describe.ts';
import { log } from '../runner/log.ts';
import { setOutputs } from '../runner/outputs.ts';
import { writeSummary } from '../runner/summary.ts';
import { dryRun, openStep } from '../step/real-step.ts';

/** `describe`, with the real parts. */
export async function run(request: DescribeRequest): Promise<void> {
  const { look, keyPairs, folders } = await openStep(request.region);
  const pairs = await lookAtPairs(request, look);
  const { region } = look;
  if (request.dryRun) return dryRun([{ text: `describe ${pairs.length} key pairs in ${region}` }], keyPairs);
  const file = await writeListFile(listJson(pairs), folders.temp, look.randomHex(4));
  setOutputs(listOutputs(pairs, region, file));
  log.info(`Key pairs in ${region}: ${pairs.length}.`);
  for (const { keyName, keyPairId, keyType } of pairs.slice(0, 20))
    log.info(`  ${keyName} ${keyPairId} ${keyType}`);
  if (pairs.length > 20) log.info(`  … the others are in the summary and in ${file}.`);
  writeSummary(listSummary(pairs, region, file));
}
