import { constants, fchmodSync, fstatSync, ftruncateSync } from 'node:fs';
import { hasCode, KeyPairError } from '../errors.ts';
import type { OutputRequest } from '../inputs/request.ts';
import type { ClaimRecord, ReleaseOutcome } from '../ledger/claim.ts';
import { withOpenFile } from '../regular-file.ts';
import type { Delivered } from '../results/key-pair-result.ts';
import type { DeliveredPair, DeliveryContext, Destination } from './destination.ts';

/** What the ledger records of an output: the runner's file, which holds the private key in plain text. */
export interface OutputRecord extends ClaimRecord {
  readonly kind: 'output';
  /** Absolute path of the step's output file. */
  readonly path: string;
  /** Whether the private key may be in it. */
  readonly filled?: true;
}

/** Errors of opening something that is not a regular file: a folder, a pipe, a link. */
const notAFile = ['EISDIR', 'ENXIO', 'ELOOP'] as const;

/**
 * The step's output `private-key`: masked in this job's log, and dropped by the runner between jobs. The runner
 * keeps it in a file until the job ends; the post step empties that file.
 *
 * @throws KeyPairError `reserve` throws `READABLE_BY_OTHERS`, `RUNNER_FILE_NOT_WRITABLE`, `NO_RUNNER`.
 */
export async function openOutput(
  _request: OutputRequest,
  { keyName }: DeliveredPair,
  { outputFile, setOutput, userId }: Pick<DeliveryContext, 'outputFile' | 'setOutput' | 'userId'>,
): Promise<Destination<OutputRecord>> {
  const delivered: Delivered = {
    label: 'Private key output',
    where: 'private-key',
    until: 'masked, for this job only',
    outlivesJob: false,
    outputs: {},
    warnings: [],
  };
  return {
    intent: 'set the output private-key',
    tags: [],
    expected: async () => delivered,
    async reserve(claims) {
      const record: OutputRecord = { kind: 'output', path: outputFile() };
      const claim = claims.intend(record, 'job');
      if (userId !== undefined) await restrictToOwner(record.path);
      return {
        async deliver(key) {
          const text = await key.as('pem', { comment: keyName });
          claim.held({ ...record, filled: true });
          try {
            setOutput('private-key', text);
          } catch (error) {
            // Nothing can have been written to it.
            if (error instanceof KeyPairError && hasCode(error.cause, ...notAFile)) claim.held(record);
            throw error;
          }
          return delivered;
        },
        async close() {},
      };
    },
  };
}

/**
 * The runner creates its file with its umask: on most machines, every user can read it. The runner reads it as its owner.
 */
async function restrictToOwner(file: string): Promise<void> {
  const mode = modeAfterChmod(file);
  if ((mode & 0o077) === 0) return;
  const { outputReadableByOthers } = await import('./readable-by-others.ts');
  throw outputReadableByOthers(mode);
}

function modeAfterChmod(file: string): number {
  try {
    return withOpenFile(file, constants.O_WRONLY, (descriptor) => {
      try {
        fchmodSync(descriptor, 0o600);
      } catch {
        // The file of another user, or a file system without modes. The mode is what counts.
      }
      return Number(fstatSync(descriptor, { bigint: true }).mode);
    });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
    throw new KeyPairError(
      'RUNNER_FILE_NOT_WRITABLE',
      `Cannot write the runner's file for outputs (${code}).`,
      {
        hint: "An earlier step removed or replaced that file, or the runner's temp folder.",
        cause,
      },
    );
  }
}

/** Empties the runner's file, which any later step could have read. */
export async function releaseOutput({ path: file, filled }: OutputRecord): Promise<ReleaseOutcome> {
  const what = "the private key in the step's output file";
  try {
    // Proof that it is gone: the file was opened, and is empty.
    return emptyFile(file)
      ? { outcome: 'done', said: "Removed the private key from the step's output file." }
      : { outcome: 'already-gone', what };
  } catch (error) {
    // Proof that it is gone: nothing is at its path.
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return { outcome: 'already-gone', what };
    if (!hasCode(error, ...notAFile)) {
      const why = hasCode(error, 'EACCES', 'EPERM') ? 'permission denied' : 'the file cannot be emptied';
      return { outcome: 'left', what, why };
    }
    return filled === true
      ? { outcome: 'left', what, why: `something that is not a regular file is at ${file} now` }
      : { outcome: 'done', said: 'Nothing to delete: this step did not write to its output file.' };
  }
}

/** Returns whether there was anything in the file. */
function emptyFile(file: string): boolean {
  return withOpenFile(file, constants.O_WRONLY, (descriptor) => {
    const isFilled = fstatSync(descriptor).size > 0;
    if (isFilled) ftruncateSync(descriptor, 0);
    return isFilled;
  });
}
