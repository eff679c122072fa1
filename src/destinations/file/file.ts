import path from 'node:path';
import type { FileRequest } from '../../inputs/request.ts';
import type { Retention } from '../../ledger/claim.ts';
import { shellWord } from '../../ledger/shell-word.ts';
import type { Delivered } from '../../results/key-pair-result.ts';
import type { DeliveredPair, DeliveryContext, Destination } from '../destination.ts';
import {
  type FreePath,
  inspectGivenPath,
  inspectPath,
  isInTemp,
  isInUploads,
  resolvePath,
} from './file-path.ts';
import { type FileRecord, keyHashOf } from './file-record.ts';
import { reserveFile } from './new-file.ts';

const untilRunnerIsDeleted = 'until this job ends: GitHub then deletes this runner';

const keepAdvice =
  "To keep the file on this machine, set private-key-path to a path outside of the runner's temp folder.";

type Context = Pick<
  DeliveryContext,
  'folders' | 'keepsFiles' | 'stepId' | 'randomHex' | 'userId' | 'restrictToOwner'
>;

/**
 * The private key file: a new one, or an existing one at that path with the same key.
 *
 * @throws KeyPairError the codes of `inspectGivenPath` and `holdsKey`.
 */
export async function openFile(
  request: FileRequest,
  pair: DeliveredPair,
  context: Context,
): Promise<Destination<FileRecord>> {
  const { folders } = context;
  const { keyName, publicKey } = pair;
  if (request.path !== undefined && publicKey !== undefined) {
    const target = resolvePath(request.path, folders);
    const { holdsKey } = await import('./existing-key-file.ts');
    if (await holdsKey(target, { keyName, publicKey }, folders)) return existingFile(target, context);
  }
  const free =
    request.path === undefined
      ? await inspectPath(path.join(folders.temp, suggestedName(keyName, request, context)), folders)
      : await inspectGivenPath(request.path, folders);
  return newFile(free, request, pair, context);
}

/** Only a persistent key pair's file at a path that the user set outlives the job, and only if its folder does. */
function newFile(
  free: FreePath,
  { format, path: given }: FileRequest,
  { keyName, lifetime }: DeliveredPair,
  { folders, keepsFiles, stepId, userId, restrictToOwner }: Context,
): Destination<FileRecord> {
  const isKept = lifetime === 'persistent' && given !== undefined && !isInTemp(free.path, folders);
  const retention: Retention = isKept ? 'beyond' : 'job';
  const stays = isKept && keepsFiles;
  const delivered = (file: string): Delivered => ({
    ...deliveredTo(file, stays),
    ...(isKept && !stays ? { until: untilRunnerIsDeleted } : {}),
    warnings: isInUploads(file, folders) ? [uploadWarning(file)] : [],
    ...(!stays && keepsFiles ? { keepAdvice } : {}),
    ...(format === 'pem' ? { usage: loginCommand(file, stays ? undefined : stepId) } : {}),
  });
  return {
    intent: `write the private key to ${free.path} (${format})`,
    tags: [],
    // A file that no one named will have another name next time.
    expected: async () => ({ ...delivered(free.path), ...(given === undefined ? { outputs: {} } : {}) }),
    async reserve(claims) {
      const { write, close } = await reserveFile({
        free,
        retention,
        claims,
        owner: { userId, restrictToOwner },
      });
      return {
        async deliver(key) {
          return delivered(await write(await key.as(format, { comment: keyName }), keyHashOf(key.publicKey)));
        },
        close,
      };
    },
  };
}

/** An existing file is left untouched, also by the post step. */
function existingFile(
  target: string,
  { folders, keepsFiles }: Pick<Context, 'folders' | 'keepsFiles'>,
): Destination<never> {
  const until = keepsFiles ? 'until this job ends' : untilRunnerIsDeleted;
  const delivered = async (): Promise<Delivered> =>
    keepsFiles && !isInTemp(target, folders)
      ? deliveredTo(target, true)
      : { ...deliveredTo(target, false), until };
  return {
    intent: `use the private key file ${target}`,
    tags: [],
    expected: delivered,
    reserve: async () => ({ deliver: delivered, close: async () => {} }),
  };
}

function deliveredTo(file: string, stays: boolean): Delivered {
  const where = file.replaceAll(path.sep, '/');
  return {
    label: 'Private key file',
    where,
    until: stays ? 'kept' : 'deleted when this job ends',
    outlivesJob: stays,
    outputs: { 'private-key-path': where },
    warnings: [],
  };
}

/** Replaces characters that file names cannot have. The random part keeps files of several steps apart. */
function suggestedName(keyName: string, { format }: FileRequest, { randomHex }: Context): string {
  return `${keyName.replace(/[^\w.-]/g, '_').slice(0, 100)}-${randomHex(4)}.${format}`;
}

function uploadWarning(file: string): string {
  return `The private key file is in the workspace (${file}): uploading the workspace or committing all files would include it. Leave out private-key-path to get a file in the runner's temp folder.`;
}

/** Refers to a file that is deleted with the job by the step's output, if the step has an ID. */
function loginCommand(file: string, stepId: string | undefined): string {
  const quoted =
    stepId === undefined ? shellWord(file) : `"\${{ steps.${stepId}.outputs.private-key-path }}"`;
  return `ssh -i ${quoted} ec2-user@<host>`;
}
