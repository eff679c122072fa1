import { checkPrimeSync, createHash, createPrivateKey, type KeyObject } from 'node:crypto';

/**
 * Private keys that are the same in every run, so that tests can contain what openssl, ssh-keygen and puttygen printed
 * for them, but not the keys.
 */
export function knownEd25519Key(seedText: string): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const seed = createHash('sha256').update(seedText).digest();
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
}

/** An RSA key whose two primes are the first ones after hashes of the seed. */
export function knownRsaKey(seedText: string, bits: 1024 | 2048): KeyObject {
  const exponent = 65_537n;
  const p = knownPrime(`${seedText} p`, bits / 2);
  const q = knownPrime(`${seedText} q`, bits / 2);
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const members = Object.entries(numbers).map(([name, value]) => [name, base64url(value)]);
  return createPrivateKey({ key: { kty: 'RSA', ...Object.fromEntries(members) }, format: 'jwk' });
}

function knownPrime(seedText: string, bits: number): bigint {
  const hash = createHash('shake256', { outputLength: bits / 8 })
    .update(seedText)
    .digest('hex');
  const topAndLow = (3n << BigInt(bits - 2)) | 1n;
  let candidate = BigInt(`0x${hash}`) | topAndLow;
  while (!checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [remainder, nextRemainder] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (nextRemainder !== 0n) {
    const quotient = remainder / nextRemainder;
    [remainder, nextRemainder] = [nextRemainder, remainder - quotient * nextRemainder];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
