import path from 'node:path';
import { formsOf, type KeyWish, measure } from '../masks/measure.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import type { Theatre } from '../theatre.ts';

/** Fresh keys of every kind. */
const keys = 200;

/** Characters of the secret in a row that make a leak. */
export const leak = 12;

const wishes: readonly KeyWish[] = [
  { type: 'rsa', format: 'pem' },
  { type: 'ed25519', format: 'pem' },
  { type: 'rsa', format: 'ppk' },
  { type: 'ed25519', format: 'ppk' },
];

/** A later step prints the key, in every form in which README says that it is masked. */
export const masks: Suite = {
  name: 'masks',
  about: `a later step prints the private key in every form that README names; ${keys} fresh keys of each kind`,
  rows: wishes.map(
    (wish): Row => ({
      operation: `create, ${wish.type}, ${wish.format}`,
      fault: `printed in ${formsOf(wish).masked.length} forms`,
      cases: async (): Promise<Case[]> =>
        Array.from({ length: keys }, (_, index) => ({
          name: `key ${index + 1}`,
          run: (theatre) => play(wish, index, theatre),
        })),
    }),
  ),
};

async function play(wish: KeyWish, index: number, { actionFolder, folder }: Theatre): Promise<Finding> {
  const root = path.join(folder, `masks-${wish.type}-${wish.format}-${index}`);
  const { runs, publicTextsMissing } = await measure(wish, actionFolder, root);
  const leaks = formsOf(wish).masked.filter(({ name }) => (runs.get(name) ?? Infinity) >= leak);
  return {
    problems: [
      ...leaks.map(({ name }) => `${runs.get(name)} characters of the secret can be read: ${name}`),
      ...publicTextsMissing.map((name) => `${name} is public, and masked`),
    ],
    pairsLeft: 0,
    filesLeft: 0,
    leaks: leaks.length,
  };
}
