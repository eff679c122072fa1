import { expect, test } from '@jest/globals';
import { connectionError } from '../../../src/aws/network.ts';
import { KeyPairError } from '../../../src/errors.ts';

const target = { protocol: 'https:', hostname: 'ec2.eu-west-1.amazonaws.com' };

/** The message of an error, after a request with this environment failed with it. */
function told(error: Error, variables: Record<string, string>, to = target): string {
  return (connectionError(error, to, { variables }) as Error).message;
}

const reset = () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const HTTPS_PROXY = 'http://me:secret@proxy.example:3128';

test('An error of the network names the proxy that was used, and stays the same error.', () => {
  const error = reset();
  expect(told(error, { HTTPS_PROXY })).toBe(
    'read ECONNRESET (through the proxy proxy.example:3128 (HTTPS_PROXY))',
  );
  expect(told(error, { HTTPS_PROXY })).toBe(
    'read ECONNRESET (through the proxy proxy.example:3128 (HTTPS_PROXY))',
  );
  expect(error).toMatchObject({ code: 'ECONNRESET' });
});

test('An error of the network names no proxy that was not used.', () => {
  expect(told(reset(), {})).toBe('read ECONNRESET');
  expect(told(reset(), { HTTPS_PROXY, NO_PROXY: 'amazonaws.com' })).toBe('read ECONNRESET');
  expect(told(reset(), { HTTPS_PROXY }, { ...target, hostname: 'localhost' })).toBe('read ECONNRESET');
  expect(told(reset(), { HTTPS_PROXY }, { ...target, protocol: 'http:' })).toBe('read ECONNRESET');
});

test('An error of the action itself stays as it is.', () => {
  expect(told(new KeyPairError('PROXY_REFUSED', 'Refused.'), { HTTPS_PROXY })).toBe('Refused.');
});
