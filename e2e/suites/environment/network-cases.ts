import { config, inRegion, tokenFile, webIdentity } from './environment-case.ts';
import { type NetworkBed, proxyPassword } from './network-bed.ts';

/** How a request gets through the network, and what is known of it beforehand. */
export interface NetworkCase {
  readonly name: string;
  /** HOME is the case's own folder. */
  variables(bed: NetworkBed): Readonly<Record<string, string>>;
  /** By path in the home folder. */
  files?(bed: NetworkBed): Readonly<Record<string, string>>;
  /** The error of the action. Without it, the action must succeed. */
  readonly says?: RegExp;
  /** What the action asks, and why that is not what the AWS CLI asks. */
  readonly exception?: { readonly why: string; asked(bed: NetworkBed): readonly string[] };
}

const host = 'ec2.eu-west-1.amazonaws.com';
const connect = `CONNECT ${host}:443`;
const describedAt = (at: string) => `DescribeKeyPairs at ${at} in eu-west-1 by AKIAEXPORTED`;
const direct = [describedAt(host)];
const throughProxy = [connect, ...direct];

/** Keys, Region, and a certificate authority that the server's certificate is from. */
const known = ({ bundle }: NetworkBed) => ({ ...inRegion, AWS_CA_BUNDLE: bundle });
const behind = (bed: NetworkBed) => ({ ...known(bed), HTTPS_PROXY: `http://${bed.proxy}` });
const strict = ({ strictProxy }: NetworkBed, userinfo: string) => `http://${userinfo}@${strictProxy}`;
const own = 'https://ec2.example:8443';

export const proxies: readonly NetworkCase[] = [
  { name: 'no proxy', variables: known },
  { name: 'HTTPS_PROXY', variables: behind },
  {
    name: 'https_proxy',
    variables: (bed) => ({ ...known(bed), https_proxy: `http://${bed.proxy}` }),
  },
  {
    name: 'https_proxy before HTTPS_PROXY',
    variables: (bed) => ({
      ...known(bed),
      https_proxy: `http://${bed.proxy}`,
      HTTPS_PROXY: 'http://127.0.0.1:1',
    }),
  },
  {
    name: 'an empty https_proxy before HTTPS_PROXY',
    variables: (bed) => ({ ...behind(bed), https_proxy: '' }),
  },
  { name: 'a proxy without a scheme', variables: (bed) => ({ ...known(bed), HTTPS_PROXY: bed.proxy }) },
  { name: 'HTTP_PROXY', variables: (bed) => ({ ...known(bed), HTTP_PROXY: `http://${bed.proxy}` }) },
  {
    name: 'ALL_PROXY',
    variables: (bed) => ({ ...known(bed), ALL_PROXY: `http://${bed.proxy}` }),
    exception: { why: 'The AWS CLI does not read ALL_PROXY, as curl does.', asked: () => throughProxy },
  },
  {
    name: 'a proxy and an endpoint of its own',
    variables: (bed) => ({ ...behind(bed), AWS_ENDPOINT_URL: own }),
  },
  {
    name: 'a proxy and an endpoint on this machine',
    variables: (bed) => ({ ...behind(bed), AWS_ENDPOINT_URL: `https://localhost:${bed.port}` }),
    exception: {
      why: 'The AWS CLI asks the proxy, for which localhost is another machine.',
      asked: ({ port }) => [describedAt(`localhost:${port}`)],
    },
  },
  {
    name: 'a proxy, and a role by web identity',
    variables: (bed) => ({
      ...{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', AWS_CA_BUNDLE: bed.bundle },
      ...{ ...webIdentity, AWS_STS_REGIONAL_ENDPOINTS: 'regional', HTTPS_PROXY: `http://${bed.proxy}` },
    }),
    files: () => tokenFile,
  },
  {
    name: 'credentials in the URL',
    variables: (bed) => ({
      ...known(bed),
      HTTPS_PROXY: strict(bed, `ci-user:${encodeURIComponent(proxyPassword)}`),
    }),
  },
  {
    name: 'wrong credentials in the URL',
    variables: (bed) => ({ ...known(bed), HTTPS_PROXY: strict(bed, 'ci-user:wrong') }),
    says: /^The proxy \S+ \(HTTPS_PROXY\) rejected the user name or password/,
  },
  {
    name: 'no credentials for a proxy that requires them',
    variables: (bed) => ({ ...known(bed), HTTPS_PROXY: `http://${bed.strictProxy}` }),
    says: /^The proxy \S+ \(HTTPS_PROXY\) requires a user name and password/,
  },
];

/** What NO_PROXY exempts. */
export const exemptions: readonly NetworkCase[] = [
  ...[
    host,
    host.toUpperCase(),
    'amazonaws.com',
    '.amazonaws.com',
    `other.example,${host}`,
    `other.example, ${host}`,
    '*',
    'aws.com',
    'other.example',
  ].map((value) => ({
    name: `NO_PROXY=${value}`,
    variables: (bed: NetworkBed) => ({ ...behind(bed), NO_PROXY: value }),
  })),
  { name: 'no_proxy', variables: (bed) => ({ ...behind(bed), no_proxy: host }) },
  {
    name: 'no_proxy before NO_PROXY',
    variables: (bed) => ({ ...behind(bed), no_proxy: 'other.example', NO_PROXY: host }),
  },
  ...['ec2.example', 'ec2.example:8443', 'ec2.example:9'].map((value) => ({
    name: `NO_PROXY=${value} and an endpoint with port 8443`,
    variables: (bed: NetworkBed) => ({ ...behind(bed), AWS_ENDPOINT_URL: own, NO_PROXY: value }),
  })),
  {
    name: `NO_PROXY=${host}:443`,
    variables: (bed) => ({ ...behind(bed), NO_PROXY: `${host}:443` }),
    exception: { why: 'The AWS CLI compares no port that is not in the URL.', asked: () => direct },
  },
  {
    name: 'NO_PROXY=*.amazonaws.com',
    variables: (bed) => ({ ...behind(bed), NO_PROXY: '*.amazonaws.com' }),
    exception: { why: 'The AWS CLI takes the asterisk literally.', asked: () => direct },
  },
  {
    name: 'NO_PROXY with spaces',
    variables: (bed) => ({ ...behind(bed), NO_PROXY: `other.example ${host}` }),
    exception: { why: 'The AWS CLI only knows commas.', asked: () => direct },
  },
  ...['10.1.2.3', '10.1.2.4'].map((value) => ({
    name: `NO_PROXY=${value} and the endpoint 10.1.2.3`,
    variables: (bed: NetworkBed) => ({
      ...behind(bed),
      ...{ AWS_ENDPOINT_URL: 'https://10.1.2.3:8443', NO_PROXY: value },
    }),
  })),
  {
    name: 'NO_PROXY=10.1.0.0/16 and the endpoint 10.1.2.3',
    variables: (bed) => ({
      ...behind(bed),
      ...{ AWS_ENDPOINT_URL: 'https://10.1.2.3:8443', NO_PROXY: '10.1.0.0/16' },
    }),
    exception: {
      why: 'The AWS CLI knows no CIDR blocks.',
      asked: () => [describedAt('10.1.2.3:8443')],
    },
  },
  {
    name: 'NO_PROXY=10.2.0.0/16 and the endpoint 10.1.2.3',
    variables: (bed) => ({
      ...behind(bed),
      ...{ AWS_ENDPOINT_URL: 'https://10.1.2.3:8443', NO_PROXY: '10.2.0.0/16' },
    }),
  },
];

const notTrusted = /certificate of \S+ was rejected: its certificate authority is not trusted/;
const profile = (file: string) => config(`[default]\nca_bundle = ${file}\n`);

/** Which certificate authorities are trusted. */
export const authorities: readonly NetworkCase[] = [
  { name: 'a certificate of an unknown authority', variables: () => inRegion, says: notTrusted },
  {
    name: 'AWS_CA_BUNDLE with another authority',
    variables: (bed) => ({ ...inRegion, AWS_CA_BUNDLE: bed.otherBundle }),
    says: notTrusted,
  },
  {
    name: 'AWS_CA_BUNDLE, a file that does not exist',
    variables: () => ({ ...inRegion, AWS_CA_BUNDLE: 'HOME/no-such-file.pem' }),
    says: /no-such-file\.pem \(AWS_CA_BUNDLE\): ENOENT/,
  },
  { name: 'ca_bundle in the profile', variables: () => inRegion, files: (bed) => profile(bed.bundle) },
  {
    name: 'ca_bundle in the profile of AWS_DEFAULT_PROFILE',
    variables: () => ({ ...inRegion, AWS_DEFAULT_PROFILE: 'ci' }),
    files: (bed) => config(`[profile ci]\nca_bundle = ${bed.bundle}\n`),
  },
  {
    name: 'AWS_CA_BUNDLE before the profile',
    variables: known,
    files: (bed) => profile(bed.otherBundle),
  },
  {
    name: 'an empty AWS_CA_BUNDLE, and the profile',
    variables: () => ({ ...inRegion, AWS_CA_BUNDLE: '' }),
    files: (bed) => profile(bed.bundle),
    exception: {
      why: 'Newer versions of the AWS CLI reject it. Any other empty variable is not set.',
      asked: () => direct,
    },
  },
  {
    // The AWS CLI has it from Python. No other SDK of AWS reads it.
    name: 'REQUESTS_CA_BUNDLE',
    variables: (bed) => ({ ...inRegion, REQUESTS_CA_BUNDLE: bed.bundle }),
  },
  {
    name: 'the profile before REQUESTS_CA_BUNDLE',
    variables: (bed) => ({ ...inRegion, REQUESTS_CA_BUNDLE: bed.otherBundle }),
    files: (bed) => profile(bed.bundle),
  },
  {
    name: 'AWS_CA_BUNDLE behind a proxy',
    variables: behind,
  },
  {
    name: 'NODE_EXTRA_CA_CERTS',
    variables: (bed) => ({ ...inRegion, NODE_EXTRA_CA_CERTS: bed.bundle }),
    exception: { why: 'Only programs that run in Node read it.', asked: () => direct },
  },
];
