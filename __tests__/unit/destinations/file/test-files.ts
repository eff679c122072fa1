import type {
  DeliveredPair,
  DeliveryContext,
  Destination,
} from '../../../../src/destinations/destination.ts';
import type { Owner } from '../../../../src/destinations/file/empty-file.ts';
import { openFile } from '../../../../src/destinations/file/file.ts';
import { releaseFile } from '../../../../src/destinations/file/file-claim.ts';
import { inspectPath, resolvePath } from '../../../../src/destinations/file/file-path.ts';
import {
  type FileRecord,
  keyHashOf,
  parseFileRecord,
} from '../../../../src/destinations/file/file-record.ts';
import { type NewFile, reserveFile } from '../../../../src/destinations/file/new-file.ts';
import type { FileFormat } from '../../../../src/keys/formats.ts';
import { publicHalvesIn } from '../../../../src/keys/public-half.ts';
import type { ReleaseOutcome } from '../../../../src/ledger/claim.ts';
import { fileRequest } from '../../../lib/file-request.ts';
import type { TestFolders } from '../../../lib/job-folders.ts';
import { NotedClaims } from '../../../lib/noted-claims.ts';

/** What a text without a key is written with. */
const noKey = 'a'.repeat(64);

/** The user of the tests. */
export const thisUser: Owner = { userId: process.geteuid?.(), restrictToOwner: undefined };

/** A file at a path where nothing exists, with the claims of what is created for it. */
export async function planFile(
  given: string,
  folders: TestFolders,
  variation: Partial<Pick<NewFile, 'retention'> & Owner> = {},
) {
  const claims = new NotedClaims<FileRecord>();
  const { retention = 'job', ...owner } = variation;
  const free = await inspectPath(resolvePath(given, folders), folders);
  return {
    claims,
    async reserve() {
      const file = await reserveFile({ free, retention, claims, owner: { ...thisUser, ...owner } });
      const write = (text: string) => {
        const [blob] = publicHalvesIn(text);
        return file.write(text, blob === undefined ? noKey : keyHashOf({ blob }));
      };
      return { ...file, write };
    },
    release: () => releaseLast(claims),
  };
}

/** What a test varies of a file destination. */
export interface FileVariation
  extends Partial<DeliveredPair>,
    Partial<Pick<DeliveryContext, 'keepsFiles' | 'stepId' | 'restrictToOwner'>> {
  readonly format?: FileFormat;
}

/**
 * The file destination, with the claims of what is created for it.
 *
 * @param given - The path as the user sets it; undefined for a file in the temp folder.
 */
export async function openTestFile(
  given: string | undefined,
  folders: TestFolders,
  variation: FileVariation = {},
) {
  const { format = 'pem', keyName = 'deploy', lifetime, publicKey, ...context } = variation;
  const { keepsFiles = true, stepId, restrictToOwner } = context;
  const claims = new NotedClaims<FileRecord>();
  const destination = await openFile(
    fileRequest({ path: given, format }),
    { keyName, lifetime, publicKey, nonce: undefined },
    { ...thisUser, folders, keepsFiles, stepId, restrictToOwner, randomHex: (bytes) => 'f0'.repeat(bytes) },
  );
  return {
    claims,
    destination,
    // Only a rotation replaces files, and claims anything else.
    reserve: () => (destination as Destination<FileRecord>).reserve(claims),
    release: () => releaseLast(claims),
  };
}

/** As the post step does: from the last recorded fact, which was JSON in between. */
async function releaseLast({ records }: NotedClaims<FileRecord>): Promise<ReleaseOutcome> {
  const record = parseFileRecord(JSON.parse(JSON.stringify(records.at(-1))));
  if (record === undefined) throw new Error('nothing was claimed');
  return releaseFile(record);
}
