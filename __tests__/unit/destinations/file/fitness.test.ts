import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { fitnessWarnings, type HandedOnFile } from '../../../../src/destinations/file/fitness.ts';
import { containerParts, freshEd25519, freshRsa, opensshPem } from '../../../lib/keys.ts';

const rsa = freshRsa();
const openSsh = opensshPem(containerParts(freshEd25519().key, ''));
const pkcs8 = (pem: string): string =>
  createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString();
const formats = { openSsh, pkcs1: rsa.pem, pkcs8: pkcs8(rsa.pem) };

function warningsOf(text: string, more: Partial<HandedOnFile> = {}): string[] {
  const stats = { mode: 0o100600n, uid: 1001n };
  return fitnessWarnings({
    path: '/w/key',
    text,
    stats,
    keyType: 'rsa',
    format: 'pem',
    userId: 1001,
    ...more,
  });
}

/** How a file may be changed, and why ssh would then refuse a key in OpenSSH format, and one in PEM. Tried with OpenSSH 9.2. */
const changes: readonly (readonly [
  name: string,
  change: (text: string) => string,
  openSsh: string | undefined,
  pem: string | undefined,
])[] = [
  ['as it was', (text) => text, undefined, undefined],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n'), 'CRLF', undefined],
  ['CR', (text) => text.replaceAll('\n', '\r'), 'line breaks are missing', 'line breaks are missing'],
  ['no final newline', (text) => text.trimEnd(), 'does not end with a newline', undefined],
  ['a BOM', (text) => `\uFEFF${text}`, 'byte order mark', undefined],
  ['a blank line in front', (text) => `\n${text}`, 'blank lines', undefined],
  ['blanks in front', (text) => `  ${text}`, 'spaces', 'spaces'],
  ['every line indented', (text) => text.replace(/^(?=.)/gm, '  '), 'spaces', 'spaces'],
  ['spaces at the end of lines', (text) => text.replaceAll('\n', ' \n'), 'spaces', undefined],
  ['a blank line between lines', (text) => text.replaceAll('\n', '\n\n'), undefined, 'blank lines'],
  ['all on one line', (text) => `${text.trimEnd().replaceAll('\n', ' ')}`, 'line breaks', 'line breaks'],
  ['text in front', (text) => `a comment\n${text}`, 'other text', undefined],
  ['text behind', (text) => `${text}a comment\n`, undefined, undefined],
  ['quotes around it', (text) => `"${text.trimEnd()}"\n`, 'other text', 'other text'],
  ['a key in front', (text) => `key: ${text}`, 'other text', 'other text'],
  ['text behind its END line', (text) => text.replace(/\n$/, ' # end\n'), 'other text', 'other text'],
  ['spaces behind its END line', (text) => text.replace(/\n$/, '  \n'), 'spaces', undefined],
  ['text behind its BEGIN line', (text) => text.replace('\n', ' # begin\n'), 'other text', 'other text'],
  [
    'no newline before its END line',
    (text) => text.replace('\n-----END', '-----END'),
    'other text',
    'other text',
  ],
  ['no-break spaces at the end of lines', (text) => text.replaceAll('\n', '\u00a0\n'), 'spaces', undefined],
  ['a blank line behind its BEGIN line', (text) => text.replace('\n', '\n\n'), undefined, undefined],
  [
    'a blank line before its END line',
    (text) => text.replace('\n-----END', '\n\n-----END'),
    undefined,
    'blank',
  ],
];

describe.each(changes)('a private key file with %s', (_, change, ofOpenSsh, ofPem) => {
  test.each(['openSsh', 'pkcs1', 'pkcs8'] as const)(
    'is handed on with a warning if ssh refuses it (%s)',
    (format) => {
      const expected = format === 'openSsh' ? ofOpenSsh : ofPem;
      const warnings = warningsOf(change(formats[format]));
      expect(warnings).toEqual(expected === undefined ? [] : [expect.stringContaining(expected)]);
      for (const warning of warnings) {
        expect(warning).toMatch(/^ssh refuses the private key file \/w\/key: it/);
        expect(warning).toMatch(
          /\. (To fix it \(GNU sed\): LC_ALL=C sed -i '.*' \/w\/key|Write the key .*\.)$/,
        );
      }
    },
  );
});

describe('other users of the machine', () => {
  test.each([
    [0o600n, undefined],
    [0o400n, undefined],
    [0o700n, undefined],
    [0o640n, '0640'],
    [0o644n, '0644'],
    [0o666n, '0666'],
    [0o604n, '0604'],
  ])('with mode %s, are named if ssh refuses the file for them', (mode, octal) => {
    const warnings = warningsOf(openSsh, { stats: { mode: 0o100000n | mode, uid: 1001n } });
    expect(warnings).toEqual(
      octal === undefined
        ? []
        : [
            `ssh refuses the private key file /w/key: other users may access it (mode ${octal}). To fix it: chmod 600 /w/key`,
          ],
    );
  });

  test.each<[string, Partial<HandedOnFile>]>([
    ['of another owner, whose mode ssh does not look at', { userId: 1002 }],
    ['on Windows, which has no modes', { userId: undefined }],
  ])('do not matter for a file %s', (_, more) => {
    expect(warningsOf(openSsh, { stats: { mode: 0o100644n, uid: 1001n }, ...more })).toEqual([]);
  });
});

test('everything that is wrong with a file is in one warning', () => {
  const stats = { mode: 0o100644n, uid: 1001n };
  expect(warningsOf(openSsh.trimEnd(), { stats })).toEqual([
    expect.stringMatching(
      /: it does not end with a newline, and other users may access it \(mode 0644\)\. To fix it \(GNU sed\): LC_ALL=C sed -i '.*' \/w\/key\nTo fix it: chmod 600 \/w\/key$/,
    ),
  ]);
});

test('an ED25519 key in PKCS#8 is one that only new versions of ssh can read', () => {
  const { key } = freshEd25519();
  const encrypted = { cipher: 'aes-256-cbc', passphrase: 'a passphrase' };
  for (const more of [{}, encrypted]) {
    const text = key.export({ type: 'pkcs8', format: 'pem', ...more }).toString();
    for (const changed of [text, `  ${text}`]) {
      expect(warningsOf(changed, { keyType: 'ed25519' })).toEqual([
        expect.stringContaining('only OpenSSH 9.6 and newer can read'),
      ]);
    }
  }
});

describe('a key that OpenSSL encrypted under headers', () => {
  const text = rsa.key
    .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'a passphrase' })
    .toString();

  test.each<[string, (text: string) => string]>([
    ['as it was written', (given) => given],
    ['with CRLF', (given) => given.replaceAll('\n', '\r\n')],
    ['with a BOM', (given) => `\uFEFF${given}`],
    ['without the final newline', (given) => given.trimEnd()],
    ['with text around it', (given) => `a comment\n${given}more\n`],
    ['with spaces at the end of lines', (given) => given.replaceAll('\n', ' \n')],
  ])('is read by ssh %s', (_, change) => {
    expect(warningsOf(change(text))).toEqual([]);
  });

  test('is never given a command that deletes the blank line behind the headers, without which it is lost', () => {
    for (const changed of [
      text.replace(/^(?=.)/gm, '  '),
      text.replaceAll('\n', '\n\n'),
      text.replace('\n', '\n\n'),
      text.replace('\n\n', '\n'),
      text.replace('\n-----END', '\n\n-----END'),
      text.replace(/\n$/, ' # end\n'),
      `"${text}"`,
    ])
      expect(warningsOf(changed)).toEqual([
        expect.stringMatching(/\. Write the key to the file as the program that made it wrote it\.$/),
      ]);
  });
});

describe('a file in another format', () => {
  const ppk = 'PuTTY-User-Key-File-2: ssh-rsa\r\n';

  test('than key-format asks for is named', () => {
    expect(warningsOf(openSsh, { format: 'ppk' })).toEqual([expect.stringContaining('not in PuTTY')]);
    expect(warningsOf(ppk)).toEqual([expect.stringContaining("it is in PuTTY's format")]);
  });

  test('is as it should be if key-format or its name says PPK', () => {
    expect(warningsOf(ppk, { format: 'ppk' })).toEqual([]);
    expect(warningsOf(ppk, { path: '/w/key.ppk' })).toEqual([]);
  });
});
