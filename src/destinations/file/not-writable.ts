import { KeyPairError } from '../../errors.ts';

/** Codes that Node.js has no name for: EDQUOT on Linux and on macOS. */
const unnamed = new Map([
  ['Unknown system error -122', 'EDQUOT'],
  ['Unknown system error -69', 'EDQUOT'],
]);

/** What the system's codes mean. Others are shown as they are. */
const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['EDQUOT', 'the disk quota is exceeded'],
  ['EIO', 'the disk or network drive reported an error'],
  ['ENOSPC', 'the disk is full'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
]);

/** @param cause - The file system's error. Only its code is shown: the text may be confidential. */
export function describeNotWritable(target: string, folder: string, cause: unknown): KeyPairError {
  const why = whyNotWritable(cause);
  return new KeyPairError('PATH_NOT_WRITABLE', `Cannot create ${target} in ${folder}${why}.`, {
    hint: 'Set a private-key-path in a folder that this job can write to, or leave it out.',
    cause,
  });
}

/** Continues "cannot create something": `: permission denied (EACCES)`; empty for an error without a code. */
export function whyNotWritable(cause: unknown): string {
  const given = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const code = unnamed.get(given) ?? given;
  const reason = reasons.get(code);
  return code === '' ? '' : reason === undefined ? ` (${code})` : `: ${reason} (${code})`;
}
