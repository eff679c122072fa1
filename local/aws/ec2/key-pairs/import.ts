import { readImportedKey } from '../../keys/public-key.ts';
import type { QueryOperation } from '../../query-service.ts';
import { permissionsForTags, readTagSpecification } from '../tags.ts';
import { readNewKeyName } from './parameters.ts';
import { newPairElements } from './response.ts';
import { storedImportedKey } from './stored-key.ts';

/** ImportKeyPair: PublicKeyMaterial is base64-encoded, as every blob in the Query protocol. */
export const importKeyPair: QueryOperation = {
  parameters: ['KeyName', 'PublicKeyMaterial', 'TagSpecification'],
  secrets: ['PublicKeyMaterial'],
  alsoNeeds: permissionsForTags,
  prepare(parameters) {
    const name = readNewKeyName(parameters);
    const material = parameters.required('PublicKeyMaterial');
    const tags = readTagSpecification(parameters, 'key-pair');
    return ({ region }) => {
      const key = readImportedKey(Buffer.from(material, 'base64').toString());
      const stored = region.keyPairs.add({
        name,
        ...storedImportedKey(key),
        tags,
        createTime: new Date(),
      });
      return newPairElements(stored);
    };
  },
};
