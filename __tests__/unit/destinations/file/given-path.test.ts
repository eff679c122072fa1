import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lookAtGivenPath } from '../../../../src/destinations/file/given-path.ts';
import { PrivateKey } from '../../../../src/keys/private-key.ts';
import { createJobFolders } from '../../../lib/job-folders.ts';
import { freshRsa } from '../../../lib/keys.ts';
import { createMaskedKey } from '../masked-key.ts';

const passphrase = 'correct horse';

/** What is said of an existing file. */
async function warningsOf(text: string, given: string | undefined, format: 'pem' | 'ppk' = 'pem') {
  await using job = await createJobFolders();
  const file = path.join(job.workspace, 'a key');
  writeFileSync(file, text, { mode: 0o600 });
  const { publicKey } = await PrivateKey.read(text, passphrase);
  const pair = { keyName: 'deploy', publicKey, lifetime: undefined, nonce: undefined };
  const request = { format, passphrase: given };
  const found = await lookAtGivenPath('a key', request, pair, { folders: job, userId: process.geteuid?.() });
  if (!('warnings' in found)) throw new Error('the file was not found');
  return found.warnings.map((warning) => warning.replaceAll(job.workspace, ''));
}

describe('An existing file for which a passphrase is set', () => {
  test.each([
    ['PEM', async () => freshRsa().pem, 'pem', "ssh-keygen -p -f '/a key'"],
    [
      'PuTTY',
      async () => (await createMaskedKey()).key.as('ppk', { comment: '' }),
      'ppk',
      "puttygen '/a key' -P",
    ],
  ] as const)(
    'and that is not encrypted (%s) gets a warning, since it stays so',
    async (_, text, format, remedy) => {
      const said = `is not encrypted, although passphrase is set. Existing files are left untouched. To encrypt it, at a terminal, where the program asks for the passphrase: ${remedy}`;
      expect(await warningsOf(await text(), passphrase, format)).toEqual([
        `The private key file /a key ${said}`,
      ]);
      expect(await warningsOf(await text(), undefined, format)).toEqual([]);
    },
  );

  test.each(['pem', 'ppk'] as const)('and that is encrypted (%s) gets none', async (format) => {
    const { key } = await createMaskedKey();
    const text = await key.as(format, { comment: '', passphrase });
    expect(await warningsOf(text, passphrase, format)).toEqual([]);
  });
});
