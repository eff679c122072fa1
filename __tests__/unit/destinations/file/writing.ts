import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FileParts, fileDestination } from '../../../src/delivery/file.ts';
import { type FileRecord, fileClaims } from '../../../src/delivery/file-claim.ts';
import { lookAtPath, meantPath } from '../../../src/delivery/file-path.ts';
import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from '../../../src/keys/private-key.ts';
import type { JobFolders } from '../../lib/job-folders.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { NotedClaims } from '../../lib/noted-claims.ts';

/** What a test varies of a file's delivery. */
export type Variation = Partial<Pick<FileParts, 'format' | 'lasts' | 'takeFromOthers'>>;

/**
 * A private key, and the text that a PEM file of it must hold. What registers the masks of a text in another format can
 * be set: the masks of the key itself are not passed to it.
 */
export async function maskedKey(
  registerMasks: RegisterMasks = async () => {},
): Promise<{ readonly key: MaskedPrivateKey; readonly pem: string }> {
  const { pem } = freshEd25519();
  let exists = false;
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(pem), async (values) => {
    if (exists) await registerMasks(values);
  });
  exists = true;
  return { key, pem };
}

/** A file for a private key at a path that was looked at, with the claim that was made for it. */
export async function openFile(given: string, folders: JobFolders, variation: Variation = {}) {
  const claims = new NotedClaims<FileRecord>();
  const free = await lookAtPath(meantPath(given, folders), folders);
  const destination = fileDestination({
    free,
    format: 'pem',
    lasts: 'job',
    keyName: 'deploy',
    takeFromOthers: undefined,
    claims,
    ...variation,
  });
  return {
    claims,
    destination,
    /** As post would: by what stands in the ledger, after JSON. */
    release() {
      const record = fileClaims.parse(JSON.parse(JSON.stringify(claims.records.at(-1))));
      if (record === undefined) throw new Error('nothing was claimed');
      return fileClaims.release(record);
    },
  };
}

/** All that stands below a folder: paths with the mode of files and folders, links as links. */
export function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      const kind = entry.isSymbolicLink() ? 'link' : (statSync(full).mode & 0o777).toString(8);
      return `${path.relative(folder, full)} ${kind}`;
    })
    .sort();
}

/** Names of what stands in a folder, which are the same where there are no modes. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** Every file below a folder, links not followed, that holds this text. */
export function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => existsSync(file) && readFileSync(file, 'utf8').includes(text));
}
