import { KeyPairError } from '../../errors.ts';

/** @param target - The file that cannot be created, if the obstacle is one of its folders. */
export function pathTaken(existing: string, what: string, target?: string): KeyPairError {
  if (target !== undefined) {
    return new KeyPairError('PATH_TAKEN', `${existing} is ${what}, so ${target} cannot be created.`, {
      hint: 'Set another private-key-path.',
    });
  }
  return new KeyPairError('PATH_TAKEN', `${existing} already exists (${what}). It was left untouched.`, {
    hint: 'Set another private-key-path, or delete the existing file in an earlier step.',
  });
}

/** Loaded only when it is needed. As `describeNotWritable`. */
export async function notWritable(target: string, folder: string, cause: unknown): Promise<KeyPairError> {
  const { describeNotWritable } = await import('./not-writable.ts');
  return describeNotWritable(target, folder, cause);
}

export function pathEscapes(target: string, real: string): KeyPairError {
  return new KeyPairError(
    'PATH_LEADS_OUT',
    `${target} passes through a symbolic link to ${real}. Links are not followed.`,
    {
      hint: 'Set a private-key-path without links to other places. A checked-out repository can contain such links.',
    },
  );
}
