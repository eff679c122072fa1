import { readImportedKey } from '../../keys/public-key.ts';
import type { QueryOperation } from '../../query-service.ts';
import { needsForTags, readTagSpecification } from '../tags.ts';
import { newPairElements } from './answer.ts';
import { readNewKeyName } from './parameters.ts';
import { storedImportedKey } from './stored-key.ts';

/** ImportKeyPair: PublicKeyMaterial is the key's text in base64, as for every blob of the Query protocol. */
export const importKeyPair: QueryOperation = {
  parameters: ['KeyName', 'PublicKeyMaterial', 'TagSpecification'],
  secrets: ['PublicKeyMaterial'],
  alsoNeeds: needsForTags,
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
