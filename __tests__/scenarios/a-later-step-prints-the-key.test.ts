import { describe, expect, test } from '@jest/globals';
import { leakLength } from '../../test-support/secret-pieces.ts';
import { formsOf, type KeyOptions, measure } from '../../torture/masks/measure.ts';
import { actionFolder, openScenario } from '../lib/scenario.ts';

describe.each<KeyOptions>([
  { type: 'rsa', format: 'pem' },
  { type: 'ed25519', format: 'pem' },
  { type: 'rsa', format: 'ppk' },
  { type: 'ed25519', format: 'ppk' },
])('when a later step prints a key ($type, $format)', (options) => {
  // `npm run torture -- --only masks` does this with 200 keys of each kind.
  test('the secret is masked in every form that docs/masking.md lists, and public outputs are not masked', async () => {
    await using scenario = await openScenario();

    const { runs, publicTextsMissing } = await measure(options, actionFolder, `${scenario.aside}/job`);

    const { masked, readable } = formsOf(options);
    const isLeak = ({ name }: { readonly name: string }) => (runs.get(name) ?? Infinity) >= leakLength;
    expect(masked.filter(isLeak)).toEqual([]);
    expect(readable.filter(isLeak)).toEqual(readable);
    expect(publicTextsMissing).toEqual([]);
  });
});
