import { AwsError } from '../../aws-error.ts';
import { missingParameter } from '../../query.ts';
import type { QueryOperation } from '../../query-service.ts';
import { textElement } from '../../xml.ts';
import { blankName, checkKeyPairId, idNotFound } from './parameters.ts';

/**
 * DeleteKeyPair: succeeds without an ID for an unknown name, and fails with InvalidKeyPair.NotFound for an unknown ID.
 */
export const deleteKeyPair: QueryOperation = {
  parameters: ['KeyName', 'KeyPairId'],
  prepare(parameters) {
    const name = parameters.text('KeyName');
    const id = parameters.text('KeyPairId');
    if (name === '') throw blankName();
    if (id !== undefined) checkKeyPairId(id);
    if (name !== undefined && id !== undefined) {
      const message = 'The parameters KeyName and KeyPairId cannot be used together';
      throw new AwsError('InvalidParameterCombination', message);
    }
    if (name === undefined && id === undefined) throw missingParameter('KeyName or KeyPairId');
    return ({ region: { keyPairs } }) => {
      const pair = id === undefined ? keyPairs.byName(name ?? '') : keyPairs.byId(id);
      if (id !== undefined && pair === undefined) throw idNotFound(id);
      if (pair === undefined) return textElement('return', 'true');
      keyPairs.remove(pair.id);
      return textElement('return', 'true') + textElement('keyPairId', pair.id);
    };
  },
};
