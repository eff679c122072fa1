import path from 'node:path';
import type { FileRequest } from '../../inputs/request.ts';
import type { Retention } from '../../ledger/claim.ts';
import { shellWord } from '../../ledger/shell-word.ts';
import type { Delivered } from '../../results/key-pair-result.ts';
import type { DeliveredPair, DeliveryContext, Destination } from '../destination.ts';
import { type FreePath, inspectPath, type JobFolders, workspaceAround } from './file-path.ts';
import { type FileRecord, keyHashOf } from './file-record.ts';
import { reserveFile } from './new-file.ts';

type Context = Pick<DeliveryContext, 'folders' | 'stepId' | 'randomHex' | 'userId' | 'restrictToOwner'>;

/**
 * The private key file: a new one, or an existing one at that path with the same key.
 *
 * @throws KeyPairError the codes of `inspectPath` and `lookAtGivenPath`.
 */
export async function openFile(
  request: FileRequest,
  pair: DeliveredPair,
  context: Context,
): Promise<Destination<FileRecord>> {
  const { folders } = context;
  const { path: given, format } = request;
  if (given === undefined) {
    const target = path.join(folders.temp, suggestedName(pair.keyName, request, context));
    return newFile(await inspectPath(target, folders), request, pair, context);
  }
  const { lookAtGivenPath } = await import('./given-path.ts');
  const found = await lookAtGivenPath(given, { format }, pair, context);
  return 'missing' in found
    ? newFile(found, request, pair, context)
    : existingFile(found.path, [...found.warnings, ...(await workspaceWarnings(found.realPath, folders))]);
}

/** Only a persistent key pair's file at a path that the user set outlives the job. */
async function newFile(
  free: FreePath,
  { format, path: given }: FileRequest,
  { keyName, lifetime }: DeliveredPair,
  { folders, stepId, userId, restrictToOwner }: Context,
): Promise<Destination<FileRecord>> {
  const retention: Retention = lifetime === 'persistent' && given !== undefined ? 'beyond' : 'job';
  const realPath = path.join(free.realParent, ...free.missing, path.basename(free.path));
  const warnings = await workspaceWarnings(realPath, folders);
  return {
    intent: `write the private key to ${free.path} (${format})`,
    tags: [],
    async reserve(claims) {
      const { write, close } = await reserveFile({
        free,
        retention,
        claims,
        owner: { userId, restrictToOwner },
      });
      return {
        async deliver(key) {
          const file = await write(await key.as(format, { comment: keyName }), keyHashOf(key.publicKey));
          const stays = retention === 'beyond';
          return {
            ...deliveredTo(file, stays),
            warnings,
            ...(stays ? {} : { keepAdvice: keepAdvice(lifetime) }),
            ...(format === 'pem' ? { usage: loginCommand(file, stays ? undefined : stepId) } : {}),
          };
        },
        close,
      };
    },
  };
}

/** An existing file is left untouched, also by the post step. */
function existingFile(target: string, warnings: readonly string[]): Destination<never> {
  return {
    intent: `use the private key file ${target}`,
    tags: [],
    reserve: async () => ({
      deliver: async () => ({ ...deliveredTo(target, true), warnings }),
      close: async () => {},
    }),
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

function keepAdvice(lifetime: DeliveredPair['lifetime']): string {
  return lifetime === 'persistent'
    ? 'To keep the file on this machine, set private-key-path.'
    : 'To keep the file on this machine, set lifetime: persistent and private-key-path.';
}

/** Refers to a file that is deleted with the job by the step's output, if the step has an ID. */
function loginCommand(file: string, stepId: string | undefined): string {
  const quoted =
    stepId === undefined ? shellWord(file) : `"\${{ steps.${stepId}.outputs.private-key-path }}"`;
  return `ssh -i ${quoted} ec2-user@<host>`;
}
