import { closeSync, constants, fstatSync, ftruncateSync } from 'node:fs';
import { hasCode } from '../errors.ts';
import type { OutputRequest } from '../inputs/request.ts';
import type { ClaimRecord, ReleaseOutcome } from '../ledger/claim.ts';
import type { DeliveredPair, DeliveryContext, Destination } from './destination.ts';
import { openNoFollow } from './file/no-follow.ts';

/** What the ledger records of an output: the runner's file, which holds the private key in plain text. */
export interface OutputRecord extends ClaimRecord {
  readonly kind: 'output';
  /** Absolute path of the step's output file. */
  readonly path: string;
}

/**
 * The step's output `private-key`: masked in this job's log, and dropped by the runner between jobs. The runner
 * keeps it in a file until the job ends; the post step empties that file.
 */
export async function openOutput(
  _request: OutputRequest,
  { keyName }: DeliveredPair,
  { outputFile, setOutput }: Pick<DeliveryContext, 'outputFile' | 'setOutput'>,
): Promise<Destination<OutputRecord>> {
  return {
    intent: 'set the output private-key',
    tags: [],
    async reserve(claims) {
      const record: OutputRecord = { kind: 'output', path: outputFile() };
      const claim = claims.intend(record, 'job');
      return {
        async deliver(key) {
          setOutput('private-key', await key.as('pem', { comment: keyName }));
          claim.held(record);
          return {
            label: 'Private key output',
            where: 'private-key',
            until: 'masked, for this job only',
            outlivesJob: false,
            outputs: {},
            warnings: [],
          };
        },
        async close() {},
      };
    },
  };
}

/** Empties the runner's file, which any later step could have read. */
export async function releaseOutput({ path: file }: OutputRecord): Promise<ReleaseOutcome> {
  const what = "the private key in the step's output file";
  try {
    return emptyFile(file)
      ? { outcome: 'done', said: "Removed the private key from the step's output file." }
      : { outcome: 'already-gone', what };
  } catch (error) {
    // Something else is there now, such as a folder or a pipe: the file with the private key is gone.
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO')) return { outcome: 'already-gone', what };
    const why = hasCode(error, 'EACCES', 'EPERM') ? 'permission denied' : 'the file cannot be emptied';
    return { outcome: 'left', what, why };
  }
}

/** Returns whether there was anything in the file. Does not wait for someone to read from a pipe. */
function emptyFile(file: string): boolean {
  const descriptor = openNoFollow(file, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    const isFilled = fstatSync(descriptor).size > 0;
    if (isFilled) ftruncateSync(descriptor, 0);
    return isFilled;
  } finally {
    closeSync(descriptor);
  }
}
