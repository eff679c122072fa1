import { MalformedError } from './wire.ts';

/** More take minutes. OpenSSL 3 uses 2,048, and password managers up to a million. */
const maxIterations = 10_000_000;

/** Cost × block size × parallelization of scrypt (RFC 7914): seconds. OpenSSL uses 2^14 × 8 × 1. */
const maxScryptWork = 2 ** 21;

/** The object identifiers of PBES2 (RFC 8018) and scrypt (RFC 7914). */
const pbes2 = '2a864886f70d01050d';
const scrypt = '2b06010401da47040b';

const integerTag = 2;

/** A value in DER: its type, and its contents. */
interface DerValue {
  readonly tag: number;
  readonly contents: Buffer;
}

/**
 * Whether it would take minutes to derive the key of an encrypted PKCS#8 key (EncryptedPrivateKeyInfo, RFC 5958).
 *
 * @throws MalformedError, RangeError if the key is not complete.
 */
export function takesMinutes(der: Buffer): boolean {
  const { function: name, numbers } = derivationIn(der);
  const [count = Number.NaN, ...others] = numbers;
  if (Number.isNaN(count)) throw new MalformedError('no number of iterations');
  return name === scrypt
    ? others.reduce((work, number) => work * number, count) > maxScryptWork
    : count > maxIterations;
}

/** PBES2 names its function. In older schemes, it is a part of the scheme. */
function derivationIn(der: Buffer): { readonly function: string; readonly numbers: readonly number[] } {
  const [whole, ...behind] = valuesIn(der);
  if (behind.length > 0) throw new MalformedError('bytes remain');
  const [scheme, parameters] = valuesOf(valuesOf(whole)[0]);
  const isPbes2 = scheme?.contents.toString('hex') === pbes2;
  const [name, options] = isPbes2 ? valuesOf(valuesOf(parameters)[0]) : [scheme, parameters];
  const numbers = valuesOf(options).filter(({ tag }) => tag === integerTag);
  return {
    function: String(name?.contents.toString('hex')),
    numbers: numbers.map(({ contents }) => Number(`0x${contents.toString('hex')}`)),
  };
}

function valuesOf(value: DerValue | undefined): DerValue[] {
  if (value === undefined) throw new MalformedError('a part is missing');
  return valuesIn(value.contents);
}

/** The values in a row (X.690, 8.1). */
function valuesIn(bytes: Buffer): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.readUInt8(at + 1);
    const start = at + 2 + (first < 0x80 ? 0 : first - 0x80);
    const length = first < 0x80 ? first : bytes.readUIntBE(at + 2, first - 0x80);
    if (start + length > bytes.length) throw new MalformedError('a part is missing');
    values.push({ tag: bytes.readUInt8(at), contents: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return values;
}
