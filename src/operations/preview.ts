import { explain } from '../aws/explain.ts';
import type { KeyPairCall } from '../ec2/requests.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';

/** One thing that a plan would do: in words, and, where EC2 has a part in it, as EC2 would be asked. */
export interface PlannedAction {
  /** Continues "would …". */
  readonly text: string;
  readonly call?: KeyPairCall;
}

/**
 * Asks EC2 about every call of a plan whether it would be allowed. Changes nothing.
 *
 * @throws KeyPairError `NOT_ALLOWED` and the other codes of `explain`.
 */
export async function checkPermission(
  preview: readonly PlannedAction[],
  keyPairs: Pick<KeyPairs, 'checkPermission' | 'region'>,
): Promise<void> {
  for (const { text, call } of preview) {
    if (call === undefined) continue;
    try {
      await keyPairs.checkPermission(call);
    } catch (error) {
      throw explain(error, { action: `ec2:${call.call}`, doing: text, region: keyPairs.region });
    }
  }
}
