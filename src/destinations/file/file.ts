import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { FileRequest } from '../../inputs/request.ts';
import type { Retention } from '../../ledger/claim.ts';
import type { Delivered } from '../../results/key-pair-result.ts';
import type { DeliveredPair, DeliveryContext, Destination } from '../destination.ts';
import { type FreePath, inspectPath, isInTemp, type JobFolders, workspaceAround } from './file-path.ts';
import { type FileRecord, keyHashOf } from './file-record.ts';
import { reserveFile } from './new-file.ts';
import { notWritable } from './path-errors.ts';
import type { ReplacedFileRecord } from './replaced-file-record.ts';

const untilRunnerIsDeleted = 'until this job ends: GitHub then deletes this runner';

const untilCheckout = 'until actions/checkout cleans the workspace';

const keepAdvice =
  "To keep the file on this machine, set private-key-path to a path outside of the workspace and the runner's temp folder.";

type Context = Pick<
  DeliveryContext,
  'folders' | 'keepsFiles' | 'stepId' | 'randomHex' | 'userId' | 'restrictToOwner'
>;

/**
 * The private key file: a new one, or an existing one at that path with the same key.
 *
 * @throws KeyPairError the codes of `inspectPath` and `lookAtGivenPath`.
 */
export async function openFile(
  request: FileRequest,
  pair: DeliveredPair,
  context: Context,
): Promise<Destination<FileRecord | ReplacedFileRecord>> {
  const { folders } = context;
  const { path: given, passphrase } = request;
  if (given === undefined) {
    const target = path.join(folders.temp, suggestedName(pair.keyName, request, context));
    return newFile(await inspectPath(target, folders), request, pair, context);
  }
  const { keyName, replaced: publicKey } = pair;
  if (publicKey !== undefined) {
    const { findOldFile, replacingFile } = await import('./replaced-file.ts');
    const old = await findOldFile(given, { keyName, publicKey, passphrase }, folders);
    if (old !== undefined) return replacingFile(old, await newFile(old.free, request, pair, context));
  }
  const { lookAtGivenPath } = await import('./given-path.ts');
  const found = await lookAtGivenPath(given, request, pair, context);
  return 'missing' in found
    ? newFile(found, request, pair, context)
    : existingFile(
        found.path,
        [...found.warnings, ...(await workspaceWarnings(found.realPath, folders))],
        context,
      );
}

/** Only a persistent key pair's file at a path that the user set outlives the job, and only if its folder does. */
async function newFile(
  free: FreePath,
  { format, passphrase, path: given }: FileRequest,
  { keyName, lifetime }: DeliveredPair,
  { folders, keepsFiles, stepId, userId, restrictToOwner }: Context,
): Promise<Destination<FileRecord>> {
  const isKept = lifetime === 'persistent' && given !== undefined && !isInTemp(free.path, folders);
  const retention: Retention = isKept ? 'beyond' : 'job';
  const realPath = path.join(free.realParent, ...free.missing, path.basename(free.path));
  const isInWorkspace = workspaceAround(realPath, folders) !== undefined;
  const stays = isKept && keepsFiles && !isInWorkspace;
  const warnings = await workspaceWarnings(realPath, folders);
  const delivered = async (file: string): Promise<Delivered> => ({
    ...deliveredTo(file, stays),
    ...(isKept && !stays ? { until: keepsFiles ? untilCheckout : untilRunnerIsDeleted } : {}),
    warnings,
    ...(!stays && keepsFiles ? { keepAdvice } : {}),
    ...(format === 'pem' ? { usage: await loginCommand(file, stays ? undefined : stepId) } : {}),
  });
  return {
    intent: `write the private key to ${free.path} (${format})`,
    tags: [],
    // A file that no one named will have another name next time.
    async expected() {
      await requireWritable(free);
      return { ...(await delivered(realPath)), ...(given === undefined ? { outputs: {} } : {}) };
    },
    async reserve(claims) {
      const { write, close } = await reserveFile({
        free,
        retention,
        claims,
        owner: { userId, restrictToOwner },
      });
      return {
        async deliver(key) {
          return delivered(
            await write(await key.as(format, { comment: keyName, passphrase }), keyHashOf(key.publicKey)),
          );
        },
        close,
      };
    },
  };
}

/** For a dry run. A real one finds out when it creates the file. */
async function requireWritable({ path: target, realParent }: FreePath): Promise<void> {
  try {
    accessSync(realParent, constants.W_OK);
  } catch (error) {
    throw await notWritable(target, realParent, error);
  }
}

/** An existing file is left untouched, also by the post step. */
function existingFile(
  target: string,
  warnings: readonly string[],
  { folders, keepsFiles }: Pick<Context, 'folders' | 'keepsFiles'>,
): Destination<never> {
  const until = keepsFiles ? 'until this job ends' : untilRunnerIsDeleted;
  const stays = keepsFiles && !isInTemp(target, folders);
  const delivered = async (): Promise<Delivered> => ({
    ...deliveredTo(target, stays),
    until: stays ? 'kept by this step' : until,
    warnings,
  });
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

/** @param file - Real path. */
async function workspaceWarnings(file: string, folders: JobFolders): Promise<string[]> {
  const workspace = workspaceAround(file, folders);
  if (workspace === undefined) return [];
  const { workspaceWarning } = await import('./workspace-warning.ts');
  const warning = await workspaceWarning(file, workspace);
  return warning === undefined ? [] : [warning];
}

/** Refers to a file that is deleted with the job by the step's output, if the step has an ID. */
async function loginCommand(file: string, stepId: string | undefined): Promise<string> {
  if (stepId !== undefined)
    return `ssh -i "\${{ steps.${stepId}.outputs.private-key-path }}" ec2-user@<host>`;
  if (/^[\w./-]+$/.test(file)) return `ssh -i ${file} ec2-user@<host>`;
  const { shellWord } = await import('../../ledger/shell-word.ts');
  return `ssh -i ${shellWord(file)} ec2-user@<host>`;
}
