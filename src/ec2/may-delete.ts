import { isNamed } from '../aws/errors.ts';
import type { KeyPairs } from './key-pairs.ts';
import { ec2ErrorNames, type KeyPair } from './responses.ts';

/**
 * Asks EC2 whether it would delete a key pair, and changes nothing.
 *
 * @returns Whether the key pair exists.
 * @throws AwsError if EC2 would not allow it, or did not answer.
 */
export async function mayDelete(pair: KeyPair, keyPairs: KeyPairs): Promise<boolean> {
  try {
    await keyPairs.checkPermission({ call: 'DeleteKeyPair', pair });
    return true;
  } catch (error) {
    if (isNamed(error, ec2ErrorNames.notFound)) return false;
    throw error;
  }
}
