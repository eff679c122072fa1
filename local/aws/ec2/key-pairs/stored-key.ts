import { type CreatedKey, SSH_NAMES } from '../../keys/created-key.ts';
import { fingerprintOfCreated, fingerprintOfImported } from '../../keys/fingerprint.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import type { StoredKeyPair } from './store.ts';

/** What EC2 stores about the key itself. */
type StoredKey = Pick<StoredKeyPair, 'type' | 'fingerprint' | 'publicKey' | 'imported'>;

/** For a key that EC2 created. */
export function storedCreatedKey(key: CreatedKey): StoredKey {
  return {
    type: key.type,
    fingerprint: fingerprintOfCreated(key),
    publicKey: `${SSH_NAMES[key.type]} ${key.publicBlob.toString('base64')}`,
    imported: false,
  };
}

/** For an imported public key. */
export function storedImportedKey(key: PublicKey): StoredKey {
  return {
    type: key.type,
    fingerprint: fingerprintOfImported(key),
    publicKey: `${SSH_NAMES[key.type]} ${key.blob.toString('base64')}`,
    imported: true,
  };
}
