import path from 'node:path';
import { formsOf, isLeak, type KeyOptions, measure } from '../masks/measure.ts';
import { measurePassphrase, passphraseForms } from '../masks/passphrase.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import type { TestBed } from '../test-bed.ts';

/** New passphrases. */
const passphrases = 10;

const passphrase = 'correct horse battery staple';

/** A key, and how many new ones: RSA with 4096 bits takes half a second. */
type KeyKind = KeyOptions & {
  readonly name: string;
  readonly count: number;
  /** A form in which it is not masked. */
  readonly except?: string;
};

const onRunner = { inputs: { 'generate-on': 'runner' }, format: 'pem' } as const;
const encrypted = {
  inputs: { passphrase },
  changes: `ssh-keygen -q -p -P '${passphrase}' -N '' -f copy > /dev/null`,
  format: 'pem',
} as const;

/** It needs the masks of the whole file, and ssh-keygen writes other random numbers into it. */
const twice = 'base64 -w0 twice';

const keyKinds: readonly KeyKind[] = [
  { ...onRunner, name: 'create, RSA generated on the runner', type: 'rsa', count: 6 },
  { ...onRunner, name: 'create, ED25519 generated on the runner', type: 'ed25519', count: 20 },
  {
    ...encrypted,
    name: 'create, RSA encrypted, passphrase removed',
    type: 'rsa',
    count: 6,
    except: twice,
  },
  {
    ...encrypted,
    name: 'create, ED25519 encrypted, passphrase removed',
    type: 'ed25519',
    count: 6,
    except: twice,
  },
];

/** A later step prints a key that EC2 never had, one whose passphrase it removed, or a passphrase. */
export const runnerMasks: Suite = {
  name: 'masks of the runner',
  about:
    'A later step prints, in the same forms, keys that were generated on the runner, and keys whose passphrase it removed; encrypted files; and passphrases in quotes, JSON, URLs, and base64',
  rows: [
    ...keyKinds.map(
      (kind, row): Row => ({
        operation: kind.name,
        fault: `printed in ${formsOf(kind).masked.filter(({ name }) => name !== kind.except).length} forms`,
        cases: async () =>
          Array.from(
            { length: kind.count },
            (_, index): TestCase => ({
              name: `key ${index + 1}`,
              run: (testBed) => printKey(kind, `runner-masks-${row}-${index}`, testBed),
            }),
          ),
      }),
    ),
    {
      operation: 'create, encrypted PEM and PPK',
      fault: `file, and passphrase printed in ${Object.keys(passphraseForms).length} forms`,
      cases: async () =>
        Array.from(
          { length: passphrases },
          (_, index): TestCase => ({
            name: `passphrase ${index + 1}`,
            run: async ({ actionFolder, folder }) =>
              findingOf(
                await measurePassphrase(
                  index % 2 === 0 ? 'pem' : 'ppk',
                  actionFolder,
                  path.join(folder, `passphrase-masks-${index}`),
                ),
              ),
          }),
        ),
    },
  ],
};

async function printKey(kind: KeyKind, name: string, { actionFolder, folder }: TestBed): Promise<Finding> {
  const { forms, publicTextsMissing } = await measure(kind, actionFolder, path.join(folder, name));
  const leaks = formsOf(kind).masked.filter(
    (form) => form.name !== kind.except && isLeak(form, forms.get(form.name)),
  );
  return findingOf([
    ...leaks.map((form) => `${forms.get(form.name)?.longestRun} characters can be read: ${form.name}`),
    ...publicTextsMissing.map((text) => `${text} is public, but masked`),
  ]);
}

function findingOf(problems: readonly string[]): Finding {
  return { problems, pairsLeft: 0, filesLeft: 0, leaks: problems.length };
}
