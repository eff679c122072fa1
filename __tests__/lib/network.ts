import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CertificateAuthority, type CertificateRequest } from '../../local/network/certificates.ts';
import { type LocalProxyOptions, startLocalProxy } from '../../local/network/proxy.ts';
import { startTlsEndpoint } from '../../local/network/tls-endpoint.ts';
import { openScenario } from './scenario.ts';

/** How a network differs from one with a proxy that lets everyone pass, and a valid certificate of its own authority. */
export interface NetworkOptions {
  readonly proxy?: Partial<LocalProxyOptions>;
  readonly certificate?: CertificateRequest | undefined;
  readonly proxyHasTls?: boolean;
}

/** A scenario whose AWS endpoint can be reached with TLS: on this machine, and by the names of AWS through a proxy. */
export async function openNetwork({
  proxy: options = {},
  certificate = {},
  proxyHasTls,
}: NetworkOptions = {}) {
  await using stack = new AsyncDisposableStack();
  const scenario = stack.use(await openScenario());
  const authority = new CertificateAuthority();
  const hosts = ['*.eu-west-1.amazonaws.com', 'localhost'];
  const endpoint = await startTlsEndpoint(scenario.aws.url, authority.issue({ hosts, ...certificate }));
  stack.defer(() => endpoint.close());
  const proxy = await startLocalProxy({
    portOf: () => endpoint.port,
    ...options,
    ...(proxyHasTls === true ? { certificate: authority.issue({ hosts: ['localhost'] }) } : {}),
  });
  stack.defer(() => proxy.close());
  const bundle = path.join(scenario.aside, 'ca.pem');
  writeFileSync(bundle, authority.cert);
  const kept = stack.move();
  return {
    ...scenario,
    authority,
    proxy,
    /** Host and port of the proxy. */
    address: `localhost:${proxy.port}`,
    /** The file with the certificate of the authority. */
    bundle,
    url: `https://localhost:${endpoint.port}`,
    /** The environment of a runner behind the proxy: no other endpoint is set. */
    behindProxy: (changes: Record<string, string | undefined>) =>
      scenario.host({ AWS_ENDPOINT_URL: undefined, AWS_CA_BUNDLE: bundle, ...changes }),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
