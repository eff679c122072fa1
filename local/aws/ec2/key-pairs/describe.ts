import type { QueryOperation } from '../../query-service.ts';
import { listElement } from '../../xml.ts';
import { type FilterFields, readFilters } from '../filters.ts';
import { blankName, checkKeyPairId, idNotFound, nameNotFound } from './parameters.ts';
import { describedPairElements } from './response.ts';
import type { StoredKeyPair } from './store.ts';

const FIELDS: FilterFields<StoredKeyPair> = {
  'key-pair-id': ({ id }) => [id],
  'key-name': ({ name }) => [name],
  fingerprint: ({ fingerprint }) => [fingerprint],
};

/**
 * DescribeKeyPairs: a name or ID that does not exist fails the whole call; a filter without a match does not. No pages.
 */
export const describeKeyPairs: QueryOperation = {
  parameters: ['KeyName', 'KeyPairId', 'Filter', 'IncludePublicKey'],
  prepare(parameters) {
    const names = parameters.list('KeyName');
    if (names.includes('')) throw blankName();
    const ids = parameters.list('KeyPairId').map(checkKeyPairId);
    const passes = readFilters(parameters, FIELDS);
    const include = { publicKey: parameters.flag('IncludePublicKey') };
    return ({ region, view }) => {
      const shown = view(region.keyPairs.read());
      const missingName = names.find((name) => !shown.some((pair) => pair.name === name));
      if (missingName !== undefined) throw nameNotFound(missingName);
      const missingId = ids.find((id) => !shown.some((pair) => pair.id === id));
      if (missingId !== undefined) throw idNotFound(missingId);
      const everything = names.length === 0 && ids.length === 0;
      const selected = shown.filter(({ name, id }) => everything || names.includes(name) || ids.includes(id));
      const items = selected.filter(passes).map((pair) => describedPairElements(pair, include));
      return listElement('keySet', items);
    };
  },
};
