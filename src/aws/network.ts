import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { KeyPairError } from '../errors.ts';
import { type CaBundle, certificateError, readCaBundle } from './certificates.ts';
import type { RequestHandler, Target, Transport } from './client.ts';
import { rememberEndpoint } from './configured-endpoint.ts';
import { hasConnection } from './connection.ts';
import { isPrivateHost, isThisMachine, lookupPrivate, notHttps } from './private-network.ts';
import { proxyFor } from './proxy.ts';
import { answeredWithoutTls, tlsReason } from './tls-error.ts';
import { openTunnel } from './tunnel.ts';

export { proxySecrets } from './proxy.ts';
export { isPrivateHost, lookupPrivate };

type Variables = Transport['variables'];

/** As the SDK's own agents. */
const agentOptions = { keepAlive: true, maxSockets: 50 };

/** Endpoints that were warned of. */
const warned = new Set<string>();

/** @throws KeyPairError `ENDPOINT_NOT_SAFE`: no one else may read a private key or a token. */
export function refuseUnsafe({ protocol, hostname }: Target, { variables, warn }: Transport): void {
  if (isThisMachine(hostname)) return;
  if (protocol === 'https:') {
    if (variables['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
    throw new KeyPairError('ENDPOINT_NOT_SAFE', `The certificate of ${hostname} would not be checked.`, {
      hint: 'Anyone on the network could read the private key. Remove NODE_TLS_REJECT_UNAUTHORIZED=0 from the environment. To trust a certificate authority of your own, set AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS to its certificate file.',
    });
  }
  const endpoint = `${protocol}//${hostname}`;
  if (!isPrivateHost(hostname)) throw notHttps(endpoint);
  if (warned.has(endpoint)) return;
  warned.add(endpoint);
  warn?.(
    `The endpoint ${endpoint} does not use https: private keys are sent unencrypted in the private network. Use it only for an emulator, such as LocalStack.`,
  );
}

/**
 * Makes a request handler connect as the environment asks: through a proxy, and with other certificate authorities.
 *
 * @throws KeyPairError `CA_BUNDLE_UNREADABLE`.
 */
export function setAgents(handler: RequestHandler, transport: Transport): void {
  const bundle = caBundle(transport);
  const ca = bundle === undefined ? undefined : readCaBundle(bundle);
  handler.updateHttpClientConfig?.('httpsAgent', new TunnelAgent(transport.variables, ca));
}

/**
 * The options of Node for one request that is not to AWS: through a proxy, but with Node's own certificate authorities. The
 * bundles that are set for AWS may have only those of its endpoints.
 */
export function directAgents(protocol: string, { variables }: Transport): https.RequestOptions {
  return protocol === 'https:'
    ? { agent: new TunnelAgent(variables, undefined) }
    : { agent: false, lookup: lookupPrivate };
}

/** Connects to each host through its proxy, or without one. */
class TunnelAgent extends https.Agent {
  readonly #variables: Variables;
  readonly #ca: string | undefined;

  constructor(variables: Variables, ca: string | undefined) {
    super({ ...agentOptions, ...(ca === undefined ? {} : { ca }) });
    this.#variables = variables;
    this.#ca = ca;
  }

  override createConnection(
    options: https.RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const host = options.host ?? '';
    const port = Number(options.port);
    const proxy = proxyOf({ hostname: host, port }, this.#variables);
    if (proxy === undefined) return super.createConnection(options, callback);
    const done = callback as (error: Error | null, stream?: Duplex) => void;
    openTunnel(proxy, host, port, this.#ca).then(
      (socket) => {
        const throughTunnel: https.RequestOptions & { readonly socket: Duplex } = { ...options, socket };
        done(null, super.createConnection(throughTunnel) ?? undefined);
      },
      (error: Error) => done(error),
    );
    return undefined;
  }
}

/** Connects to hosts other than AWS, through the same proxies. Trusts the authorities of a bundle besides Node's own. */
export function agentFor(transport: Transport): https.Agent {
  const bundle = caBundle(transport);
  const ca = bundle && [...tls.getCACertificates('default'), readCaBundle(bundle)].join('\n');
  return new TunnelAgent(transport.variables, ca);
}

/**
 * An error that says what is wrong with a certificate or with TLS, or names the proxy that was used. Remembers the setting
 * that the endpoint is from.
 */
export function connectionError(error: unknown, target: Target, transport: Transport): unknown {
  if (!(error instanceof Error) || error instanceof KeyPairError) return error;
  const certificate = certificateError(error, target.hostname, caBundle(transport));
  if (certificate !== undefined) return certificate;
  const proxy = target.protocol === 'https:' ? proxyOf(target, transport.variables) : undefined;
  const setBy = rememberEndpoint(error, target, transport);
  const reason = tlsReason(error);
  if (reason !== undefined) {
    const withoutTls = hasConnection(target)
      ? undefined
      : answeredWithoutTls(reason, target, { setBy, proxy });
    if (withoutTls !== undefined) return withoutTls;
    // OpenSSL's own text has lines of its source, and ends with a newline.
    error.message = `TLS failed: ${reason}`;
  }
  if (proxy === undefined || error.name === 'AbortError' || error.message.includes(proxy.label)) return error;
  error.message = `${error.message} (through the proxy ${proxy.label})`;
  return error;
}

/** No proxy is asked for this machine: it could not connect to it. */
function proxyOf({ hostname, port = 443 }: Omit<Target, 'protocol'>, variables: Variables) {
  return isThisMachine(hostname) ? undefined : proxyFor(hostname.replace(/^\[|\]$/g, ''), port, variables);
}

/** In the order of the AWS CLI. */
function caBundle({ variables, caBundleOfProfile }: Transport): CaBundle | undefined {
  const candidates: [setBy: string, path: string | undefined][] = [
    ['AWS_CA_BUNDLE', variables['AWS_CA_BUNDLE']],
    ['ca_bundle of the AWS profile', caBundleOfProfile],
    ['REQUESTS_CA_BUNDLE', variables['REQUESTS_CA_BUNDLE']],
  ];
  const [set] = candidates.flatMap(([setBy, path]) => (path ? [{ setBy, path }] : []));
  return set;
}
