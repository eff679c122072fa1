import assert from 'node:assert/strict';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import type { Site } from '../../lib/suite.ts';
import type { Delivered } from './delivered.ts';
import { exportWithPuttygen, outputOf, type Reading } from './readers.ts';

/**
 * Compares three fingerprints of a file: what ssh-keygen (or puttygen) shows, what openssl computes of the public key,
 * and what openssl computes as EC2 does (EC2 user guide, verify keys).
 */
export async function fingerprintsOf(site: Site, delivered: readonly Delivered[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const one of delivered) {
    const sha256 = await sha256ByOpenssl(site, one);
    assert.equal(await shownFingerprint(site, one), `SHA256:${sha256.replace('=', '')}`, one.id);
    assert.equal(one.fingerprint, await ec2Fingerprint(site, one, sha256), one.id);
    readings.push({ publicKey: one.publicKey });
  }
  return readings;
}

/** Of the file itself: OpenSSH's and PuTTY's formats show the public key without the passphrase. */
async function shownFingerprint(site: Site, { kind, file }: Delivered): Promise<string> {
  if (kind.format === 'ppk') {
    return (await outputOf(site, 'puttygen', ['-l', '-E', 'sha256', file])).trim().split(' ')[2] ?? '';
  }
  return (await outputOf(site, 'ssh-keygen', ['-l', '-f', file])).split(' ')[1] ?? '';
}

/** Of the public key that EC2 has, as base64. */
async function sha256ByOpenssl(site: Site, { file, publicKey }: Delivered): Promise<string> {
  const blob = `${file}.blob`;
  await writeFile(blob, Buffer.from(publicKey.split(' ')[1] ?? '', 'base64'));
  return Buffer.from(await hexDigest(site, 'sha256', blob), 'hex').toString('base64');
}

async function ec2Fingerprint(site: Site, one: Delivered, sha256: string): Promise<string> {
  if (one.kind.type === 'ed25519') return sha256;
  const pem = await pkcs1Of(site, one);
  const der = `${one.file}.der`;
  if (one.kind.generator === 'ec2') {
    const convert = ['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER', '-in', pem, '-out', der];
    await outputOf(site, 'openssl', convert);
    return colons(await hexDigest(site, 'sha1', der));
  }
  await outputOf(site, 'openssl', ['rsa', '-in', pem, '-pubout', '-outform', 'DER', '-out', der]);
  return colons(await hexDigest(site, 'md5', der));
}

/** The RSA key in a file that openssl reads. */
async function pkcs1Of(site: Site, { kind, file, passphrase }: Delivered): Promise<string> {
  if (kind.format === 'ppk') return exportWithPuttygen(site, { path: file, passphrase });
  if (!kind.isEncrypted) return file;
  const copy = `${file}.decrypted`;
  await copyFile(file, copy);
  await chmod(copy, 0o600);
  await outputOf(site, 'ssh-keygen', ['-q', '-p', '-m', 'PEM', '-P', passphrase, '-N', '', '-f', copy]);
  return copy;
}

async function hexDigest(site: Site, algorithm: string, file: string): Promise<string> {
  const line = await outputOf(site, 'openssl', ['dgst', `-${algorithm}`, '-hex', file]);
  return line.trim().split('= ').at(-1) ?? '';
}

function colons(hex: string): string {
  return (hex.match(/../g) ?? []).join(':');
}
