import type { NameChoice } from '../inputs/request.ts';
import type { Lifetime } from '../ownership.ts';
import { type KeyPairResult, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { PlannedAction, Preview } from './operation.ts';

/** What EC2 would assign to a new key pair is not known, and a generated name will be another one next time. */
export function expectedReport(result: KeyPairResult, name: NameChoice): Omit<Preview, 'actions'> {
  const outputs = outputsOf(result);
  const publicKey = result.publicKey.split(' ', 2).join(' ');
  return {
    remarks: result.remarks ?? [],
    warnings: reportOf(result).warnings,
    outputs: 'exact' in name ? outputs : { ...outputs, 'key-name': '', 'public-key': publicKey },
  };
}

/** What the post step would do with a new key pair. */
export function previewOfCleanup(lifetime: Lifetime): PlannedAction[] {
  return lifetime === 'job' ? [{ text: 'delete the key pair when the job ends' }] : [];
}
