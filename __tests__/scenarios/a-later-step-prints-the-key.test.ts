import { describe, expect, test } from '@jest/globals';
import { formsOf, isLeak, type KeyOptions, measure } from '../../torture/masks/measure.ts';
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

    const { forms, publicTextsMissing } = await measure(options, actionFolder, `${scenario.aside}/job`);

    const { masked, readable } = formsOf(options);
    const readableIn = (list: typeof masked) =>
      list.filter((form) => isLeak(form, forms.get(form.name))).map(({ name }) => name);
    expect(readableIn(masked)).toEqual([]);
    expect(readableIn(readable)).toEqual(readable.map(({ name }) => name));
    expect(publicTextsMissing).toEqual([]);
  });
});
