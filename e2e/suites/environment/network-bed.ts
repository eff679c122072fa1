import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CertificateAuthority } from '../../../local/network/certificates.ts';
import { startLocalProxy } from '../../../local/network/proxy.ts';
import { startTlsEndpoint } from '../../../local/network/tls-endpoint.ts';
import { listen } from './listener.ts';

export const proxyPassword = 'p@ss:w/rd';

/** A network with a proxy, and with a server that answers with TLS for every host. */
export interface NetworkBed extends AsyncDisposable {
  /** Host and port of a proxy for everyone, and of one for `ci-user` with `proxyPassword`. */
  readonly proxy: string;
  readonly strictProxy: string;
  /** The port of the server. */
  readonly port: number;
  /** A file with the certificate of the server's authority, and one with the certificate of another. */
  readonly bundle: string;
  readonly otherBundle: string;
  /** Each once: what the proxies are asked, with the credentials, and what the server is asked. */
  asked(): readonly string[];
}

/** @param parent - Where the files of certificates go, in a folder of their own. */
export async function openNetworkBed(parent: string): Promise<NetworkBed> {
  const folder = await mkdtemp(path.join(parent, 'network-'));
  await using stack = new AsyncDisposableStack();
  const listener = stack.use(await listen());
  const authority = new CertificateAuthority();
  const hosts = ['*.eu-west-1.amazonaws.com', '*.amazonaws.com', 'ec2.example', 'localhost', '10.1.2.3'];
  const endpoint = await startTlsEndpoint(`http://127.0.0.1:${listener.port}`, authority.issue({ hosts }));
  stack.defer(() => endpoint.close());
  const portOf = () => endpoint.port;
  const proxy = await startLocalProxy({ portOf });
  stack.defer(() => proxy.close());
  const strictProxy = await startLocalProxy({ portOf, credentials: `ci-user:${proxyPassword}` });
  stack.defer(() => strictProxy.close());
  const bundle = path.join(folder, 'ca.pem');
  await writeFile(bundle, authority.cert);
  const otherBundle = path.join(folder, 'other-ca.pem');
  await writeFile(otherBundle, new CertificateAuthority('Another CA').cert);
  const kept = stack.move();
  return {
    proxy: `127.0.0.1:${proxy.port}`,
    strictProxy: `127.0.0.1:${strictProxy.port}`,
    port: endpoint.port,
    bundle,
    otherBundle,
    asked() {
      const ofProxies = [...proxy.requests, ...strictProxy.requests].map(
        ({ method, target, credentials }) => `${method} ${target}${credentials && ` as ${credentials}`}`,
      );
      return [...new Set([...ofProxies, ...listener.asked()])];
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
