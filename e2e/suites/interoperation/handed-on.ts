import assert from 'node:assert/strict';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../../local/aws/server.ts';
import { keyPairStep, outputsOf, runGreenJob } from '../../lib/action-job.ts';
import { withoutComment } from '../../lib/ssh-key.ts';
import type { Site } from '../../lib/suite.ts';
import { region } from './delivered.ts';
import { passphrase } from './kinds.ts';
import { keyByGo, outputOf } from './readers.ts';

/** A private key file as another program wrote it. */
interface HandedOn {
  readonly name: string;
  readonly file: string;
  readonly passphrase: string;
}

type Writes = (file: string) => Promise<unknown>;

/** A key as Go wrote it, in files that other programs convert. */
export interface BaseKey {
  readonly type: 'rsa' | 'ed25519';
  readonly texts: Readonly<Record<string, string>>;
  readonly openSsh: string;
  readonly pkcs8: string;
}

export async function createBaseKey(site: Site, type: 'rsa' | 'ed25519'): Promise<BaseKey> {
  const texts = await keyByGo(site, type);
  const [openSsh, pkcs8] = ['openssh', 'pkcs8'].map((form) => path.join(site.folder, `base-${type}.${form}`));
  assert.ok(openSsh && pkcs8);
  await writeFile(openSsh, texts['privateKeyOpenSsh'] ?? '', { mode: 0o600 });
  await writeFile(pkcs8, texts['privateKeyPkcs8'] ?? '', { mode: 0o600 });
  return { type, texts, openSsh, pkcs8 };
}

/**
 * One job: `fetch` with each file that ssh-keygen, openssl, puttygen, and Terraform write of a key, with and without a
 * passphrase. Returns how many there were.
 */
export async function fetchAll(site: Site, aws: LocalAws, base: BaseKey): Promise<number> {
  const keyName = `handed-on-${base.type}`;
  await aws.seedKeyPairs(region, [{ keyName, publicKey: (base.texts['publicKeyOpenSsh'] ?? '').trim() }]);
  const files = await write(site, base);
  const steps = files.map(({ file, passphrase: secret }, index) =>
    keyPairStep(
      {
        operation: 'fetch',
        'key-name': keyName,
        'private-key-path': file,
        ...(secret === '' ? {} : { passphrase: secret }),
      },
      `f${index}`,
    ),
  );
  const run = await runGreenJob(site, aws.environment(region), steps);
  for (const [index, { name, file }] of files.entries()) {
    const { 'public-key': publicKey, 'private-key-path': found } = outputsOf(run, `f${index}`);
    assert.deepEqual(
      [withoutComment(publicKey), found],
      [withoutComment(base.texts['publicKeyOpenSsh']), file],
      name,
    );
  }
  return files.length;
}

async function write(site: Site, base: BaseKey): Promise<HandedOn[]> {
  const forms = { ...byTerraform(base), ...bySshKeygen(site, base), ...byOpenssl(site, base) };
  const files: HandedOn[] = [];
  for (const [name, writes] of Object.entries({ ...forms, ...byPuttygen(site, base) })) {
    const file = path.join(site.folder, `handed-on-${base.type}-${files.length}`);
    await writes(file);
    await chmod(file, 0o600);
    files.push({ name, file, passphrase: name.endsWith(', encrypted') ? passphrase : '' });
  }
  return files;
}

function byTerraform({ texts }: BaseKey): Record<string, Writes> {
  const text = (name: string): Writes => {
    return (file) => writeFile(file, texts[name] ?? '');
  };
  return {
    'Terraform, private_key_pem': text('privateKeyPem'),
    'Terraform, private_key_pem_pkcs8': text('privateKeyPkcs8'),
    'Terraform, private_key_openssh': text('privateKeyOpenSsh'),
  };
}

function bySshKeygen(site: Site, { type, openSsh }: BaseKey): Record<string, Writes> {
  const convert = (secret: string, ...options: readonly string[]): Writes => {
    return async (file) => {
      await copyFile(openSsh, file);
      await chmod(file, 0o600);
      await outputOf(site, 'ssh-keygen', ['-q', '-p', ...options, '-P', '', '-N', secret, '-f', file]);
    };
  };
  const ciphers = ['aes256-ctr', 'aes128-ctr', 'aes256-cbc', 'aes256-gcm@openssh.com'];
  const own = {
    'ssh-keygen, OpenSSH': convert(''),
    ...Object.fromEntries(
      ciphers.map((cipher) => [`ssh-keygen, ${cipher}, encrypted`, convert(passphrase, '-Z', cipher)]),
    ),
  };
  if (type === 'ed25519') return own;
  return {
    ...own,
    'ssh-keygen, PKCS#1': convert('', '-m', 'PEM'),
    'ssh-keygen, PKCS#1, encrypted': convert(passphrase, '-m', 'PEM'),
    'ssh-keygen, PKCS#8': convert('', '-m', 'PKCS8'),
    'ssh-keygen, PKCS#8, encrypted': convert(passphrase, '-m', 'PKCS8'),
  };
}

function byOpenssl(site: Site, { type, pkcs8 }: BaseKey): Record<string, Writes> {
  const convert = (...args: readonly string[]): Writes => {
    return (file) => outputOf(site, 'openssl', [...args, '-in', pkcs8, '-out', file]);
  };
  const secret = ['-passout', `pass:${passphrase}`];
  const pkcs8Encrypted = (...options: readonly string[]) => convert('pkcs8', '-topk8', ...options, ...secret);
  const common = {
    'openssl, PKCS#8': convert('pkey'),
    'openssl, PKCS#8 with PBKDF2, encrypted': pkcs8Encrypted('-v2', 'aes-256-cbc'),
    'openssl, PKCS#8 with scrypt, encrypted': pkcs8Encrypted('-scrypt'),
    'openssl, PKCS#8 with 3DES, encrypted': pkcs8Encrypted('-v2', 'des3'),
  };
  if (type === 'ed25519') return common;
  return {
    ...common,
    'openssl, PKCS#1': convert('rsa', '-traditional'),
    'openssl, PKCS#1 with AES, encrypted': convert('rsa', '-traditional', '-aes256', ...secret),
    'openssl, PKCS#1 with 3DES, encrypted': convert('rsa', '-traditional', '-des3', ...secret),
  };
}

function byPuttygen(site: Site, { openSsh }: BaseKey): Record<string, Writes> {
  const convert = (secret: string, format: string, ...options: readonly string[]): Writes => {
    return async (file) => {
      const asked = `${file}.new-passphrase`;
      await writeFile(asked, secret === '' ? '' : `${secret}\n`);
      const passphrases = ['--new-passphrase', asked];
      await outputOf(site, 'puttygen', [openSsh, '-O', format, '-o', file, ...options, ...passphrases]);
    };
  };
  const [version2, version3] = ['version=2', 'version=3'];
  const flavors = ['argon2id', 'argon2i', 'argon2d'].map((flavor) => [
    `puttygen, PPK version 3 with ${flavor}, encrypted`,
    convert(passphrase, 'private', '--ppk-param', `${version3},kdf=${flavor},memory=1024,passes=3`),
  ]);
  return {
    'puttygen, PPK version 2': convert('', 'private', '--ppk-param', version2),
    'puttygen, PPK version 2, encrypted': convert(passphrase, 'private', '--ppk-param', version2),
    'puttygen, PPK version 3': convert('', 'private', '--ppk-param', version3),
    ...Object.fromEntries(flavors),
    'puttygen, OpenSSH, encrypted': convert(passphrase, 'private-openssh'),
  };
}
