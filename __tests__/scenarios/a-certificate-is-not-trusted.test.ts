import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CertificateAuthority, type CertificateRequest } from '../../local/network/certificates.ts';
import { openNetwork } from '../lib/network.ts';
import { annotated, keyPairStep, openScenario, postOf, stepOf } from '../lib/scenario.ts';

const step = keyPairStep({ 'key-type': 'ed25519' });
const day = 24 * 60 * 60 * 1000;

type Network = Awaited<ReturnType<typeof openNetwork>>;
type Variables = Record<string, string | undefined>;

/** A file beside the job's folders. */
function file({ aside }: Network, name: string, text: string): string {
  const target = path.join(aside, name);
  writeFileSync(target, text);
  return target;
}

const otherAuthority = new CertificateAuthority('Other CA');

describe('the certificate authority of a network is trusted', () => {
  test.concurrent.each<[where: string, variables: (network: Network) => Variables]>([
    ['AWS_CA_BUNDLE', ({ bundle }) => ({ AWS_CA_BUNDLE: bundle })],
    ['REQUESTS_CA_BUNDLE', ({ bundle }) => ({ REQUESTS_CA_BUNDLE: bundle })],
    ['NODE_EXTRA_CA_CERTS', ({ bundle }) => ({ NODE_EXTRA_CA_CERTS: bundle })],
    [
      'ca_bundle in the AWS profile',
      (network) => ({
        AWS_CONFIG_FILE: file(network, 'config', `[profile lab]\nca_bundle = ${network.bundle}\n`),
        AWS_SHARED_CREDENTIALS_FILE: file(
          network,
          'credentials',
          `[lab]\naws_access_key_id = ${network.aws.account.accessKeyId}\naws_secret_access_key = ${network.aws.account.secretAccessKey}\n`,
        ),
        AWS_ACCESS_KEY_ID: undefined,
        AWS_SECRET_ACCESS_KEY: undefined,
        AWS_PROFILE: 'lab',
      }),
    ],
    [
      'ca_bundle in the default profile of the AWS CLI',
      (network) => ({
        AWS_CONFIG_FILE: file(network, 'config', `[profile lab]\nca_bundle = ${network.bundle}\n`),
        AWS_DEFAULT_PROFILE: 'lab',
      }),
    ],
    [
      'REQUESTS_CA_BUNDLE, among others, if AWS_CA_BUNDLE is empty',
      (network) => ({
        AWS_CA_BUNDLE: '',
        REQUESTS_CA_BUNDLE: file(
          network,
          'all.pem',
          `# Other CA\n${otherAuthority.cert}\n# Local CA\n${network.authority.cert}`,
        ),
      }),
    ],
  ])('by %s', async (_, variables) => {
    await using network = await openNetwork();

    const run = await network.run([step], {
      host: network.host({ AWS_ENDPOINT_URL: network.url, ...variables(network) }),
    });

    expect(run.conclusion).toBe('success');
    expect(run.annotations).toEqual([]);
    expect(network.aws.keyPairs('eu-west-1')).toEqual([]);
  });
});

describe('create says that the certificate was rejected, and sends nothing, if', () => {
  test.concurrent.each<{
    what: string;
    certificate?: CertificateRequest;
    variables?: (network: Network) => Variables;
    says: string;
    hint: string;
  }>([
    {
      what: 'its authority is unknown',
      variables: () => ({}),
      says: 'its certificate authority is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
      hint: 'set AWS_CA_BUNDLE to a file with the certificate of that authority.',
    },
    {
      what: 'AWS_CA_BUNDLE does not contain its authority, whatever Node trusts',
      variables: (network) => ({
        AWS_CA_BUNDLE: file(network, 'other.pem', otherAuthority.cert),
        NODE_EXTRA_CA_CERTS: network.bundle,
      }),
      says: 'its certificate authority is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
      hint: '(AWS_CA_BUNDLE) are trusted. Add this one to the file.',
    },
    {
      what: 'it has expired',
      certificate: { validUntil: new Date(Date.now() - day / 2) },
      says: 'it has expired (CERT_HAS_EXPIRED).',
      hint: 'Check the clock of the runner.',
    },
    {
      what: 'it is not valid yet',
      certificate: { validFrom: new Date(Date.now() + day / 2) },
      says: 'it is not valid yet (CERT_NOT_YET_VALID).',
      hint: 'Check the clock of the runner.',
    },
    {
      what: 'it belongs to another host',
      certificate: { hosts: ['ec2.example'] },
      says: 'it belongs to another host (ERR_TLS_CERT_ALTNAME_INVALID).',
      hint: 'another server answered.',
    },
  ])('$what', async ({ certificate, variables, says, hint }) => {
    await using network = await openNetwork({ certificate });
    const trusted = variables ?? (({ bundle }) => ({ AWS_CA_BUNDLE: bundle }));

    const run = await network.run([step], {
      host: network.host({ AWS_ENDPOINT_URL: network.url, ...trusted(network) }),
    });

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      `The certificate of localhost was rejected: ${says}`,
    );
    expect(run.log).toContain(hint);
    expect(network.aws.requests).toEqual([]);
    expect(postOf(run).annotations).toEqual([]);
  });
});

describe('create names a file of certificates that', () => {
  test.concurrent.each<[what: string, text: string | undefined, says: string]>([
    ['does not exist', undefined, 'ENOENT'],
    ['is empty', '', 'it contains no certificate in PEM format'],
    ['contains none', 'not a certificate', 'it contains no certificate in PEM format'],
    [
      'is damaged',
      `${otherAuthority.cert}${otherAuthority.cert.replace('MII', 'AAA').replace('MIH', 'AAA')}`,
      'certificate 2 in it is damaged',
    ],
  ])('%s', async (_, text, says) => {
    await using scenario = await openScenario();
    const bundle = path.join(scenario.aside, 'ca.pem');
    if (text !== undefined) writeFileSync(bundle, text);

    const run = await scenario.run([step], {
      host: scenario.host({ AWS_ENDPOINT_URL: 'https://localhost:9', AWS_CA_BUNDLE: bundle }),
    });

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      `Cannot use ${bundle} (AWS_CA_BUNDLE): ${says}.`,
    );
    expect(postOf(run).annotations).toEqual([]);
  });
});
