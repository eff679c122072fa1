import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fileWithKey, keyFileSource } from '../../../../src/destinations/file/existing-key-file.ts';
import { PrivateKey } from '../../../../src/keys/private-key.ts';
import { publicKeyLine } from '../../../lib/fake-ec2.ts';
import { createJobFolders, type TestFolders } from '../../../lib/job-folders.ts';
import { freshEd25519, freshRsa } from '../../../lib/keys.ts';
import { createMaskedKey } from '../masked-key.ts';

const encryptedPem = freshRsa()
  .key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a passphrase' })
  .toString();

const hostileFiles: [what: string, code: string, put: (target: string, job: TestFolders) => void][] = [
  ['a link', 'NOT_A_KEY_FILE', (target, { outside }) => symlinkSync(path.join(outside, 'key'), target)],
  ['a folder', 'NOT_A_KEY_FILE', (target) => mkdirSync(target)],
  ['a file larger than 64 KB', 'NOT_A_KEY_FILE', (target) => writeFileSync(target, 'x'.repeat(65 * 1024))],
  ['text that is not a key', 'PRIVATE_KEY_UNREADABLE', (target) => writeFileSync(target, 'hello')],
];

describe('a private key file that the job already has', () => {
  test('is found, and its key has a type that cannot be printed', async () => {
    await using job = await createJobFolders();
    const key = freshEd25519();
    const file = path.join(job.workspace, 'key');
    writeFileSync(file, key.pem);
    const found = await keyFileSource({ kind: 'file', path: 'key' }, job).find();
    expect(found?.privateKey.publicKey.openSshLine()).toBe(publicKeyLine(key));
    expect(found?.where).toBe(file);
    expect(JSON.stringify(found)).not.toContain('BEGIN');
  });

  test.each([
    ['key', 'workspace'],
    ['~/.ssh/key', 'home'],
  ] as const)('is looked for at %s in the %s folder', async (given, folder) => {
    await using job = await createJobFolders();
    mkdirSync(path.join(job.home, '.ssh'));
    const file = path.join(job[folder], given.replace('~/', ''));
    writeFileSync(file, freshEd25519().pem);
    expect((await keyFileSource({ kind: 'file', path: given }, job).find())?.where).toBe(file);
  });

  test.each(['key', 'no/such/folder/key'])('is not found at %s if nothing exists there', async (given) => {
    await using job = await createJobFolders();
    const source = keyFileSource({ kind: 'file', path: given }, job);
    expect(await source.find()).toBeUndefined();
    expect(source.notFound).toBe(`private-key-path: ${given} does not exist`);
  });

  test.each(hostileFiles)('is rejected if it is %s', async (_, code, put) => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.outside, 'key'), freshEd25519().pem);
    put(path.join(job.workspace, 'key'), job);
    await expect(keyFileSource({ kind: 'file', path: 'key' }, job).find()).rejects.toMatchObject({
      name: 'KeyPairError',
      code,
    });
  });

  test.each([
    ['', undefined, 'The private key file FILE cannot be read: it is empty.'],
    ['ssh-rsa AAAA', undefined, 'The private key file FILE cannot be read: it is a public key.'],
    ['PuTTY-User-Key-File-3: ssh-rsa', 'a passphrase', 'The private key file FILE cannot be read: it is not'],
    [encryptedPem, undefined, 'The private key file FILE is protected by a passphrase.'],
    [encryptedPem, 'another passphrase', 'The passphrase does not fit the private key file FILE.'],
  ])('is named if it is of no use (%#)', async (text, passphrase, message) => {
    await using job = await createJobFolders();
    const file = path.join(job.workspace, 'key');
    writeFileSync(file, text);
    await expect(keyFileSource({ kind: 'file', path: 'key', passphrase }, job).find()).rejects.toMatchObject({
      message: expect.stringContaining(message.replace('FILE', file.replaceAll(path.sep, '/'))),
      hint: expect.stringMatching(/./),
    });
  });

  test('is rejected behind a folder that leads out of the workspace', async () => {
    await using job = await createJobFolders();
    writeFileSync(path.join(job.outside, 'key'), freshEd25519().pem);
    symlinkSync(job.outside, path.join(job.workspace, 'link'));
    await expect(keyFileSource({ kind: 'file', path: 'link/key' }, job).find()).rejects.toMatchObject({
      code: 'PATH_LEADS_OUT',
    });
  });
});

describe('the file that must hold the private key of a public key', () => {
  const { pem } = freshEd25519();
  const pair = { keyName: 'deploy', publicKey: PrivateKey.parse(pem).publicKey };

  test('is returned if it holds this very key', async () => {
    await using job = await createJobFolders();
    const file = path.join(job.workspace, 'key');
    writeFileSync(file, pem);
    expect(await fileWithKey(file, pair, job)).toMatchObject({ text: pem });
  });

  test('is returned if it holds this very key as PPK', async () => {
    await using job = await createJobFolders();
    const { key, pem: text } = await createMaskedKey();
    const ppk = await key.as('ppk', { comment: 'deploy' });
    const file = path.join(job.workspace, 'key.ppk');
    writeFileSync(file, ppk);
    const { publicKey } = PrivateKey.parse(text);
    expect(await fileWithKey(file, { keyName: 'deploy', publicKey }, job)).toMatchObject({ text: ppk });
    await expect(fileWithKey(file, pair, job)).rejects.toMatchObject({ code: 'PRIVATE_KEY_OF_ANOTHER_PAIR' });
  });

  test('is undefined where nothing exists', async () => {
    await using job = await createJobFolders();
    expect(await fileWithKey(path.join(job.workspace, 'key'), pair, job)).toBeUndefined();
  });

  test('is an error for another key, which shows both fingerprints and none of the key', async () => {
    await using job = await createJobFolders();
    const other = freshEd25519();
    const file = path.join(job.workspace, 'key');
    writeFileSync(file, other.pem);
    const failed = fileWithKey(file, pair, job);
    await expect(failed).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
      message: expect.stringMatching(
        /^The private key in \/\S+\/workspace\/key \(SHA256:\S{43}\) does not belong to key pair "deploy" \(SHA256:\S{43}\)\.$/,
      ),
    });
    await expect(failed).rejects.not.toMatchObject({
      message: expect.stringContaining(other.pem.slice(80, 120)),
    });
  });

  test.each(hostileFiles)('is an error for %s', async (_, code, put) => {
    await using job = await createJobFolders();
    const file = path.join(job.workspace, 'key');
    put(file, job);
    await expect(fileWithKey(file, pair, job)).rejects.toMatchObject({ name: 'KeyPairError', code });
  });
});
