import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { KeyPairError, nameAndMessage } from '../errors.ts';

/** Bytes. Mozilla's certificates take 230 kB. */
const maxBytes = 10 * 1024 * 1024;

/** A file of certificate authorities that replace Node's, as in the AWS CLI. */
export interface CaBundle {
  readonly path: string;
  /** What sets the path, as in `AWS_CA_BUNDLE`. */
  readonly setBy: string;
}

/**
 * Reads a file of certificates in PEM.
 *
 * @throws KeyPairError `CA_BUNDLE_UNREADABLE`.
 */
export function readCaBundle({ path, setBy }: CaBundle): string {
  const text = read(path.replace(/^~(?=\/)/, homedir()), setBy);
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw unreadable(path, setBy, 'it contains no certificate in PEM format');
  for (const [index, certificate] of certificates.entries()) {
    if (!isReadable(certificate)) throw unreadable(path, setBy, `certificate ${index + 1} in it is damaged`);
  }
  return text;
}

function read(path: string, setBy: string): string {
  let reason: string;
  try {
    const stats = statSync(path);
    if (stats.isFile() && stats.size <= maxBytes) return readFileSync(path, 'utf8');
    reason = stats.isFile() ? 'it is larger than 10 MB' : 'it is not a file';
  } catch (error) {
    reason = error instanceof Error && 'code' in error ? String(error.code) : nameAndMessage(error);
  }
  throw unreadable(path, setBy, reason);
}

function isReadable(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).raw.length > 0;
  } catch {
    return false;
  }
}

function unreadable(path: string, setBy: string, reason: string): KeyPairError {
  return new KeyPairError('CA_BUNDLE_UNREADABLE', `Cannot use ${path} (${setBy}): ${reason}.`, {
    hint: `Set ${setBy} to a file with the certificates of the certificate authorities to trust, in PEM format.`,
  });
}

/** What Node's codes mean (tls.md, X509 certificate error codes). */
const meanings: readonly (readonly [codes: RegExp, meaning: string])[] = [
  [/^CERT_HAS_EXPIRED$/, 'it has expired'],
  [/^CERT_NOT_YET_VALID$/, 'it is not valid yet'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$|^HOSTNAME_MISMATCH$/, 'it belongs to another host'],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'it is self-signed'],
  [
    /^SELF_SIGNED_CERT_IN_CHAIN$|^UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/,
    'its certificate authority is not trusted',
  ],
  [/^CERT_|^CRL_|^UNABLE_TO_|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/, 'it is not valid'],
];

/** An error that says what is wrong with the certificate of a host; undefined if an error is about something else. */
export function certificateError(
  error: unknown,
  hostname: string,
  bundle?: CaBundle,
): KeyPairError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meaning = meanings.find(([codes]) => codes.test(code))?.[1];
  if (meaning === undefined) return undefined;
  return new KeyPairError(
    'CERTIFICATE_NOT_TRUSTED',
    `The certificate of ${hostname} was rejected: ${meaning} (${code}). Nothing was sent.`,
    { hint: hintFor(code, bundle), cause: error },
  );
}

function hintFor(code: string, bundle: CaBundle | undefined): string {
  if (code === 'CERT_NOT_YET_VALID' || code === 'CERT_HAS_EXPIRED') {
    return 'Check the clock of the runner. If it is right, the certificate must be renewed.';
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return 'Check AWS_ENDPOINT_URL, the DNS server, and any proxy: another server answered.';
  }
  return bundle === undefined
    ? 'If a proxy or firewall inspects TLS, or the endpoint has its own certificate authority, set AWS_CA_BUNDLE to a file with the certificate of that authority.'
    : `Only the certificate authorities in ${bundle.path} (${bundle.setBy}) are trusted. Add this one to the file.`;
}
