import { derPrivateKey } from './der-private-key.ts';
import { writePem } from './pem.ts';
import { unescaped } from './unescaped.ts';

/** A private key, as text in a format with BEGIN and END lines, or as PPK. */
export interface FoundKey {
  /** With line breaks and characters for their escapes. There may be other text around it, and more keys. */
  readonly text: string;
  /** The base64 of the base64 of the key that was given. The runner masks only one level of base64. */
  readonly encodedTwice: string | undefined;
}

/** What every private key in PEM, PPK, OpenSSH, ssh.com or PGP format contains, also if one of its lines was lost. */
export const privateKeyMark = /(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXk/;

/** The private members of a JSON Web Key (RFC 7518, RFC 8037). Base64url, at least 16 characters. */
const jwkMember = /"(?:d|p|q|dp|dq|qi)"\s{0,8}:\s{0,8}"([\w-]{16,})"/g;

/** Base64 or base64url, on one line or on several. */
const base64Run = /[\w+/-]{20,}(?:\s{1,8}[\w+/-]+)*={0,2}/g;

/** How often a key can be encoded in base64. */
const maxEncodings = 3;

/** Characters: more than any private key that this action reads has. */
const maxEncodedLength = 65_536;

/**
 * Finds the private keys in a text: in PEM, PPK, OpenSSH, ssh.com or PGP format, as JWK, as base64 of DER, and as base64
 * of one of these. Newlines may be spaces or escapes, and the text may be URL-encoded.
 *
 * @param outer - The base64 that the text was decoded from, outermost first.
 */
export function privateKeysIn(text: string, outer: readonly string[] = []): FoundKey[] {
  const plain = unescaped(text);
  const found = (key: string): FoundKey => ({ text: key, encodedTwice: outer.at(-2) });
  if (privateKeyMark.test(plain)) return [found(withBegin(plain))];
  const jwk = jwkIn(plain);
  if (jwk !== undefined) return [found(jwk)];
  if (outer.length === maxEncodings) return [];
  return [...plain.slice(0, maxEncodedLength).matchAll(base64Run)].flatMap(([run]) => {
    const together = encodedIn(run, outer);
    return together.length > 0 ? together : run.split(/\s+/).flatMap((word) => encodedIn(word, outer));
  });
}

function encodedIn(base64: string, outer: readonly string[]): FoundKey[] {
  const lines = base64.replaceAll('-', '+').replaceAll('_', '/').split(/\s+/);
  const bytes = Buffer.from(lines.join(''), 'base64');
  const key = derPrivateKey(bytes);
  if (key === undefined) return privateKeysIn(bytes.toString('latin1'), [...outer, base64]);
  return [{ text: writePem(key.label, firstOf(lines, key.length)), encodedTwice: outer.at(-2) }];
}

/** The lines with the base64 of this many bytes. */
function firstOf(lines: readonly string[], bytes: number): string[] {
  let left = Math.ceil(bytes / 3) * 4;
  return lines.flatMap((line) => {
    const part = line.slice(0, left);
    left -= part.length;
    return part === '' ? [] : [part];
  });
}

/** A key whose BEGIN line was lost gets one, so that its format is known. */
function withBegin(text: string): string {
  const [, label] = /-----END ([A-Z0-9 ]{0,40}PRIVATE KEY)-----/.exec(text) ?? [];
  return label === undefined || text.includes('BEGIN ') ? text : `-----BEGIN ${label}-----\n${text}`;
}

function jwkIn(text: string): string | undefined {
  if (!/"kty"\s{0,8}:/.test(text) || !/"d"\s{0,8}:/.test(text)) return undefined;
  const members = [...text.matchAll(jwkMember)].map(([, member = '']) =>
    member.replaceAll('-', '+').replaceAll('_', '/'),
  );
  return members.length === 0 ? undefined : writePem('JWK PRIVATE KEY', members);
}
