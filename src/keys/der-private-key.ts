/** A private key in DER: its PEM label, and its length in bytes, as its first SEQUENCE has it. */
export interface DerPrivateKey {
  readonly label: string;
  readonly length: number;
}

/** In hexadecimal: a SEQUENCE, and how many bytes its length has, if it is 128 or more (ITU-T X.690, 8.1.3). */
const sequence = /^30(?:[0-7]|8([12]))/;

/**
 * How the SEQUENCE of each format begins. The first has a version and the name of the algorithm (PKCS#8, RFC 5958), the
 * second a version and an OCTET STRING (SEC 1, RFC 5915), the third a version and an integer (PKCS#1, RFC 8017; DSA), the
 * last one version 3 (PKCS#12, RFC 7292). A public key and a certificate have no version there.
 */
const beginnings = [
  [/^02010[01]30/, 'PRIVATE KEY'],
  [/^02010104/, 'EC PRIVATE KEY'],
  [/^02010[01]02/, 'RSA PRIVATE KEY'],
  [/^02010330/, 'PKCS12 PRIVATE KEY'],
] as const;

/** Bytes that are looked at: enough for the name and the parameters of every way to encrypt a key. */
const maxStart = 160;

/** Recognizes a private key in DER by how it begins. It need not be complete, or of a type that this action reads. */
export function derPrivateKey(der: Buffer): DerPrivateKey | undefined {
  const hex = der.toString('hex', 0, maxStart);
  const header = sequence.exec(hex);
  if (header === null) return undefined;
  const [, lengthBytes] = header;
  const contentsAt = lengthBytes === undefined ? 2 : 2 + Number(lengthBytes);
  const contents = hex.slice(2 * contentsAt);
  const label = isEncrypted(contents)
    ? 'ENCRYPTED PRIVATE KEY'
    : beginnings.find(([beginning]) => beginning.test(contents))?.[1];
  if (label === undefined) return undefined;
  const lengthAt = lengthBytes === undefined ? 1 : 2;
  return { label, length: contentsAt + der.readUIntBE(lengthAt, contentsAt - lengthAt) };
}

/** The algorithm, and an OCTET STRING, where a public key has a BIT STRING (EncryptedPrivateKeyInfo, RFC 5958). */
function isEncrypted(contents: string): boolean {
  const [, length = '', rest = ''] = /^30([0-7]\w)(06\w*)$/.exec(contents) ?? [];
  return rest.startsWith('04', Number.parseInt(length, 16) * 2);
}
