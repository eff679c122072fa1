import type { EC2Client } from '@aws-sdk/client-ec2';
import { AwsError, isNamed } from '../aws/errors.ts';
import { responseTextOf } from '../aws/response-text.ts';
import { throwUnexpectedResponse } from '../aws/responses.ts';
import type { Retry } from '../aws/retry.ts';
import type { ErrorCode } from '../errors.ts';
import { explainEc2 } from './explain-ec2.ts';
import {
  actionsOf,
  createKeyPairCommand,
  createTagsCommand,
  deleteKeyPairCommand,
  doingOf,
  importKeyPairCommand,
  type KeyPairCall,
} from './requests.ts';
import { ec2ErrorNames } from './responses.ts';

/** What a check sends its request with. */
interface Access {
  readonly client: Pick<EC2Client, 'send'>;
  readonly retry: Retry;
  readonly region: string;
}

/** Codes of errors that say what EC2 thinks of the request, not of who sent it. */
const answers: readonly ErrorCode[] = ['NOT_ALLOWED', 'REFUSED', 'TOO_MANY_KEY_PAIRS'];

/**
 * Sends a call as a dry run. EC2 answers every dry run with an error, and `DryRunOperation` means that it is allowed.
 *
 * @throws AwsError if EC2 would not allow the call, or did not answer.
 */
export async function checkPermission(call: KeyPairCall, { client, retry, region }: Access): Promise<void> {
  try {
    await retry.idempotent(async (abortSignal) => {
      await sendDryRun(call, client, { abortSignal });
      throwUnexpectedResponse();
    });
  } catch (error) {
    if (isNamed(error, ec2ErrorNames.wouldBeAllowed)) return;
    const doing = `check the permission to ${doingOf(call)}`;
    const explained = explainEc2(error, { action: actionsOf(call), doing, region });
    if (!answers.includes(explained.code)) throw explained;
    const { code, hint = '' } = explained;
    throw new AwsError(code, `EC2 would not allow this: ${responseTextOf(error)}`, { hint, cause: error });
  }
}

function sendDryRun(
  call: KeyPairCall,
  client: Access['client'],
  options: { readonly abortSignal: AbortSignal },
): Promise<unknown> {
  switch (call.call) {
    case 'CreateKeyPair':
      return client.send(createKeyPairCommand(call.pair, true), options);
    case 'ImportKeyPair':
      return client.send(importKeyPairCommand(call.pair, true), options);
    case 'CreateTags':
      return client.send(createTagsCommand(call.pair, call.tags, true), options);
    case 'DeleteKeyPair':
      return client.send(deleteKeyPairCommand(call.pair, true), options);
  }
}
