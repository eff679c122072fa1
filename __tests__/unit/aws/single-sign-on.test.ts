import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { HttpResponse } from '@smithy/core/protocols';
import { Configuration } from '../../../src/aws/configuration.ts';
import { chooseSource } from '../../../src/aws/credential-source.ts';
import { setAwsEnvironment } from './endpoint.ts';

const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-sso-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

const ofSession = `sso_session = corp
[sso-session corp]
sso_start_url = https://corp.example/start
sso_region = eu-central-1
`;
const ofProfile = 'sso_start_url = https://corp.example/start\nsso_region = eu-central-1\n';

const ofAccount = 'sso_account_id = 123456789012\nsso_role_name = deploy\n';
const role = 'role_arn = arn:aws:iam::123456789012:role/deploy\n';

interface Request {
  readonly hostname: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gets credentials with this configuration, until STS is asked. Returns the requests. */
async function requestsWith(config: string, session: string): Promise<Request[]> {
  const file = path.join(folder, 'config');
  writeFileSync(file, config);
  const cache = path.join(folder, '.aws', 'sso', 'cache');
  mkdirSync(cache, { recursive: true });
  const token = {
    accessToken: 'a token',
    expiresAt: '2099-01-01T00:00:00Z',
    startUrl: 'https://corp.example/start',
  };
  const name = createHash('sha1').update(session).digest('hex');
  writeFileSync(path.join(cache, `${name}.json`), JSON.stringify(token));
  setAwsEnvironment({ AWS_CONFIG_FILE: file, HOME: folder });
  const { provider } = chooseSource(await Configuration.read(process.env), (service) => ({
    region: 'us-east-1',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    ignoreConfiguredEndpointUrls: true,
    ...(service === 'STS' ? { endpoint: 'https://sts.example' } : {}),
  }));
  const asked: Request[] = [];
  const roleCredentials = {
    accessKeyId: 'AKIDOFSSO',
    secretAccessKey: 'a secret',
    sessionToken: 'another token',
    expiration: Date.parse('2099-01-01T00:00:00Z'),
  };
  const requestHandler = {
    async handle(request: Request) {
      asked.push(request);
      if (request.hostname === 'sts.example') throw new Error('enough was seen');
      const body = Readable.from([JSON.stringify({ roleCredentials })]);
      return { response: new HttpResponse({ statusCode: 200, headers: {}, body }) };
    },
  };
  await provider({ callerClientConfig: { requestHandler } } as never).catch(() => undefined);
  return asked;
}

describe.each([
  ['corp', ofSession],
  ['https://corp.example/start', ofProfile],
])(
  'SSO is asked in its own Region, whatever the Region and the STS of the job are (%s)',
  (session, settings) => {
    test('for the profile itself', async () => {
      const asked = await requestsWith(`[default]\n${ofAccount}${settings}`, session);
      expect(asked.map(({ hostname }) => hostname)).toEqual(['portal.sso.eu-central-1.amazonaws.com']);
    });

    test.each([
      ['its source', `[default]\n${role}source_profile = base\n[profile base]\n`],
      [
        'the source of its source',
        `[default]\n${role}source_profile = middle\n[profile middle]\n${role}source_profile = base\n[profile base]\n`,
      ],
    ])('for a role of which it is %s, and STS in that of the job', async (_, profiles) => {
      const [first, second] = await requestsWith(`${profiles}${ofAccount}${settings}`, session);
      expect(first?.hostname).toBe('portal.sso.eu-central-1.amazonaws.com');
      expect(second?.hostname).toBe('sts.example');
      expect(second?.headers['authorization']).toMatch(/ Credential=AKIDOFSSO\/\d+\/us-east-1\/sts\//);
    });
  },
);

test('profiles that name each other as their source are an error, and no endless loop', async () => {
  const config = `[default]\n${role}source_profile = other\n[profile other]\n${role}source_profile = default\n`;
  expect(await requestsWith(config, 'corp')).toEqual([]);
});
