import { fingerprintOfImported, fingerprintOfMade } from '../../keys/fingerprint.ts';
import { type MadeKey, SSH_NAMES } from '../../keys/made-key.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import type { StoredKeyPair } from './store.ts';

/** What EC2 keeps of the key itself. */
type StoredKey = Pick<StoredKeyPair, 'type' | 'fingerprint' | 'publicKey' | 'imported'>;

/** Of a key that EC2 made. */
export function storedMadeKey(key: MadeKey): StoredKey {
  return {
    type: key.type,
    fingerprint: fingerprintOfMade(key),
    publicKey: `${SSH_NAMES[key.type]} ${key.publicBlob.toString('base64')}`,
    imported: false,
  };
}

/** Of a key whose public half was imported. */
export function storedImportedKey(key: PublicKey): StoredKey {
  return {
    type: key.type,
    fingerprint: fingerprintOfImported(key),
    publicKey: `${SSH_NAMES[key.type]} ${key.blob.toString('base64')}`,
    imported: true,
  };
}
