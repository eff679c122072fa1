import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LocalAccount } from './accounts.ts';
import type { HttpRequest } from './http-request.ts';

/** The content of an Authorization header, before it is verified. */
export interface ClaimedSignature {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: readonly string[];
  signature: string;
}

export type SignatureVerdict =
  | { kind: 'valid'; account: LocalAccount }
  | { kind: 'unknown-key' }
  | { kind: 'wrong-token' }
  | { kind: 'wrong-signature' }
  | { kind: 'expired' }
  | { kind: 'expired-credentials' };

const MAX_CLOCK_SKEW_MS = 15 * 60_000;

/** Parses an `Authorization: AWS4-HMAC-SHA256 …` header. Undefined if it is absent or has another form. */
export function readAuthorization(header: string | undefined): ClaimedSignature | undefined {
  const match =
    /^AWS4-HMAC-SHA256\s+Credential=([^/\s,]+)\/(\d{8})\/([^/\s,]+)\/([^/\s,]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      header ?? '',
    );
  if (match === null) return undefined;
  const [, accessKeyId = '', date = '', region = '', service = '', names = '', signature = ''] = match;
  return { accessKeyId, date, region, service, signedHeaders: names.split(';'), signature };
}

/**
 * Checks a request as AWS does (Signature Version 4): access key, session token, clock (15 minutes), then signature.
 */
export function verifySignature(
  request: HttpRequest,
  claim: ClaimedSignature,
  accounts: readonly LocalAccount[],
  now: Date,
): SignatureVerdict {
  const account = accounts.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
  if (account === undefined) return { kind: 'unknown-key' };
  if (request.headers['x-amz-security-token'] !== account.sessionToken) return { kind: 'wrong-token' };
  if (account.expiresAt !== undefined && account.expiresAt <= now.getTime())
    return { kind: 'expired-credentials' };
  const instant = request.headers['x-amz-date'] ?? '';
  const signedAt = parseInstant(instant);
  if (signedAt === undefined || !instant.startsWith(claim.date)) return { kind: 'wrong-signature' };
  if (Math.abs(now.getTime() - signedAt) > MAX_CLOCK_SKEW_MS) return { kind: 'expired' };
  if (!coversRequiredParts(request, claim)) return { kind: 'wrong-signature' };
  const expected = expectedSignature(request, claim, instant, account.secretAccessKey);
  const same = timingSafeEqual(Buffer.from(expected), Buffer.from(claim.signature));
  return same ? { kind: 'valid', account } : { kind: 'wrong-signature' };
}

/** `20261124T101500Z` in milliseconds since 1970. */
function parseInstant(text: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/**
 * AWS requires the host and every x-amz- header that was sent to be signed, and the announced hash to be the body's.
 */
function coversRequiredParts(request: HttpRequest, claim: ClaimedSignature): boolean {
  const signed = new Set(claim.signedHeaders);
  if (!signed.has('host')) return false;
  const announced = request.headers['x-amz-content-sha256'];
  if (announced !== undefined && announced !== sha256(request.body)) return false;
  return Object.keys(request.headers).every((name) => !name.startsWith('x-amz-') || signed.has(name));
}

function expectedSignature(
  request: HttpRequest,
  claim: ClaimedSignature,
  instant: string,
  secretAccessKey: string,
): string {
  const scope = `${claim.date}/${claim.region}/${claim.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', instant, scope, sha256(canonicalRequest(request, claim))].join('\n');
  const signingKey = [claim.date, claim.region, claim.service, 'aws4_request'].reduce<Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  return createHmac('sha256', signingKey).update(toSign).digest('hex');
}

function canonicalRequest(request: HttpRequest, { signedHeaders }: ClaimedSignature): string {
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [
    request.method,
    request.path.split('/').map(encodeByRfc3986).join('/'),
    canonicalQuery(request.queryString),
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
}

function canonicalQuery(queryString: string): string {
  return [...new URLSearchParams(queryString)]
    .map(([name, value]) => `${encodeByRfc3986(name)}=${encodeByRfc3986(value)}`)
    .sort()
    .join('&');
}

function encodeByRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
