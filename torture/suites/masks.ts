import path from 'node:path';
import { formsOf, isLeak, type KeyOptions, measure } from '../masks/measure.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import type { TestBed } from '../test-bed.ts';

/** New keys of each kind. */
const keys = 100;

const keyKinds: readonly KeyOptions[] = [
  { type: 'rsa', format: 'pem' },
  { type: 'ed25519', format: 'pem' },
  { type: 'rsa', format: 'ppk' },
  { type: 'ed25519', format: 'ppk' },
];

/** A later step prints the key in every form that docs/masking.md lists as masked. */
export const masks: Suite = {
  name: 'masks',
  about: `A later step prints the private key in every form that docs/masking.md lists as masked, ${keys} new keys of each kind`,
  rows: keyKinds.map(
    (options): Row => ({
      operation: `create, ${options.type}, ${options.format}`,
      fault: `printed in ${formsOf(options).masked.length} forms`,
      cases: async (): Promise<TestCase[]> =>
        Array.from({ length: keys }, (_, index) => ({
          name: `key ${index + 1}`,
          run: (testBed) => printKey(options, index, testBed),
        })),
    }),
  ),
};

async function printKey(
  options: KeyOptions,
  index: number,
  { actionFolder, folder }: TestBed,
): Promise<Finding> {
  const root = path.join(folder, `masks-${options.type}-${options.format}-${index}`);
  const { forms, publicTextsMissing } = await measure(options, actionFolder, root);
  const leaks = formsOf(options).masked.filter((form) => isLeak(form, forms.get(form.name)));
  return {
    problems: [
      ...leaks.map(
        ({ name }) => `${forms.get(name)?.longestRun} characters of the secret can be read: ${name}`,
      ),
      ...publicTextsMissing.map((name) => `${name} is public, but masked`),
    ],
    pairsLeft: 0,
    filesLeft: 0,
    leaks: leaks.length,
  };
}
