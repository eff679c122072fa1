import assert from 'node:assert/strict';
import { type IdTokens, startIdTokens } from '../../../local/runner/id-tokens.ts';
import type { Endpoint } from './endpoints.ts';

const arn = 'arn:aws:iam::111111111111:role/team/ci';
const audience = 'sts.amazonaws.com';
const subject = 'repo:octo/widgets:ref:refs/heads/main';

/** Roles that are assumed with an OIDC token of GitHub. */
export async function checkRoles({ site, aws, cli }: Endpoint): Promise<void> {
  await using tokens = await startIdTokens();
  const { issuer, publicKey } = tokens;
  aws.addRole({ arn, provider: { issuer, publicKey, audiences: [audience] }, subjects: [subject] });
  const assume = (role: string, token: string, ...more: readonly string[]) => [
    ...['sts', 'assume-role-with-web-identity', '--role-arn', role, '--role-session-name', 'widgets.1'],
    ...['--web-identity-token', token, ...more],
  ];

  await site.check('sts assume-role-with-web-identity returns a session that has access to EC2', async () => {
    const token = await tokenOf(tokens, subject);
    const { Credentials, AssumedRoleUser } = (await cli.json(...assume(arn, token))) as Assumed;
    assert.equal(AssumedRoleUser.Arn, 'arn:aws:sts::111111111111:assumed-role/ci/widgets.1');
    const session = cli.with({
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials.SessionToken,
    });
    assert.deepEqual(await session.json('ec2', 'describe-key-pairs'), { KeyPairs: [] });
  });

  const token = await tokenOf(tokens, subject);
  const ofAnotherBranch = await tokenOf(tokens, 'repo:octo/widgets:ref:refs/heads/other');
  const refused: readonly [sentence: string, code: string, args: readonly string[]][] = [
    ['a role that does not exist', 'AccessDenied', assume('arn:aws:iam::111111111111:role/x', token)],
    ['a subject that the role does not trust', 'AccessDenied', assume(arn, ofAnotherBranch)],
    ['a token that no one has signed', 'InvalidIdentityToken', assume(arn, 'a.b.c')],
    ['a session of two hours', 'ValidationError', assume(arn, token, '--duration-seconds', '7200')],
  ];
  for (const [sentence, code, args] of refused) {
    await site.check(`${sentence} causes ${code} from STS`, async () => {
      assert.equal((await cli.awsError(...args)).code, code);
    });
  }
}

/** A token of a job with this `sub`. */
async function tokenOf(tokens: IdTokens, sub: string): Promise<string> {
  tokens.allow(sub, { sub });
  const response = await fetch(`${tokens.url}&audience=${audience}`, {
    headers: { authorization: `Bearer ${sub}` },
  });
  const { value } = (await response.json()) as { readonly value: string };
  return value;
}

interface Assumed {
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly SecretAccessKey: string;
    readonly SessionToken: string;
  };
  readonly AssumedRoleUser: { readonly Arn: string };
}
