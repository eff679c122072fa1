import { randomInt } from 'node:crypto';
import path from 'node:path';
import { RecordedKeys, startLocalAws } from '../../local/aws/server.ts';
import { type StepRun, startJob } from '../../local/runner/job.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import { type KeyOptions, maskerOf, rawOf, sectionsOf } from './measure.ts';
import { readableIn } from './readable.ts';
import { changesIn } from './secret-text.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const others = ` !"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~`;

/** How many other passphrases show which characters of a printed text depend on the passphrase. */
const comparisons = 12;

/** Characters in a row. Fewer than this can stay readable at the ends of base64 in a larger text. */
const leakLength = 5;

const node = (code: string) => `"$NODE" -e '${code}'`;

/** How a later step prints the variable `P`: by the programs themselves. */
export const passphraseForms: Readonly<Record<string, string>> = {
  'as it is': `printf '%s\n' "$P"`,
  'in quotes by Bash': `printf '%q\n' "$P"; printf '%s\n' "\${P@Q}"; declare -p P`,
  'traced by Bash': '(set -x; : "$P") 2>&1',
  base64: 'printf %s "$P" | base64 -w0',
  'base64 with a newline': 'echo "$P" | base64',
  'base64 of user:passphrase': String.raw`printf 'ubuntu:%s\n' "$P" | base64 -w0; printf 'root:%s' "$P" | openssl base64 -A`,
  'base64 of JSON': node('console.log(btoa(JSON.stringify({ a: 1, p: process.env.P, z: 1 })))'),
  'in JSON': node('console.log(JSON.stringify({ p: process.env.P }))'),
  'in a URL': node('console.log(encodeURIComponent(process.env.P))'),
  'in a form': node('console.log(String(new URLSearchParams({ p: process.env.P })))'),
  'by console.log': node('console.log({ p: process.env.P })'),
};

/**
 * Runs one job: the action encrypts a file with a new passphrase, and a step prints the passphrase in every form, and the
 * file. Returns what can be read, and what is masked without need, as sentences.
 */
export async function measurePassphrase(
  format: KeyOptions['format'],
  actionFolder: string,
  root: string,
): Promise<string[]> {
  const passphrases = somePassphrases();
  const keys = new RecordedKeys();
  const aws = await startLocalAws({ keys });
  try {
    const run = await startJob({
      steps: [
        {
          id: 'key',
          uses: './',
          with: { 'key-type': 'ed25519', 'key-format': format, passphrase: '${{ secrets.PASSPHRASE }}' },
        },
        { name: 'print', run: passphrases.flatMap(printed).join('\n'), env: { NODE: process.execPath } },
        { name: 'file', run: 'cat "$KEY"', env: { KEY: '${{ steps.key.outputs.private-key-path }}' } },
      ],
      secrets: { PASSPHRASE: passphrases[0] ?? '' },
      actions: { './': actionFolder },
      node: process.execPath,
      root,
      host: {
        PATH: process.env['PATH'] ?? '',
        NODE_COMPILE_CACHE: path.join(path.dirname(root), 'compile-cache'),
        ...Object.fromEntries(passphrases.map((value, at) => [`P${at}`, value])),
        ...aws.environment('eu-west-1'),
      },
    }).finished;
    const [key, print, file] = run.steps;
    if (run.conclusion !== 'success' || key === undefined || print === undefined || file === undefined)
      throw new Error(`The job failed:\n${run.log}`);
    return [
      ...leaksOf(key, sectionsOf(rawOf(print))),
      ...problemsOfFile(file, SecretPieces.ofKeys(keys.taken)),
    ];
  } finally {
    await aws.close();
  }
}

function leaksOf(key: StepRun, sections: ReadonlyMap<string, string>): string[] {
  const masker = maskerOf(key);
  return Object.keys(passphraseForms).flatMap((name) => {
    const [text = '', ...others] = Array.from(
      { length: comparisons + 1 },
      (_, at) => sections.get(headingOf(name, at)) ?? '',
    );
    const secretAt = changesIn(text, { anyCharacters: others, lettersOnly: others });
    if (readableIn(text, secretAt, []).longestRun < leakLength)
      throw new Error(`${name} shows nothing of the secret`);
    const { longestRun } = readableIn(text, secretAt, masker.hits(text));
    return longestRun < leakLength ? [] : [`${longestRun} characters of the passphrase can be read: ${name}`];
  });
}

/** The encrypted file is no secret: none of it is masked, and nothing of the key is in it. */
function problemsOfFile(file: StepRun, pieces: SecretPieces): string[] {
  const text = rawOf(file);
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  return [
    ...(/^Private-MAC: |^-----END OPENSSH PRIVATE KEY-----$/m.test(text) ? [] : ['the file was not printed']),
    ...(lines.every((line) => file.log.includes(line)) ? [] : ['the encrypted file is masked']),
    ...(pieces.countIn(text) === 0 ? [] : ['the encrypted file contains pieces of the key']),
  ];
}

function printed(_: string, at: number): string[] {
  return [
    `export P="$P${at}"`,
    ...Object.entries(passphraseForms).flatMap(([name, command]) => [
      `echo '${headingOf(name, at)}'`,
      command,
      'echo',
    ]),
  ];
}

function headingOf(name: string, at: number): string {
  return `== ${name} ${at}`;
}

/** Passphrases that differ in all letters and digits, and in nothing else, so that what is printed has the same length. */
function somePassphrases(): string[] {
  const kinds = [...Array.from({ length: 16 }, () => ''), ...others].sort(() => randomInt(3) - 1);
  // So many in a row that base64 without masks shows a leak.
  const pattern = [...Array.from({ length: 6 }, () => ''), ...kinds, ''];
  return Array.from({ length: comparisons + 1 }, () =>
    pattern.map((kind) => (kind === '' ? letters.charAt(randomInt(letters.length)) : kind)).join(''),
  );
}
