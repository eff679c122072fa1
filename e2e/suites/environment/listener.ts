import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The Region that the instance metadata service reports. */
export const metadataRegion = 'eu-north-1';

/** A server that answers for all services and hosts, and notes what it is asked. */
export interface Listener extends AsyncDisposable {
  readonly port: number;
  /** Each request once: operation, origin or host, Region, access key ID and session token of the signature. */
  asked(): readonly string[];
}

export async function listen(): Promise<Listener> {
  const asked = new Set<string>();
  const server = createServer(async (request, response) => {
    const body = new URLSearchParams(await text(request));
    const operation = body.get('Action');
    if (operation !== null) asked.add(noteOf(operation, request.headers));
    const answer = operation === null ? metadata(request.url ?? '') : answerTo(operation, body);
    if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' }).end(answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => [...asked],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

function noteOf(operation: string, headers: IncomingHttpHeaders): string {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(headers.authorization ?? '');
  const signed = scope === null ? ['unsigned'] : [`in ${scope[2]}`, `by ${scope[1]}`];
  const token = headers['x-amz-security-token'];
  const session = token === undefined ? [] : [`with ${token}`];
  return [operation, `at ${headers['x-asked-for'] ?? headers.host}`, ...signed, ...session].join(' ');
}

function answerTo(operation: string, body: URLSearchParams): string | undefined {
  switch (operation) {
    case 'DescribeKeyPairs':
      return '<DescribeKeyPairsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><keySet/></DescribeKeyPairsResponse>';
    case 'AssumeRole':
    case 'AssumeRoleWithWebIdentity':
      return assumed(operation, body.get('RoleArn') ?? '');
    default:
      return undefined;
  }
}

/** The access key ID contains the name of the role. */
function assumed(operation: string, arn: string): string {
  const name = arn.split('/').at(-1) ?? '';
  const credentials = `<Credentials><AccessKeyId>ASIA${name}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token-of-${name}</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;
  const user = `<AssumedRoleUser><AssumedRoleId>AROA:session</AssumedRoleId><Arn>${arn}/session</Arn></AssumedRoleUser>`;
  return `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${credentials}${user}</${operation}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${operation}Response>`;
}

const credentialsPath = '/latest/meta-data/iam/security-credentials/';

/** Answers as the instance metadata service, and as a container's source of credentials. */
function metadata(path: string): string | undefined {
  const answers: Readonly<Record<string, string>> = {
    '/latest/api/token': 'token',
    '/latest/meta-data/placement/region': metadataRegion,
    '/latest/meta-data/placement/availability-zone/': `${metadataRegion}a`,
    [credentialsPath]: 'instance',
    [`${credentialsPath}instance`]: temporary('INSTANCE'),
    '/container': temporary('CONTAINER'),
    '/pod': temporary('POD'),
  };
  return answers[path];
}

function temporary(name: string): string {
  return JSON.stringify({
    Code: 'Success',
    Type: 'AWS-HMAC',
    LastUpdated: '2026-01-01T00:00:00Z',
    AccessKeyId: `ASIA${name}`,
    SecretAccessKey: 'secret',
    Token: `token-of-${name}`,
    Expiration: '2099-01-01T00:00:00Z',
  });
}
