import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createKey, SSH_NAMES } from '../../../local/aws/keys/created-key.ts';
import { privateKeyText } from '../../../local/aws/keys/private-key-text.ts';

/** Other keys of each type. */
const otherKeys = 20;

/**
 * Those whose private halves are texts, too. A mask at the start of a number has as few as 16 secret bits, after structure that
 * all keys have: among many keys, one would have the same by chance.
 */
const otherPrivateKeys = 2;

/** Texts that have nothing to do with a key, or only look like a part of one. */
export async function innocentTexts(count: number): Promise<string[]> {
  const fixed = [...lookalikes(), ...(await otherKeyTexts()), ...(await pageLines())];
  return Array.from({ length: count }, (_, index) => fixed[index] ?? randomText(index));
}

function randomText(index: number): string {
  const bytes = randomBytes(randomInt(12, 400));
  const kinds = [
    () => createHash('sha1').update(bytes).digest('hex'),
    () => `${createHash('sha256').update(bytes).digest('hex')}  ${randomUUID()}`,
    () => createHash('sha512').update(bytes).digest('base64'),
    () =>
      createHash('md5')
        .update(bytes)
        .digest('hex')
        .replace(/..(?!$)/g, '$&:'),
    () => `SHA256:${createHash('sha256').update(bytes).digest('base64').replace('=', '')}`,
    () => bytes.toString('base64'),
    () => bytes.toString('base64url'),
    () => bytes.toString('base64').replace(/.{1,64}/g, '$&\n'),
    () => `key-0${bytes.toString('hex').slice(0, 16)} i-0${bytes.toString('hex').slice(-16)}`,
    () => `${new Date(randomInt(2 ** 41)).toISOString()} ${bytes.toString('hex')}`,
  ];
  return kinds[index % kinds.length]?.() ?? '';
}

function lookalikes(): string[] {
  const runs = ['A', '-', '=', '/', '+', '0', 'f', '*', ' '].map((character) => character.repeat(200));
  const headers = [
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA',
    '-----END RSA PRIVATE KEY-----\n',
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACA',
    'AAAAB3NzaC1yc2EAAAADAQABAAABAQC AAAAC3NzaC1lZDI1NTE5AAAAI MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA',
    'AgMBAAECggEA KCAQEA KBgQD AoGBA AAECAwQF AAAAAAECAwQFBgc= AQIDBAUGBw==',
    'PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: deploy\nPublic-Lines: 6\nPrivate-Lines: 14\n',
  ];
  const texts = [...runs, ...headers];
  return [...texts, ...texts.map((text) => Buffer.from(text).toString('base64'))];
}

async function otherKeyTexts(): Promise<string[]> {
  const texts: string[] = [];
  for (const type of ['rsa', 'ed25519'] as const) {
    for (let index = 0; index < otherKeys; index += 1) {
      const key = await createKey(type);
      if (index < otherPrivateKeys) {
        texts.push(privateKeyText(key, 'pem', 'deploy'), privateKeyText(key, 'ppk', 'deploy'));
      }
      texts.push(`${SSH_NAMES[type]} ${key.publicBlob.toString('base64')} deploy`);
    }
  }
  return texts;
}

async function pageLines(): Promise<string[]> {
  const page = new URL('../../../README.md', import.meta.url);
  return (await readFile(page, 'utf8')).split('\n').filter(Boolean);
}
