import http from 'node:http';
import https from 'node:https';
import { isIP, isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import { KeyPairError } from '../errors.ts';
import { certificateError } from './certificates.ts';
import { credentialsOf, type HttpProxy, portOf } from './proxy.ts';

/** Milliseconds. */
const timeout = 5_000;

/**
 * Opens a connection to a host through a proxy (CONNECT, RFC 9110). What is sent over it is encrypted by the caller.
 *
 * @param host - Without brackets.
 * @param ca - Certificates that an https proxy may have, in PEM. Default: Node's.
 * @throws KeyPairError `PROXY_REFUSED`, `CERTIFICATE_NOT_TRUSTED`.
 */
export function openTunnel(proxy: HttpProxy, host: string, port: number, ca?: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const target = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
    const proxyHost = proxy.url.hostname.replace(/^\[|\]$/g, '');
    const credentials = credentialsOf(proxy);
    const request = (proxy.url.protocol === 'https:' ? https : http).request({
      method: 'CONNECT',
      host: proxyHost,
      port: portOf(proxy.url),
      path: target,
      headers: {
        host: target,
        ...(credentials === undefined
          ? {}
          : { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }),
      },
      agent: false,
      // Otherwise Node would compare the proxy's certificate with the Host header.
      servername: isIP(proxyHost) === 0 ? proxyHost : '',
      ...(ca === undefined ? {} : { ca }),
    });
    const tooLate = setTimeout(
      () => request.destroy(new Error(`no response after ${timeout / 1000} s`)),
      timeout,
    );
    request.once('close', () => clearTimeout(tooLate));
    request.once('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      reject(refusal(proxy, target, statusCode, credentials !== undefined));
    });
    request.once('error', (error) => reject(unreachable(proxy, error)));
    request.end();
  });
}

/** There is no connection through the proxy, perhaps for now. Counts as refused by the host. */
class ProxyConnectError extends Error {
  readonly code = 'ECONNREFUSED';
}

function refusal(proxy: HttpProxy, target: string, status: number, hasCredentials: boolean): Error {
  const { label, variable } = proxy;
  if (status === 407) {
    return new KeyPairError(
      'PROXY_REFUSED',
      `The proxy ${label} ${hasCredentials ? 'rejected the user name or password' : 'requires a user name and password'} (HTTP 407).`,
      {
        hint: `Set ${variable} to http://<user>:<password>@<host>:<port>. Percent-encode special characters in the password. Only Basic authentication is supported.`,
      },
    );
  }
  const message = `the proxy ${label} did not connect to ${target} (HTTP ${status})`;
  if (status >= 500) return new ProxyConnectError(message);
  return new KeyPairError('PROXY_REFUSED', `${message.replace('the', 'The')}.`, {
    hint: 'Allow this host in the proxy, or add it to NO_PROXY if it can be reached without the proxy.',
  });
}

function unreachable({ label, url, variable }: HttpProxy, error: Error): Error {
  const certificate = certificateError(error, url.hostname);
  if (certificate !== undefined) return certificate;
  const code = 'code' in error ? String(error.code) : '';
  if (/^EPROTO$|^ERR_SSL_/.test(code)) {
    return new KeyPairError('PROXY_INVALID', `The proxy ${label} does not answer with TLS.`, {
      hint: `Set ${variable} to a URL that starts with http://. Requests to AWS are encrypted all the same.`,
      cause: error,
    });
  }
  // The error has no message of its own if all addresses of the proxy failed.
  return new ProxyConnectError(`cannot reach the proxy ${label}: ${error.message || code}`, { cause: error });
}
