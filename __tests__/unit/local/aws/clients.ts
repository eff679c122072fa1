import { createHash, createHmac } from 'node:crypto';
import { EC2Client, type EC2ClientConfig, type EC2ServiceException } from '@aws-sdk/client-ec2';
import { expect } from '@jest/globals';
import type { LocalAccount, LocalAws } from '../../../../local/aws/server.ts';

/** An SDK client for the endpoint that makes a single attempt for each call. */
export function ec2ClientOf(
  aws: LocalAws,
  config: EC2ClientConfig & { account?: LocalAccount } = {},
): EC2Client {
  const { account = aws.account, ...rest } = config;
  return new EC2Client({
    region: 'eu-west-1',
    endpoint: aws.url,
    credentials: account,
    maxAttempts: 1,
    ...rest,
  });
}

/** The error of a call. Undefined if it succeeds. */
export function failureOf(call: Promise<unknown>): Promise<EC2ServiceException | undefined> {
  return call.then(
    () => undefined,
    (reason) => reason,
  );
}

/** Asserts that a call fails with this code, and with this status and message, if set. */
export async function expectError(
  call: Promise<unknown>,
  code: string,
  more: { status?: number; message?: string } = {},
): Promise<void> {
  const error = await failureOf(call);
  expect(error?.name).toBe(code);
  if (more.status !== undefined) expect(error?.$metadata?.httpStatusCode).toBe(more.status);
  if (more.message !== undefined) expect(error?.message).toBe(more.message);
}

export interface ManuallySigned {
  service?: string;
  region?: string;
  account: LocalAccount;
  now?: Date;
  /** Sent in the body. */
  parameters: Record<string, string>;
  /** Sent in the URL, in this order. */
  query?: Record<string, string>;
  /** Additional headers, sent and signed. */
  headers?: Record<string, string>;
  /** The name of a usual header that is sent but not signed. */
  notSigned?: string;
  /** The day in the signature's scope, such as `20261124`. Default: that of the request. */
  day?: string;
  /** Additional headers, sent but not signed. */
  unsignedHeaders?: Record<string, string>;
  /** Sent instead of the body that was signed. */
  bodySent?: string;
}

/** Sends a Query request that no SDK would send, signed as in AWS's documentation ("Create a signed AWS API request"). */
export async function sendManuallySigned(
  url: string,
  request: ManuallySigned,
): Promise<{ status: number; text: string }> {
  const { service = 'ec2', region = 'eu-west-1', account, now = new Date() } = request;
  const body = new URLSearchParams(request.parameters).toString();
  const instant = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded',
    host: new URL(url).host,
    'x-amz-date': instant,
    ...(account.sessionToken === undefined ? {} : { 'x-amz-security-token': account.sessionToken }),
    ...request.headers,
  };
  const names = Object.keys(headers)
    .filter((name) => name !== request.notSigned)
    .sort();
  const query = Object.entries(request.query ?? {}).map(
    ([name, value]) => `${name}=${percentEncoded(value)}`,
  );
  const scope = `${request.day ?? instant.slice(0, 8)}/${region}/${service}/aws4_request`;
  const canonical = [
    'POST',
    '/',
    query.toSorted().join('&'),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    hex(body),
  ].join('\n');
  let key: Buffer | string = `AWS4${account.secretAccessKey}`;
  for (const part of scope.split('/')) key = createHmac('sha256', key).update(part).digest();
  const signature = createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${instant}\n${scope}\n${hex(canonical)}`)
    .digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${account.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const response = await fetch(`${url}/?${query.join('&')}`, {
    method: 'POST',
    headers: { ...headers, ...request.unsignedHeaders, authorization },
    body: request.bodySent ?? body,
  });
  return { status: response.status, text: await response.text() };
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Percent-encodes all UTF-8 bytes except letters, digits, and `-._~`. */
function percentEncoded(text: string): string {
  const characters = [...Buffer.from(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return characters.join('');
}
