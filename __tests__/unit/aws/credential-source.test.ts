import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serve } from './endpoint.ts';
import { failure } from './opening.ts';

const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-sources-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

const region = { AWS_REGION: 'eu-west-1' };

test('A profile without credentials does not hide that there are none.', async () => {
  expect(await failure({ AWS_PROFILE: 'ci' }, '[profile ci]\nregion = eu-west-1\n')).toMatchObject({
    code: 'NO_CREDENTIALS',
    message: 'No AWS credentials were found.',
    details: expect.stringContaining('id-token: write'),
  });
});

test('A secret access key without its ID is named, since no other source was found.', async () => {
  expect(await failure({ ...region, AWS_SECRET_ACCESS_KEY: 'example' })).toMatchObject({
    code: 'NO_CREDENTIALS',
    message: 'No AWS credentials were found. AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not.',
  });
});

describe('A source that fails is named, with the reason and without what it printed or answered:', () => {
  test.each([
    ["throw new Error('the secret')", 'the program failed. Run it in a step to see why.'],
    ["console.log('the secret')", 'Profile default credential_process returned invalid JSON.'],
    [
      `console.log('{"Version":2,"AccessKeyId":"the secret"}')`,
      'Profile default credential_process did not return Version 1.',
    ],
  ])('a credential_process (%s)', async (source, reason) => {
    const program = path.join(folder, 'program.cjs');
    writeFileSync(program, source);
    const command = `"${process.execPath}" "${program}"`;
    const error = await failure(region, `[default]\ncredential_process = ${command}\n`);
    expect(error).toMatchObject({
      code: 'CREDENTIALS_NOT_LOADED',
      message: `AWS credentials could not be loaded from credential_process of profile "default": ${reason}`,
    });
    expect(error.message).not.toContain('the secret');
  });

  test('a token file that is not there', async () => {
    const role = 'arn:aws:iam::123456789012:role/deploy';
    const variables = { ...region, AWS_WEB_IDENTITY_TOKEN_FILE: '/no/token', AWS_ROLE_ARN: role };
    expect((await failure(variables)).message).toBe(
      `AWS credentials could not be loaded from AWS_WEB_IDENTITY_TOKEN_FILE, for the role ${role}: Error: ENOENT: no such file or directory, open '${path.resolve('/no/token')}'`,
    );
  });

  test('a role that STS refuses', async () => {
    await using sts = await serve(
      403,
      '<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error><RequestId>1</RequestId></ErrorResponse>',
      { 'x-amzn-requestid': '1' },
    );
    const token = path.join(folder, 'token');
    writeFileSync(token, 'an OIDC token');
    const error = await failure({
      ...region,
      AWS_ENDPOINT_URL_STS: sts.url,
      AWS_WEB_IDENTITY_TOKEN_FILE: token,
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
    });
    expect(error.code).toBe('CREDENTIALS_NOT_LOADED');
    expect(error.message).toContain('AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity');
  });

  test('a container that answers with something else', async () => {
    await using source = await serve(200, 'the secret');
    const error = await failure({ ...region, AWS_CONTAINER_CREDENTIALS_FULL_URI: source.url });
    expect(error).toMatchObject({
      code: 'CREDENTIALS_NOT_LOADED',
      message:
        'AWS credentials could not be loaded from AWS_CONTAINER_CREDENTIALS_FULL_URI: the answer cannot be read',
    });
  });

  test('a container that nobody serves', async () => {
    const error = await failure({ ...region, AWS_CONTAINER_CREDENTIALS_FULL_URI: await closedPort() });
    expect(error.message).toMatch(
      /^AWS credentials could not be loaded from AWS_CONTAINER_CREDENTIALS_FULL_URI: .*ECONNREFUSED/,
    );
  });
});

/** A profile that uses SSO, with a section for its session. */
const ssoProfile = 'sso_session = corp\nsso_account_id = 123456789012\nsso_role_name = deploy\n';
const ssoUrl = 'sso_start_url = https://corp.example/start\n';
const role = 'role_arn = arn:aws:iam::123456789012:role/deploy\n';

describe('What a profile lacks is named:', () => {
  test.each<[message: string, config: string]>([
    [
      'sso_session of profile "default" names a section that does not exist: "corp".',
      `[default]\n${ssoProfile}`,
    ],
    [
      'sso_session of profile "base" names a section that does not exist: "corp".',
      `[default]\n${role}source_profile = base\n[profile base]\n${ssoProfile}`,
    ],
    [
      'SSO is set, but sso_region of [sso-session corp] is not.',
      `[default]\n${ssoProfile}[sso-session corp]\n${ssoUrl}`,
    ],
    [
      'SSO is set, but sso_start_url and sso_region of [sso-session corp] are not.',
      `[default]\n${ssoProfile}[sso-session corp]\nsso_registration_scopes = x\n`,
    ],
    [
      'SSO is set, but sso_role_name of profile "default" is not.',
      `[default]\nsso_session = corp\nsso_account_id = 123456789012\n[sso-session corp]\n${ssoUrl}sso_region = eu-west-1\n`,
    ],
    [
      'SSO is set, but sso_region of profile "default" is not.',
      `[default]\nsso_account_id = 123456789012\nsso_role_name = deploy\n${ssoUrl}`,
    ],
    [
      'role_arn of profile "default" is set, but source_profile and credential_source are not.',
      `[default]\n${role}`,
    ],
    [
      'role_arn of profile "base" is set, but source_profile and credential_source are not.',
      `[default]\n${role}source_profile = base\n[profile base]\n${role}`,
    ],
    [
      'source_profile of profile "default" names a section that does not exist: "gone".',
      `[default]\n${role}source_profile = gone\n`,
    ],
  ])('%s', async (message, config) => {
    expect(await failure(region, config)).toMatchObject({ code: 'ENVIRONMENT_INVALID', message });
  });

  test.each([
    ['default', `[default]\n${role}mfa_serial = arn:aws:iam::123456789012:mfa/me\nsource_profile = base\n`],
    [
      'middle',
      `[default]\n${role}source_profile = middle\n[profile middle]\n${role}mfa_serial = 1\nsource_profile = base\n`,
    ],
  ])('a person who enters an MFA code (%s)', async (name, config) => {
    const keys = '[profile base]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = example\n';
    expect(await failure(region, `${config}${keys}`)).toMatchObject({
      code: 'CREDENTIALS_NOT_LOADED',
      message: `AWS credentials could not be loaded from profile "${name}": it has mfa_serial, and no one can enter an MFA code in a job.`,
      hint: expect.stringContaining('set role-to-assume'),
    });
  });

  test('nothing, if a session is only over', async () => {
    const config = `[default]\n${ssoProfile}[sso-session corp]\n${ssoUrl}sso_region = eu-west-1\n`;
    const error = await failure({ ...region, HOME: folder }, config);
    expect(error.message).toMatch(
      /^AWS credentials could not be loaded from sso_session of profile "default": .*aws sso login/s,
    );
  });
});

describe('If nothing is configured, what the instance metadata service said is told:', () => {
  test.each([
    ['no role', 404, 'The instance metadata service says that this instance has no role.'],
    ['an error', 500, 'The instance metadata service answered with HTTP 500.'],
    ['no credentials', 200, 'The answer of the instance metadata service cannot be read.'],
  ])('%s', async (_what, status, said) => {
    await using service = await serve(status, 'the secret');
    const error = await failure({
      ...region,
      AWS_EC2_METADATA_DISABLED: '',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
    });
    expect(error).toMatchObject({
      code: 'NO_CREDENTIALS',
      message: `No AWS credentials were found. ${said}`,
    });
  });

  test('silence', async () => {
    await using service = await serveNothing();
    const error = await failure({
      ...region,
      AWS_EC2_METADATA_DISABLED: '',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
    });
    expect(error.message).toBe(
      'No AWS credentials were found. The instance metadata service did not answer.',
    );
  });

  test('nothing', async () => {
    const error = await failure({
      ...region,
      AWS_EC2_METADATA_DISABLED: '',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: await closedPort(),
    });
    expect(error.message).toBe(
      'No AWS credentials were found. The instance metadata service did not answer.',
    );
  });
});

/** A server that takes requests and never answers. */
async function serveNothing() {
  const server = createServer(() => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const end = async (): Promise<void> => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: end,
  };
}

/** The address of a port on which nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server.close(), 'close');
  return url;
}
