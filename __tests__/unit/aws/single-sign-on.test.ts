import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
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

test.each([
  ['corp', ofSession],
  ['https://corp.example/start', ofProfile],
])(
  'SSO is asked in its own Region, whatever the Region and the STS of the job are (%s)',
  async (session, settings) => {
    const config = path.join(folder, 'config');
    writeFileSync(config, `[default]\nsso_account_id = 123456789012\nsso_role_name = deploy\n${settings}`);
    const cache = path.join(folder, '.aws', 'sso', 'cache');
    mkdirSync(cache, { recursive: true });
    const token = {
      accessToken: 'a token',
      expiresAt: '2099-01-01T00:00:00Z',
      startUrl: 'https://corp.example/start',
    };
    const name = createHash('sha1').update(session).digest('hex');
    writeFileSync(path.join(cache, `${name}.json`), JSON.stringify(token));
    setAwsEnvironment({ AWS_CONFIG_FILE: config, HOME: folder });
    const { provider } = chooseSource(await Configuration.read(process.env), (service) => ({
      region: 'us-east-1',
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      ignoreConfiguredEndpointUrls: true,
      ...(service === 'STS' ? { endpoint: 'https://sts.example' } : {}),
    }));
    const asked: string[] = [];
    const requestHandler = {
      async handle({ hostname }: { readonly hostname: string }) {
        asked.push(hostname);
        throw new Error('enough was seen');
      },
    };
    await expect(provider({ callerClientConfig: { requestHandler } } as never)).rejects.toThrow();
    expect(new Set(asked)).toEqual(new Set(['portal.sso.eu-central-1.amazonaws.com']));
  },
);
