import { adviceOnCleanup } from '../ec2/key-pair-claim.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { RotationRecord, SwapRecord } from '../ec2/rotation-record.ts';
import { KeyPairError, unexpectedError } from '../errors.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';

type Record = RotationRecord | SwapRecord;
type Left = Extract<ReleaseOutcome, { outcome: 'left' }>;

/** Says that a rotation is unfinished, and how to end it. */
export function leftUnfinished(record: Record, why: string): Left {
  return {
    outcome: 'left',
    what: `the rotation of key pair "${readName(record)}" in ${record.region}, whose old public key is in key pair "${record.keyName}"`,
    why,
    hint: `To end it, run \`operation: rotate\` for this key pair in ${timeOf(record)}.`,
  };
}

/** Says so of one whose cleanup failed, and what would have made it work. */
export function leftByFailure(record: Record, error: unknown): Left {
  const { hint, details } = adviceOnCleanup(error);
  const left = leftUnfinished(record, reasonOf(error));
  return { ...left, hint: [hint, left.hint].filter(Boolean).join(' '), details };
}

/** Says so of one that no step can end, because the name belongs to another key pair. */
export function leftTaken(record: Record, other: KeyPair): Left {
  return {
    ...leftUnfinished(record, `another process created a key pair with this name (${other.keyPairId})`),
    hint: `If no one needs the old key, delete "${record.keyName}". To put the old key back, delete the key pair that has the name, and run \`operation: ensure\` in ${timeOf(record)}.`,
  };
}

/** Until then, other steps take the rotation for one that is still running. A record without instances does not say which it is. */
function timeOf(record: Record): string {
  const isLong = 'instances' in record && record.instances !== undefined;
  return isLong ? 'fifteen minutes' : 'five minutes, or fifteen with `update-instances`';
}

/** The name of the key pair that is rotated. */
export function readName({ keyName }: Pick<Record, 'keyName'>): string {
  return keyName.replace(/\.rotating$/, '');
}

export function reasonOf(error: unknown): string {
  return (error instanceof KeyPairError ? error : unexpectedError(error)).message.replace(/\.$/, '');
}
