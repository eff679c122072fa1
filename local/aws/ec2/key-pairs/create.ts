import { privateKeyText } from '../../keys/private-key-text.ts';
import type { QueryOperation } from '../../query-service.ts';
import { textElement } from '../../xml.ts';
import { permissionsForTags, readTagSpecification } from '../tags.ts';
import { readChoice, readNewKeyName } from './parameters.ts';
import { newPairElements } from './response.ts';
import { storedCreatedKey } from './stored-key.ts';

/** CreateKeyPair: the only call whose response contains the private key. */
export const createKeyPair: QueryOperation = {
  parameters: ['KeyName', 'KeyType', 'KeyFormat', 'TagSpecification'],
  alsoNeeds: permissionsForTags,
  prepare(parameters) {
    const name = readNewKeyName(parameters);
    const type = readChoice(parameters, 'KeyType', ['rsa', 'ed25519']);
    const format = readChoice(parameters, 'KeyFormat', ['pem', 'ppk']);
    const tags = readTagSpecification(parameters, 'key-pair');
    return async ({ region, keys }) => {
      region.keyPairs.checkCanAdd(name);
      const key = await keys.take(type);
      const stored = region.keyPairs.add({
        name,
        ...storedCreatedKey(key),
        tags,
        createTime: new Date(),
      });
      return newPairElements(stored) + textElement('keyMaterial', privateKeyText(key, format, name));
    };
  },
};
