import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyPairError } from '../../../src/errors.ts';
import { readGivenPublicKey } from '../../../src/keys/given-public-key.ts';
import { freshRsa, pemOf, sshInteger, sshString } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';
import { PUBLIC_FORMS } from './public-forms.ts';

const ED25519 = KNOWN_KEYS[2]?.line ?? '';
const RSA = KNOWN_KEYS[0]?.line ?? '';

const wholeLine =
  'Set the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.';

function errorOf(text: string): KeyPairError {
  try {
    readGivenPublicKey(text);
  } catch (error) {
    if (error instanceof KeyPairError) return error;
    throw error;
  }
  throw new Error('the text was read as a public key');
}

function ed25519Line(point: Buffer): string {
  const blob = Buffer.concat([sshString('ssh-ed25519'), sshString(point)]);
  return `ssh-ed25519 ${blob.toString('base64')}`;
}

function rsaLine(exponent: string, modulus: Buffer): string {
  const blob = [sshString('ssh-rsa'), sshInteger(exponent), sshInteger(modulus.toString('base64url'))];
  return `ssh-rsa ${Buffer.concat(blob).toString('base64')}`;
}

function ssh2(blob: Buffer): string {
  return `---- BEGIN SSH2 PUBLIC KEY ----\n${blob.toString('base64')}\n---- END SSH2 PUBLIC KEY ----\n`;
}

function pemOfSpki(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'spki' }).toString();
}

/** UTF-16, as PowerShell 5 writes it, read as UTF-8. */
function utf16(text: string): string {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').toString('utf8');
}

function bigEndian(text: string): string {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('utf8');
}

describe.each(KNOWN_KEYS)('$name as an OpenSSH line', ({ line }) => {
  const base64 = line.split(' ')[1] ?? '';

  test.each([
    ['a final newline', `${line}\n`],
    ['CRLF', `${line}\r\n`],
    ['a BOM', `\uFEFF${line}\n`],
    ['spaces around it', `  \t${line}  `],
    ['no-break spaces', `\u00a0${line.replace(' ', '\u00a0')}\u00a0me`],
    ['zero-width characters', `\u200b${line}\u2060`],
    ['a comment', `${line} someone@example.com's "best" key`],
    ['a backslash in its comment', `${line} DOMAIN\\nancy`],
    ['two spaces between its parts', line.replace(' ', '  ')],
    ['an indented comment before it, and spaces', `  # mine\n  ${line}`],
    ['tabs between its parts', `${line.replace(' ', '\t')}\tdeploy`],
    ['blank lines and # lines around it', `# my key\n\n${line}\n\n# the end\n`],
    ['no = at the end of its base64', line.replace(/=+$/, '')],
    ['double quotes, as terraform output and jq print it', `"${line}"\n`],
    ['\\n in double quotes', `"${line} me\\n"`],
    ['single quotes', `'${line} me'`],
    ['backquotes', `\`${line}\``],
    ['\\n at its end', `${line} me\\n`],
    ['\\r\\n at its end', `${line}\\r\\n`],
    ['the heredoc of terraform output', `<<EOT\n${line} me\n\nEOT`],
    ['UTF-16', utf16(`${line} me\r\n`)],
    ['UTF-16 with a comment in Latin letters', utf16(`${line} Paweł Żółć\r\n`)],
    ['UTF-16 with other signs in its comment', utf16(`${line} 10 € – 鍵ключ\r\n`)],
    ['UTF-16 with a line before it', utf16(`# klucz Pawła: Ċ 鍵\r\n${line}\r\n`)],
    ['big-endian UTF-16 with other letters', bigEndian(`${line} Paweł, 10 €\r\n`)],
    ['UTF-16 that lacks its last byte', utf16(`${line} me\n`).slice(0, -1)],
    ['UTF-16 without a BOM', utf16(`${line}\n`).slice(2)],
    ['big-endian UTF-16', Buffer.from(`\uFEFF${line} me\n`, 'utf16le').swap16().toString('utf8')],
    ['base64 around it, as the AWS CLI takes it', Buffer.from(`${line} me\n`).toString('base64')],
    ['base64 in lines around it', Buffer.from(line).toString('base64').replace(/.{76}/g, '$&\n')],
    ['no type before its data', base64],
    ['no type before its data, and a comment', `${base64} me@example.com`],
  ])('is read with %s', (_, text) => {
    expect(readGivenPublicKey(text).openSshLine()).toBe(line);
  });
});

describe.each(PUBLIC_FORMS)('$name', ({ line, text }) => {
  test.each([
    ['as it is', text],
    ['with CRLF and a BOM', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['with CR alone, as old Macs wrote', text.replaceAll('\n', '\r')],
    ['without a final newline', text.trimEnd()],
    ['with spaces before its lines', text.replace(/^/gm, '    ')],
    ['in JSON', JSON.stringify(text)],
    ['with \\n instead of newlines', text.replaceAll('\n', '\\n')],
    ['in the heredoc of terraform output', `<<EOT\n${text}\nEOT\n`],
    ['in UTF-16', utf16(text)],
    ['in base64', Buffer.from(text).toString('base64')],
  ])('is read %s', (_, changed) => {
    expect(readGivenPublicKey(changed).openSshLine()).toBe(line);
  });

  test('is refused with the command that converts it if a part of it is missing', () => {
    for (const damaged of [text.slice(0, -40), text.replace(/.{4}\n-/, '\n-')]) {
      expect(errorOf(damaged)).toMatchObject({
        code: 'PUBLIC_KEY_UNREADABLE',
        message: expect.stringContaining('The public key is incomplete or damaged'),
      });
    }
    const option = text.includes('SSH2') ? '' : text.includes('RSA PUBLIC') ? '-m PEM ' : '-m PKCS8 ';
    expect(errorOf(text.slice(0, -40)).hint).toContain(`\`ssh-keygen -i ${option}-f <file>\``);
  });

  test('is refused if there are two of it', () => {
    expect(errorOf(text + text)).toMatchObject({
      message: 'EC2 accepts one public key, but 2 were set.',
      hint: 'Set one key, on one line.',
    });
  });
});

test('RFC 4716 headers may go on in the next line, and are left out', () => {
  const form = PUBLIC_FORMS.find(({ name }) => name.startsWith('RFC 4716'));
  const headers = 'Subject: me\nComment: one \\\nand AAAA \\\nmore\nx-own: a\\\nb\n';
  const text = form?.text.replace(/^Comment.*\n/m, headers) ?? '';
  expect(readGivenPublicKey(text).openSshLine()).toBe(form?.line);
});

test.each([
  ['SPKI', 'spki'],
  ['PKCS#1', 'pkcs1'],
] as const)('base64 of DER is read: %s', (_, type) => {
  const key = createPublicKey(freshRsa().key);
  const der = key.export({ format: 'der', type }).toString('base64');
  for (const text of [der, der.replace(/.{64}/g, '$&\n'), `"${der}"`]) {
    expect(readGivenPublicKey(text).spki()).toEqual(key.export({ format: 'der', type: 'spki' }));
  }
});

describe('an error names what EC2 does not support', () => {
  const ecdsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'der',
    type: 'spki',
  });
  test.each([
    ['ecdsa-sha2-nistp256', `ecdsa-sha2-nistp256 ${ecdsa.toString('base64')} me`],
    ['ssh-dss', 'ssh-dss AAAAB3NzaC1kc3MAAACB me'],
    ['sk-ssh-ed25519@openssh.com', 'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1l me'],
    ['sk-ecdsa-sha2-nistp256@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNr me'],
    ['ssh-ed25519-cert-v01@openssh.com', 'ssh-ed25519-cert-v01@openssh.com AAAAIHNz me'],
    ['ssh-rsa-cert-v01@openssh.com', 'ssh-rsa-cert-v01@openssh.com AAAAHHNz me'],
    ['512-bit RSA', rsaLine('AQAB', Buffer.alloc(64, 0xa5))],
    ['1023-bit RSA', rsaLine('AQAB', Buffer.alloc(128, 0x65))],
    ['16392-bit RSA', rsaLine('AQAB', Buffer.alloc(2049, 0xa5))],
    ['EC', pemOfSpki(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)],
    ['ED448', pemOfSpki(generateKeyPairSync('ed448').publicKey)],
    ['X25519', pemOfSpki(generateKeyPairSync('x25519').publicKey)],
    ['RSA-PSS', pemOfSpki(generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey)],
    ['DSA', pemOfSpki(generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).publicKey)],
    ['ssh-dss', ssh2(Buffer.concat([sshString('ssh-dss'), sshInteger('AQAB')]))],
    ['ecdsa-sha2-nistp256', sshString('ecdsa-sha2-nistp256').toString('base64')],
    ['ecdsa-sha2-nistp256', btoa('ecdsa-sha2-nistp256 AAAAE2Vj me?')],
    ['sk-ssh-ed25519@openssh.com', btoa('sk-ssh-ed25519@openssh.com AAAAGnNr me')],
    ['sk-ecdsa-sha2-nistp256@openssh.com', btoa('sk-ecdsa-sha2-nistp256@openssh.com AAAAInNr me')],
  ])('%s', (what, line) => {
    const error = errorOf(line);
    expect(error.code).toBe('PUBLIC_KEY_TYPE_NOT_SUPPORTED');
    expect(error.message).toContain(`EC2 does not support ${what}`);
    expect(error.message).toMatch(
      / keys\. It supports RSA keys \(1024, 2048 or 4096 bits\) and ED25519 keys\.$/,
    );
    expect(error.hint).toBe(
      'Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`.',
    );
  });
});

test.each([1024, 2048, 3072, 4096, 8192, 16_384])('EC2 decides on an RSA key of %i bits', (bits) => {
  expect(readGivenPublicKey(rsaLine('AQAB', Buffer.alloc(bits / 8, 0xa5))).bits).toBe(bits);
});

describe('an error about a public key says what is wrong with it', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['only a comment', '# none\n', 'empty'],
    ['two keys', `${ED25519}\n${RSA}`, 'but 2 were set'],
    ['a key broken over two lines', `${ED25519.slice(0, 40)}\n${ED25519.slice(40)}`, 'line breaks'],
    ['RFC 4716 on one line', PUBLIC_FORMS[0]?.text.replaceAll('\n', ' ') ?? '', 'damaged'],
    ['an empty RFC 4716 block', '---- BEGIN SSH2 PUBLIC KEY ----\n---- END SSH2 PUBLIC KEY ----', 'damaged'],
    ['a PEM block without data', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----', 'damaged'],
    ['JSON', '{"public_key":"x"}', 'does not start with'],
    ['DER of something else', 'MIIBigKCAYEA'.padEnd(80, 'A'), 'does not start with'],
    ['options before the key', `no-pty,command="x y" ${ED25519}`, 'text before its type'],
    ['an unknown word', 'hello world', 'does not start with'],
    ['a truncated key without its type', ED25519.slice(12, -8), 'its data is not a valid SSH key'],
    ['= within its data', `${ED25519.slice(0, 40)}=${ED25519.slice(40)}`, 'its data is not base64'],
    ['a type alone', 'ssh-ed25519', 'no data after its type'],
    ['a comment instead of the data', 'ssh-ed25519 me@example.com', 'not base64'],
    ['a truncated key', ED25519.slice(0, -8), 'not a valid ssh-ed25519 key'],
    ['a truncated RSA key', RSA.slice(0, -8), 'not a valid ssh-rsa key'],
    ['a key with something after it', `${ED25519}AAAA`, 'not a valid ssh-ed25519 key'],
    ['another type inside', ED25519.replace('ssh-ed25519', 'ssh-rsa'), 'not a valid ssh-rsa key'],
    ['an empty exponent', rsaLine('', Buffer.alloc(256, 0xa5)), 'ssh-rsa'],
    ['another algorithm in the same format', RSA.replace('AAAAB3NzaC1yc2E', 'AAAAB3NzaC1yc2I'), 'ssh-rsa'],
    ['a point of 31 bytes', ed25519Line(Buffer.alloc(31, 0xa5)), 'ssh-ed25519'],
    ['a point of 33 bytes', ed25519Line(Buffer.alloc(33, 0xa5)), 'ssh-ed25519'],
    [
      'a modulus with leading zeros',
      rsaLine('AQAB', Buffer.concat([Buffer.alloc(2), Buffer.alloc(256, 0x25)])),
      'ssh-rsa',
    ],
  ])('%s', (_, text, what) => {
    const error = errorOf(text);
    expect(error.code).toBe('PUBLIC_KEY_UNREADABLE');
    expect(error.message).toContain(what);
    expect(error.cause).toBeUndefined();
  });

  test.each([
    [
      'an X.509 certificate',
      '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
      'The public key is an X.509 certificate.',
      'Set the public key in it, which `openssl x509 -in <file> -noout -pubkey` prints.',
    ],
    [
      'a certificate request',
      '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----',
      'The public key is a certificate signing request.',
      'Set the public key in it, which `openssl req -in <file> -noout -pubkey` prints.',
    ],
    [
      'a certificate request of older programs',
      '-----BEGIN NEW CERTIFICATE REQUEST-----\nMIIB\n-----END NEW CERTIFICATE REQUEST-----',
      'The public key is a certificate signing request.',
      'Set the public key in it, which `openssl req -in <file> -noout -pubkey` prints.',
    ],
    [
      'a PGP key',
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQEN\n-----END PGP PUBLIC KEY BLOCK-----',
      'The public key is a PGP key.',
      wholeLine,
    ],
    ['nothing', '', 'The public key is empty.', wholeLine],
    [
      'line breaks',
      `${ED25519.slice(0, 40)}\n${ED25519.slice(40)}`,
      'The public key contains line breaks.',
      'Put the key on one line.',
    ],
    [
      'options',
      `no-pty ${ED25519}`,
      'The public key has text before its type, such as the options in an authorized_keys file.',
      'Remove that text: the line must start with ssh-rsa or ssh-ed25519.',
    ],
    ['something else', 'hello', 'The public key does not start with ssh-rsa or ssh-ed25519.', wholeLine],
    [
      'a type alone',
      'ssh-rsa',
      'The public key is incomplete or damaged: there is no data after its type.',
      wholeLine,
    ],
  ])('and what to do about it: %s', (_, text, message, hint) => {
    expect(errorOf(text)).toMatchObject({ code: 'PUBLIC_KEY_UNREADABLE', message, hint });
  });

  const spki = createPublicKey(freshRsa().key).export({ format: 'der', type: 'spki' });
  test.each([
    ['DER', spki.toString('utf8')],
    ['a binary', Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 7) % 256)).toString('utf8')],
    ['a JSON document', JSON.stringify({ public_key: ED25519, name: 'web' }, undefined, 2)],
    [
      'a minisign key',
      `untrusted comment: minisign public key 1\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0Q\n`,
    ],
    ['the output of terraform', `name = "web"\npublic_key = "${ED25519}"\n`],
    [
      'PEM with four dashes',
      `----BEGIN PUBLIC KEY----\n${spki.toString('base64')}\n----END PUBLIC KEY----\n`,
    ],
    ['another PEM file', pemOf('X509 CRL', spki, 64)],
    ['PKCS#7', pemOf('PKCS7', spki, 64)],
    ['a label that goes on', pemOf('RSA PUBLIC KEY 2', spki, 64)],
    ['a label that starts earlier', pemOf('EC PUBLIC KEY', spki, 64)],
  ])('what is in another format is not said to contain line breaks: %s', (_, text) => {
    expect(errorOf(text)).toMatchObject({
      code: 'PUBLIC_KEY_UNREADABLE',
      message: 'The public key is not in a supported format.',
      hint: wholeLine,
    });
  });

  test.each([
    ['with its type', `${ED25519.slice(0, 40)}\n${ED25519.slice(40)}`],
    ['with a type on a line of its own', ED25519.replace(' ', '\n')],
    ['with space before it', `  ${RSA.slice(0, 80)}\n  ${RSA.slice(80)}`],
    ['after another line', `deploy\n${ED25519}`],
    ['without its type', `${RSA.slice(8, 80)}\n${RSA.slice(80)}`],
    ['of a type that EC2 does not support', 'ecdsa-sha2-nistp256 AAAA\nBBBB'],
  ])('a key that is broken over several lines contains line breaks: %s', (_, text) => {
    expect(errorOf(text).message).toBe('The public key contains line breaks.');
  });

  test.each([
    ['DER', Buffer.concat([Buffer.from('3082010a02820101', 'hex'), Buffer.alloc(40, 0xff)])],
    [
      'DER with a length of one byte',
      Buffer.concat([Buffer.from('3081ff0282', 'hex'), Buffer.alloc(40, 0xff)]),
    ],
    ['short DER', Buffer.concat([Buffer.from('302a0282', 'hex'), Buffer.alloc(41, 0xff)])],
    ['text', Buffer.from('is it a key? '.repeat(6))],
  ])('base64 is not taken for a path: of %s', (_, bytes) => {
    const given = bytes.toString('base64').replace(/=+$/, '');
    expect(given).toMatch(/^[A-Za-z0-9]+\/[A-Za-z0-9/]+$/);
    expect(errorOf(given).message).toBe('The public key does not start with ssh-rsa or ssh-ed25519.');
  });

  test.each([
    'infrastructure/environments/production/sshkeys',
    'infrastructure/environments/production/Servers2/keys',
    'MIT/keys/deployment/production/servers/web12/current',
    'AAA/keys',
  ])('a path of letters and digits is one: %s', (given) => {
    expect(errorOf(given).message).toBe('The public key is the path of a file.');
  });

  test('a private key is no public key, although Node reads PKCS#8 as PKCS#1', () => {
    const der = freshRsa().key.export({ format: 'der', type: 'pkcs8' });
    for (const text of [
      der.toString('base64'),
      pemOf('PUBLIC KEY', der, 64),
      pemOf('RSA PUBLIC KEY', der, 64),
    ]) {
      expect(errorOf(text)).toMatchObject({
        code: 'PUBLIC_KEY_UNREADABLE',
        message: 'The public key is a private key.',
        hint: wholeLine,
      });
    }
  });

  test.each([
    '~/.ssh/id_ed25519.pub',
    './id.pub',
    '../keys/id',
    '/home/me/.ssh/id_rsa.pub',
    '.ssh/id.pub',
    'keys/deploy',
    'id_ed25519.pub',
    'my key.pem',
    'C:\\Users\\me\\id.pub',
    '$HOME/.ssh/id.pub',
    '"${HOME}/.ssh/id"',
  ])('a path: %s', (given) => {
    expect(errorOf(given)).toMatchObject({
      message: 'The public key is the path of a file.',
      hint: 'Set public-key-path to that path.',
    });
  });

  test.each([
    ['fileb://id.pub', 'fileb://'],
    ['file://~/.ssh/id.pub', 'file://'],
    ['file:/tmp/id', 'file:'],
    ['"FILE://id"', 'FILE://'],
  ])('a path as the AWS CLI takes it: %s', (given, url) => {
    expect(errorOf(given)).toMatchObject({
      message: 'The public key is the path of a file.',
      hint: `Set public-key-path to that path, without ${url} before it.`,
    });
  });

  test.each([
    '$PUBLIC_KEY',
    '${PUBLIC_KEY}',
    '"$deploy_key"',
    '$env:PUBLIC_KEY',
    '%PUBLIC_KEY%',
    '{{ vars.PUBLIC_KEY }}',
    '$(cat id.pub)',
    'vars.PUBLIC_KEY',
    'secrets.DEPLOY_PUBLIC_KEY',
  ])('what was to become a key: %s', (given) => {
    expect(errorOf(given)).toMatchObject({
      message: 'The public key is a variable or an expression, which is not evaluated here.',
      hint: 'Set public-key to an expression of the workflow, such as ${{ vars.DEPLOY_PUBLIC_KEY }}.',
    });
  });

  test('no text results in another type of error', () => {
    const words = fc.constantFrom(
      ...PUBLIC_FORMS.flatMap(({ text }) => [
        text,
        text.slice(0, 40),
        text.slice(-40),
        text.split('\n')[2] ?? '',
      ]),
      '-----BEGIN ',
      'PUBLIC KEY-----\n',
      '"',
      '\\n',
      'ssh-rsa',
      'ssh-ed25519',
      'AAAA',
      ED25519.slice(12),
      RSA.slice(8),
      ' ',
      '\n',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 6 }), (parts) => {
        try {
          readGivenPublicKey(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(KeyPairError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an RSA key with 0 as its exponent, which node:crypto reads, is damaged in every form:', () => {
  const modulus = Buffer.concat([Buffer.alloc(1), Buffer.alloc(128, 0xc5)]);
  const integers = [Buffer.from([2, 0x81, modulus.length]), modulus, Buffer.from([2, 1, 0])];
  const body = Buffer.concat(integers);
  const der = Buffer.concat([Buffer.from([0x30, 0x81, body.length]), body]);

  test.each([
    ['an OpenSSH line', rsaLine('', modulus.subarray(1)), ': its data is not a valid ssh-rsa key.'],
    ['PEM', pemOf('RSA PUBLIC KEY', der, 64), '.'],
    ['base64 of DER', der.toString('base64'), ': its data is not a valid key.'],
  ])('%s', (_, text, reason) => {
    expect(createPublicKey({ key: der, format: 'der', type: 'pkcs1' }).asymmetricKeyType).toBe('rsa');
    expect(errorOf(text)).toMatchObject({
      code: 'PUBLIC_KEY_UNREADABLE',
      message: `The public key is incomplete or damaged${reason}`,
    });
  });
});

test('NUL characters are only skipped where all of the text is UTF-16', () => {
  const atEnd = `${ED25519.slice(0, -1)}\0${ED25519.slice(-1)}\0`;
  const atStart = `${ED25519.slice(0, 1)}\0${ED25519.slice(1)}`;
  for (const text of [atEnd, atStart]) expect(errorOf(text).code).toBe('PUBLIC_KEY_UNREADABLE');
});

test('base64 of DER is all there is: other characters around it are not skipped', () => {
  const der = createPublicKey(freshRsa().key).export({ format: 'der', type: 'spki' }).toString('base64');
  const lines = der.replace(/.{64}/g, '$&\n');
  for (const text of [`!${der}`, `${der}!`])
    expect(errorOf(text).message).toBe('The public key does not start with ssh-rsa or ssh-ed25519.');
  for (const text of [`!${lines}`, `${lines}!`])
    expect(errorOf(text).message).toBe('The public key is not in a supported format.');
});

test.each(['<<EOT', '<<-EOT', '<<~EOT', '<<EOF'])('a heredoc that begins with %s is read', (start) => {
  const end = start.replace(/^<<[-~]?/, '');
  for (const text of [`${start}\n${ED25519}\n${end}`, `${start}\r\n  ${ED25519}\r\n\t ${end}\n`])
    expect(readGivenPublicKey(text).openSshLine()).toBe(ED25519);
});

test.each([
  `<<EOT\n${ED25519}EOT`,
  `<<EOT\n${ED25519}\nEOX`,
  `<<EOT\n${ED25519}\nEOT 2`,
  `<<EOT ${ED25519}\nEOT`,
  `x<<EOT\n${ED25519}\nEOT`,
])('what only looks like a heredoc is not one: %j', (text) => {
  expect(errorOf(text).code).toBe('PUBLIC_KEY_UNREADABLE');
});

test('an empty heredoc is an empty key', () => {
  expect(errorOf('<<EOT\nEOT').message).toBe('The public key is empty.');
});
