import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { printedWithoutMasks } from '../../test-support/leaks.ts';
import { type NetworkOptions, openNetwork } from '../lib/network.ts';
import { annotated, keyLeaks, keyPairStep, operationsSent, postOf, stepOf } from '../lib/scenario.ts';

const ec2 = 'CONNECT ec2.eu-west-1.amazonaws.com:443';
const step = keyPairStep({ 'key-type': 'ed25519' });

type Network = Awaited<ReturnType<typeof openNetwork>>;

function asked({ proxy }: Network): string[] {
  return [...new Set(proxy.requests.map(({ method, target }) => `${method} ${target}`))];
}

describe('a step behind a proxy', () => {
  test.concurrent.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'])(
    'sends every request of main and post through %s',
    async (variable) => {
      await using network = await openNetwork();

      const run = await network.run([step], {
        host: network.behindProxy({ [variable]: `http://${network.address}` }),
      });

      expect(run.conclusion).toBe('success');
      expect(run.annotations).toEqual([]);
      expect(operationsSent(network.aws)).toEqual(expect.arrayContaining(['CreateKeyPair', 'DeleteKeyPair']));
      expect(asked(network)).toEqual([ec2]);
      expect(network.aws.keyPairs('eu-west-1')).toEqual([]);
      expect(keyLeaks(run, network)).toEqual([]);
    },
  );

  test.concurrent.each([
    ['a proxy that is asked with TLS', { proxyHasTls: true }, 'https://'],
    ['a proxy without a scheme', {}, ''],
  ] satisfies [string, NetworkOptions, string][])('uses %s', async (_, options, scheme) => {
    await using network = await openNetwork(options);

    const run = await network.run([step], {
      host: network.behindProxy({ HTTPS_PROXY: `${scheme}${network.address}` }),
    });

    expect(run.conclusion).toBe('success');
    expect(asked(network)).toEqual([ec2]);
  });

  test.concurrent('uses it once if Node would use it, too', async () => {
    await using network = await openNetwork();
    const proxy = `http://${network.address}`;

    const run = await network.run([step], {
      host: network.behindProxy({ HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NODE_USE_ENV_PROXY: '1' }),
    });

    expect(run.conclusion).toBe('success');
    expect(asked(network)).toEqual([ec2]);
  });

  test.concurrent('sends the credentials in the URL, and masks them before anything is sent', async () => {
    const password = 'p@ss:w/rd#';
    const encoded = encodeURIComponent(password);
    const credentials = `ci-user:${password}`;
    await using network = await openNetwork({ proxy: { credentials } });

    const run = await network.run([step], {
      host: network.behindProxy({ HTTPS_PROXY: `http://ci-user:${encoded}@${network.address}` }),
    });

    expect(run.conclusion).toBe('success');
    expect(new Set(network.proxy.requests.map((request) => request.credentials))).toEqual(
      new Set([credentials]),
    );
    const base64 = Buffer.from(credentials).toString('base64');
    expect(run.masks.slice(0, 3)).toEqual([encoded, password, base64]);
    for (const secret of [encoded, password, base64]) expect(printedWithoutMasks(run)).not.toContain(secret);
  });

  test.concurrent('sends the requests for credentials through it: STS', async () => {
    await using network = await openNetwork();
    const token = path.join(network.aside, 'token');
    writeFileSync(token, 'an OIDC token');

    await network.run([step], {
      host: network.behindProxy({
        ...withoutKeys,
        AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
        AWS_WEB_IDENTITY_TOKEN_FILE: token,
        HTTPS_PROXY: `http://${network.address}`,
      }),
    });

    expect(asked(network)).toEqual(['CONNECT sts.eu-west-1.amazonaws.com:443']);
  });

  test.concurrent('sends the requests for credentials through it: IAM Identity Center', async () => {
    await using network = await openNetwork();
    const config = path.join(network.aside, 'config');
    writeFileSync(
      config,
      '[default]\nsso_start_url = https://start.example\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = deploy\n',
    );
    const cache = path.join(network.aside, '.aws/sso/cache');
    mkdirSync(cache, { recursive: true });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const name = createHash('sha1').update('https://start.example').digest('hex');
    writeFileSync(path.join(cache, `${name}.json`), JSON.stringify({ accessToken: 'a token', expiresAt }));

    await network.run([step], {
      host: network.behindProxy({
        ...withoutKeys,
        AWS_CONFIG_FILE: config,
        HOME: network.aside,
        HTTPS_PROXY: `http://${network.address}`,
      }),
    });

    expect(asked(network)).toEqual(['CONNECT portal.sso.eu-west-1.amazonaws.com:443']);
  });

  test.concurrent.each<[where: string, endpoint: (network: Network) => string]>([
    ['this machine, with TLS', ({ url }) => url],
    ['this machine, without TLS', ({ aws }) => aws.url],
    ['this machine, by its name', ({ aws }) => aws.url.replace('127.0.0.1', 'localhost')],
  ])('asks no proxy for %s', async (_, endpoint) => {
    await using network = await openNetwork();
    const proxy = `http://${network.address}`;

    const run = await network.run([step], {
      host: network.behindProxy({
        AWS_ENDPOINT_URL: endpoint(network),
        HTTPS_PROXY: proxy,
        HTTP_PROXY: proxy,
        ALL_PROXY: proxy,
      }),
    });

    expect(run.conclusion).toBe('success');
    expect(asked(network)).toEqual([]);
  });

  test.concurrent('asks no proxy for hosts in NO_PROXY', async () => {
    await using network = await openNetwork();

    const run = await network.run([step], {
      host: network.behindProxy({
        AWS_ENDPOINT_URL: 'https://ec2.invalid',
        HTTPS_PROXY: `http://${network.address}`,
        NO_PROXY: '.invalid',
      }),
    });

    expect(run.conclusion).toBe('failure');
    expect(asked(network)).toEqual([]);
  });
});

const withoutKeys = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

describe('create names the proxy that', () => {
  test.concurrent.each<{
    what: string;
    options?: NetworkOptions;
    proxy: (network: Network) => string;
    says: (network: Network) => string;
    hints: string;
  }>([
    {
      what: 'requires credentials',
      options: { proxy: { credentials: 'ci:secret' } },
      proxy: ({ address }) => `http://${address}`,
      says: ({ address }) =>
        `The proxy ${address} (HTTPS_PROXY) requires a user name and password (HTTP 407).`,
      hints: 'Set HTTPS_PROXY to http://<user>:<password>@<host>:<port>.',
    },
    {
      what: 'rejects the credentials',
      options: { proxy: { credentials: 'ci:secret' } },
      proxy: ({ address }) => `http://ci:wr0ng-pass@${address}`,
      says: ({ address }) =>
        `The proxy ${address} (HTTPS_PROXY) rejected the user name or password (HTTP 407).`,
      hints: 'Percent-encode special characters',
    },
    {
      what: 'does not allow the host',
      options: { proxy: { refuseWith: 403 } },
      proxy: ({ address }) => `http://ci:wr0ng-pass@${address}`,
      says: ({ address }) =>
        `The proxy ${address} (HTTPS_PROXY) did not connect to ec2.eu-west-1.amazonaws.com:443 (HTTP 403).`,
      hints: 'Allow this host in the proxy',
    },
    {
      what: 'has an invalid URL',
      proxy: () => 'http://ci:wr0ng-pass#1@proxy.example:3128',
      says: () => 'HTTPS_PROXY is not a valid URL of a proxy.',
      hints: 'Percent-encode special characters',
    },
    {
      what: 'is not an HTTP proxy',
      proxy: ({ address }) => `socks5://ci:wr0ng-pass@${address}`,
      says: () => 'HTTPS_PROXY is a socks5 proxy, which is not supported.',
      hints: 'Set HTTPS_PROXY to an http or https proxy.',
    },
    {
      what: 'has no TLS, although its URL says so',
      proxy: ({ address }) => `https://${address}`,
      says: ({ address }) => `The proxy ${address} (HTTPS_PROXY) does not answer with TLS.`,
      hints: 'Set HTTPS_PROXY to a URL that starts with http://.',
    },
    {
      what: 'has a certificate that is not trusted',
      options: { proxyHasTls: true },
      proxy: ({ proxy }) => `https://127.0.0.1:${proxy.port}`,
      says: () => 'The certificate of 127.0.0.1 was rejected: it belongs to another host',
      hints: 'any proxy',
    },
  ])('$what, and sends nothing', async ({ options, proxy, says, hints }) => {
    await using network = await openNetwork(options);

    const run = await network.run([step], {
      host: network.behindProxy({ HTTPS_PROXY: proxy(network) }),
    });

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(says(network));
    expect(run.log).toContain(hints);
    expect(printedWithoutMasks(run)).not.toContain('wr0ng-pass');
    expect(network.proxy.requests.length).toBeLessThanOrEqual(1);
    expect(network.aws.requests).toEqual([]);
    expect(postOf(run).annotations).toEqual([]);
  });

  test.concurrent('cannot be reached', async () => {
    await using network = await openNetwork();
    const { address } = network;
    await network.proxy.close();

    const run = await network.run([step], {
      host: network.behindProxy({ HTTPS_PROXY: `http://ci:wr0ng-pass@${address}` }),
    });

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      `cannot reach the proxy ${address} (HTTPS_PROXY): connect ECONNREFUSED`,
    );
    expect(printedWithoutMasks(run)).not.toContain('wr0ng-pass');
  });
});
