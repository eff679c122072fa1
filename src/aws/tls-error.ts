import { KeyPairError } from '../errors.ts';
import type { Target } from './client.ts';
import { isPrivateHost, isThisMachine } from './private-network.ts';
import type { HttpProxy } from './proxy.ts';

/** What OpenSSL says of something that is not TLS: http, for example. */
const notTls = /wrong version number|packet length too long|http request|unknown protocol|bad record type/;

/** What went wrong with TLS, in OpenSSL's words, such as `wrong version number`; undefined if an error is about something else. */
export function tlsReason(error: Error): string | undefined {
  const code = 'code' in error ? String(error.code) : '';
  const [, ofCode] = /^ERR_SSL_(\w+)$/.exec(code) ?? [];
  if (code !== 'EPROTO' && ofCode === undefined) return undefined;
  const [, reason] = /\berror:[\dA-F]+:[^:]*:[^:]*:([^:]+)/i.exec(error.message) ?? [];
  return (reason ?? ofCode?.replaceAll('_', ' ').toLowerCase() ?? code).trim();
}

/** How a request was to reach its endpoint. */
export interface Route {
  /** The setting that the endpoint is from; undefined if it is the service's own. */
  readonly setBy: string | undefined;
  readonly proxy: HttpProxy | undefined;
}

/** The error for a connection that nothing was sent on, because what answered does not use TLS; undefined for other reasons. */
export function answeredWithoutTls(
  reason: string,
  { hostname, port }: Target,
  route: Route,
): KeyPairError | undefined {
  if (!notTls.test(reason)) return undefined;
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const through = route.proxy === undefined ? '' : ` through the proxy ${route.proxy.label}`;
  return new KeyPairError(
    route.setBy === undefined ? 'NOT_SENT' : 'ENVIRONMENT_INVALID',
    `The endpoint https://${host} does not answer with TLS${through}. Nothing was sent.`,
    { hint: hintFor(host, hostname, route) },
  );
}

function hintFor(host: string, hostname: string, { setBy, proxy }: Route): string {
  if (proxy !== undefined) {
    const places = [...(setBy === undefined ? [] : [setBy]), proxy.variable].join(' and ');
    return `Another server answered. Check ${places}. Hosts in NO_PROXY are reached without the proxy.`;
  }
  if (setBy === undefined)
    return 'Another server answered. Check the network of the runner, and its DNS servers.';
  return isThisMachine(hostname) || isPrivateHost(hostname)
    ? `Set ${setBy} to http://${host}.`
    : `Check the port in ${setBy}. Plain http is allowed only for this machine and for private networks.`;
}
