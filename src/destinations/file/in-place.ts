import { KeyPairError } from '../../errors.ts';
import type { createEmpty, EmptyFile, Place } from './empty-file.ts';
import type { FileRecord } from './file-record.ts';
import { notWritable } from './path-errors.ts';

/**
 * Creates the empty file at its path, where the file system cannot link it there. Never replaces anything.
 *
 * @param first - The record of the temporary file, which is deleted by now.
 * @param create - Passed in, so that this rarely needed file is small.
 * @throws KeyPairError `PATH_TAKEN`, `PATH_NOT_WRITABLE`.
 */
export async function createInPlace(
  { identity: _, ...first }: FileRecord,
  place: Place,
  create: typeof createEmpty,
): Promise<EmptyFile> {
  // On Windows, others may have access to the folder, and could open the file before it is restricted.
  if (place.owner.userId === undefined)
    throw await notWritable(
      place.target,
      place.folder,
      Object.assign(new Error(), { code: 'no hard links' }),
    );
  const record: FileRecord = { ...first, inPlace: true };
  place.claim.held(record);
  try {
    return await create(record.path, record, place);
  } catch (error) {
    // Someone else's file: it must not count as the recorded one.
    if (error instanceof KeyPairError && error.code === 'PATH_TAKEN') place.claim.held(first);
    throw error;
  }
}
