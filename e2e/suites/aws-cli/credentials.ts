import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createAccount } from '../../../local/aws/server.ts';
import type { AwsCli } from '../../lib/aws-cli.ts';
import type { Endpoint } from './endpoints.ts';

/** A user and a role session. */
export const callers = [
  createAccount('111111111111', 'user'),
  createAccount('222222222222', 'session'),
] as const;

/** Valid and invalid credentials. */
export async function checkCredentials({ site, aws, cli }: Endpoint): Promise<void> {
  const { sessionToken = '', ...session } = callers[1];
  const role = cli.with({
    AWS_ACCESS_KEY_ID: session.accessKeyId,
    AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  });

  await site.check('sts get-caller-identity returns the account, the user and the session', async () => {
    const identity = (caller: AwsCli) => caller.json('sts', 'get-caller-identity') as Promise<Identity>;
    const user = await identity(cli);
    assert.deepEqual([user.Account, user.Arn], ['111111111111', 'arn:aws:iam::111111111111:user/local']);
    assert.match(user.UserId, /^AIDA[A-Z2-7]{16}$/);
    const assumed = await identity(role);
    assert.deepEqual(
      [assumed.Account, assumed.Arn],
      ['222222222222', 'arn:aws:sts::222222222222:assumed-role/local/session'],
    );
    assert.match(assumed.UserId, /^AROA[A-Z2-7]{16}:session$/);
  });

  await site.check('a valid session token gives access to EC2', async () => {
    assert.deepEqual(await role.json('ec2', 'describe-key-pairs'), { KeyPairs: [] });
  });

  const unknownKey = 'AKIAIOSFODNN7EXAMPLE';
  const invalid: readonly [sentence: string, caller: AwsCli, code: string][] = [
    ['a wrong secret', cli.with({ AWS_SECRET_ACCESS_KEY: 'wrong' }), 'SignatureDoesNotMatch'],
    ['an unknown access key', cli.with({ AWS_ACCESS_KEY_ID: unknownKey }), 'InvalidClientTokenId'],
    ['a wrong session token', role.with({ AWS_SESSION_TOKEN: 'wrong' }), 'InvalidClientTokenId'],
    ['a session without its token', role.with({ AWS_SESSION_TOKEN: '' }), 'InvalidClientTokenId'],
    [
      "another account's session token",
      cli.with({ AWS_SESSION_TOKEN: sessionToken }),
      'InvalidClientTokenId',
    ],
  ];
  for (const [sentence, caller, code] of invalid) {
    await site.check(`${sentence} causes AuthFailure from EC2, and ${code} from STS`, async () => {
      const codes = [
        (await caller.awsError('ec2', 'describe-key-pairs')).code,
        (await caller.awsError('sts', 'get-caller-identity')).code,
      ];
      assert.deepEqual(codes, ['AuthFailure', code]);
    });
  }

  await site.check(
    'expired credentials cause RequestExpired from EC2, and ExpiredToken from STS',
    async () => {
      aws.faults.add({ on: '*', times: 2, effect: { kind: 'expired-credentials' } });
      const codes = [
        (await role.awsError('ec2', 'describe-key-pairs')).code,
        (await role.awsError('sts', 'get-caller-identity')).code,
      ];
      assert.deepEqual(codes, ['RequestExpired', 'ExpiredToken']);
    },
  );

  await site.check(
    'an unsigned request causes MissingParameter from EC2, and MissingAuthenticationToken from STS',
    async () => {
      assert.deepEqual(await cli.awsError('ec2', 'describe-key-pairs', '--no-sign-request'), {
        code: 'MissingParameter',
        message: 'The request must contain the parameter AWSAccessKeyId',
      });
      const { code } = await cli.awsError('sts', 'get-caller-identity', '--no-sign-request');
      assert.equal(code, 'MissingAuthenticationToken');
    },
  );

  await site.check('an unsupported API version of EC2 causes NoSuchVersion', async () => {
    const config = path.join(site.folder, 'old-version.ini');
    await writeFile(config, '[default]\napi_versions =\n  ec2 = 2015-10-01\n');
    const old = cli.with({ AWS_CONFIG_FILE: config });
    assert.equal((await old.awsError('ec2', 'describe-key-pairs')).code, 'NoSuchVersion');
  });
}

interface Identity {
  readonly Account: string;
  readonly Arn: string;
  readonly UserId: string;
}
