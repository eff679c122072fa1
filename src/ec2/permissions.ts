import { isNamed } from '../aws/errors.ts';
import type { Tag } from '../ownership.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { ExistingKeyPair, ImportedKeyPair } from './requests.ts';
import { ec2ErrorNames } from './responses.ts';

type Checks = Pick<KeyPairs, 'checkPermission'>;

/**
 * Asks EC2 whether it would delete a key pair, and changes nothing.
 *
 * @returns Whether the key pair exists. True if EC2 does not say.
 * @throws AwsError if EC2 would not allow it, or did not answer.
 */
export function mayDelete(pair: ExistingKeyPair, keyPairs: Checks): Promise<boolean> {
  return isAllowedUnless(ec2ErrorNames.notFound, () =>
    keyPairs.checkPermission({ call: 'DeleteKeyPair', pair }),
  );
}

/**
 * Asks EC2 whether it would allow an import, and changes nothing. Whether the name is free does not matter.
 *
 * @throws AwsError if EC2 would not allow it, or did not answer.
 */
export async function requireMayImport(pair: ImportedKeyPair, keyPairs: Checks): Promise<void> {
  await isAllowedUnless(ec2ErrorNames.duplicate, () =>
    keyPairs.checkPermission({ call: 'ImportKeyPair', pair }),
  );
}

/**
 * Asks EC2 whether it would set tags, and changes nothing. The key pair may be so new that EC2 does not know it everywhere.
 *
 * @throws AwsError if EC2 would not allow it, or did not answer.
 */
export async function requireMayTag(
  pair: ExistingKeyPair,
  tags: readonly Tag[],
  keyPairs: Checks,
): Promise<void> {
  await isAllowedUnless(ec2ErrorNames.notFound, () =>
    keyPairs.checkPermission({ call: 'CreateTags', pair, tags }),
  );
}

async function isAllowedUnless(error: string, check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (thrown) {
    if (isNamed(thrown, error)) return false;
    throw thrown;
  }
}
