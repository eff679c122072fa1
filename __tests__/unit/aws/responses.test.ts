import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { DamagedResponseError, rethrowRedacted } from '../../../src/aws/responses.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';

/** What is thrown in place of an error. */
function redacted(error: unknown): Promise<unknown> {
  return rethrowRedacted(error).catch((thrown: unknown) => thrown);
}

describe('an error that may quote the response', () => {
  const secret = 'MIIEowIBAAKCAQEA';

  test.each<[what: string, error: unknown]>([
    ['of the XML parser', new Error(`char '${secret}' is not expected.`)],
    ['of the JSON parser', new SyntaxError(`Unexpected token in "${secret}"`)],
    ['that has the response as its cause', new TypeError('cannot read', { cause: secret })],
    ['that is no Error', secret],
    ['whose code is not one of the system', Object.assign(new Error(secret), { code: 'XML_BROKEN' })],
  ])('%s is replaced by one that holds nothing of it', async (_, error) => {
    const thrown = await redacted(error);
    expect(thrown).toBeInstanceOf(DamagedResponseError);
    expect(thrown).toMatchObject({ message: 'the response is unreadable' });
    expect(inspect(thrown, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});

test.each<[what: string, error: Error]>([
  ['of EC2', ec2Errors.duplicate()],
  ['of the network', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
  ['of the step’s own time', Object.assign(new Error('aborted'), { name: 'AbortError' })],
  ['of the SDK’s own time', awsError('TimeoutError')],
  ['of the credentials', Object.assign(new Error('none found'), { name: 'CredentialsProviderError' })],
  ['of a response that was checked', new DamagedResponseError('the response lacks a required field')],
  ['of this action', new KeyPairError('ENDPOINT_NOT_SAFE', 'not https')],
])('An error %s is passed on as it is.', async (_, error) => {
  expect(await redacted(error)).toBe(error);
});
