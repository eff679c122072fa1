import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createAccount, type LocalAccount } from '../../local/aws/server.ts';
import { annotated, keyPairStep, openScenario, postOf, type Scenario } from '../lib/scenario.ts';

/** Sessions of one role: every process of the job gets another access key. */
const sessions = [1, 2, 3, 4].map(() => createAccount('111111111111', 'session'));
const elsewhere = createAccount('222222222222', 'session');

const noKeys = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};

const create = keyPairStep({ 'key-name': 'temporary', lifetime: 'job', 'key-type': 'ed25519' });
const remove = keyPairStep(
  { operation: 'delete', 'key-name': 'temporary' },
  { id: 'remove', name: 'remove' },
);

/** Variables for a source that gives the first of these sessions, then the second, and so on. */
type Source = (scenario: Scenario, given: readonly LocalAccount[]) => Promise<Record<string, string>>;

const sources: readonly (readonly [name: string, source: Source])[] = [
  ['a web identity', webIdentity],
  ['a credential_process', credentialProcess],
];

describe.each(sources)('with credentials from %s, post', (_name, source) => {
  test('does not warn of a key pair that the job deleted itself', async () => {
    await using scenario = await openScenario('eu-west-1', [createAccount(), ...sessions]);
    const host = scenario.host({ ...noKeys, ...(await source(scenario, sessions)) });

    const run = await scenario.run([create, remove], { host });

    expect(run.conclusion).toBe('success');
    expect(scenario.aws.keyPairs('eu-west-1', '111111111111')).toEqual([]);
    expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(scenario.aws.requests.filter(({ service }) => service === 'sts')).toEqual([]);
  });

  test('warns of a key pair that it does not find with credentials of another account', async () => {
    const given = [...sessions.slice(0, 1), elsewhere] as const;
    await using scenario = await openScenario('eu-west-1', [createAccount(), ...given]);
    const host = scenario.host({ ...noKeys, ...(await source(scenario, given)) });

    const run = await scenario.run([create], { host });

    expect(scenario.aws.keyPairs('eu-west-1', '111111111111')).toHaveLength(1);
    expect(annotated(postOf(run), 'warning').join()).toContain(
      'it was not found, but the current AWS credentials may belong to another account.',
    );
  });
});

test('post does not warn of a key pair that the job deleted itself if a later step signed in again', async () => {
  const [first = elsewhere, second = elsewhere] = sessions;
  await using scenario = await openScenario('eu-west-1', [first, second]);
  const variables = scenario.aws.environment('eu-west-1', second);
  const lines = Object.entries(variables).map(([name, value]) => `echo '${name}=${value}' >> "$GITHUB_ENV"`);

  const run = await scenario.run([create, remove, { name: 'sign in', run: lines.join('\n') }]);

  expect(annotated(postOf(run), 'warning')).toEqual([]);
  const asked = scenario.aws.requests.filter(({ service }) => service === 'sts');
  expect(asked.map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
});

/** A program that prints other credentials each time. */
async function credentialProcess({ aside }: Scenario, given: readonly LocalAccount[]) {
  const printed = given.map(({ accessKeyId, secretAccessKey, sessionToken }) =>
    JSON.stringify({
      Version: 1,
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
    }),
  );
  const program = path.join(aside, 'give.sh');
  const list = path.join(aside, 'given.txt');
  await writeFile(list, `${printed.join('\n')}\n`);
  await writeFile(
    program,
    `head -n 1 '${list}'\ntail -n +2 '${list}' > '${list}.rest'\nmv '${list}.rest' '${list}'\n`,
  );
  const config = path.join(aside, 'config');
  await writeFile(config, `[default]\ncredential_process = sh '${program}'\n`);
  return { AWS_CONFIG_FILE: config };
}

/** An STS that gives another session each time, and a token for it. */
async function webIdentity({ aside }: Scenario, given: readonly LocalAccount[]) {
  const left = [...given];
  const server = createServer((request, response) => {
    request.resume();
    const { accessKeyId, secretAccessKey, sessionToken, accountId } = left.shift() ?? elsewhere;
    const credentials = `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;
    const user = `<AssumedRoleUser><Arn>arn:aws:sts::${accountId}:assumed-role/deploy/job</Arn></AssumedRoleUser>`;
    response
      .writeHead(200, { 'content-type': 'text/xml' })
      .end(
        `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult>${credentials}${user}</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
      );
  });
  server.unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const token = path.join(aside, 'token');
  await writeFile(token, 'an OIDC token');
  return {
    AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_WEB_IDENTITY_TOKEN_FILE: token,
    AWS_ROLE_ARN: 'arn:aws:iam::111111111111:role/deploy',
  };
}
