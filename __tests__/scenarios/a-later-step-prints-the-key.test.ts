import { describe, expect, test } from '@jest/globals';
import { formsOf, type KeyWish, measure } from '../../torture/masks/measure.ts';
import { leak } from '../../torture/suites/masks.ts';
import { actionFolder, openScenario } from '../lib/scenario.ts';

describe.each<KeyWish>([
  { type: 'rsa', format: 'pem' },
  { type: 'ed25519', format: 'pem' },
  { type: 'rsa', format: 'ppk' },
  { type: 'ed25519', format: 'ppk' },
])('of a key ($type, $format) that a later step prints', (wish) => {
  // Two hundred keys of each kind: `npm run torture -- --only masks`.
  test('the secret cannot be read where README says that it is masked, and what is public can', async () => {
    await using scenario = await openScenario();

    const { runs, publicTextsMissing } = await measure(wish, actionFolder, `${scenario.aside}/job`);

    const { masked, readable } = formsOf(wish);
    const isLeak = ({ name }: { readonly name: string }) => (runs.get(name) ?? Infinity) >= leak;
    expect(masked.filter(isLeak)).toEqual([]);
    expect(readable.filter(isLeak)).toEqual(readable);
    expect(publicTextsMissing).toEqual([]);
  });
});
