import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificates.ts';
import { join, listen } from './connections.ts';

export interface LocalProxyOptions {
  /** The port of this machine that stands for a host and port, as in `ec2.eu-west-1.amazonaws.com:443`. */
  readonly portOf: (target: string) => number;
  /** `user:password` that clients must send. */
  readonly credentials?: string;
  /** The status of every response, in place of a connection. */
  readonly refuseWith?: number;
  /** Makes it a proxy that is asked with TLS. */
  readonly certificate?: Certificate;
}

export interface ProxyRequest {
  readonly method: string;
  /** Host and port, or for requests without TLS the whole URL. */
  readonly target: string;
  /** Decoded; empty if none were sent. */
  readonly credentials: string;
}

/** A proxy on this machine for connections with TLS (CONNECT). It refuses everything else. */
export interface LocalProxy {
  readonly port: number;
  readonly requests: readonly ProxyRequest[];
  close(): Promise<void>;
}

export async function startLocalProxy(options: LocalProxyOptions): Promise<LocalProxy> {
  const requests: ProxyRequest[] = [];
  const note = ({ method = '', url = '', headers }: IncomingMessage): ProxyRequest => {
    const [, encoded = ''] = (headers['proxy-authorization'] ?? '').split(' ');
    const request = { method, target: url, credentials: Buffer.from(encoded, 'base64').toString() };
    requests.push(request);
    return request;
  };
  const server =
    options.certificate === undefined ? createServer() : createTlsServer({ ...options.certificate });
  server.on('request', (request, response) => {
    note(request);
    response.writeHead(405).end();
  });
  server.on('connect', (message: IncomingMessage, client: Duplex) => {
    const { target, credentials } = note(message);
    client.on('error', () => {});
    const isUnknown = options.credentials !== undefined && credentials !== options.credentials;
    const status = options.refuseWith ?? (isUnknown ? 407 : 200);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const upstream = connect(options.portOf(target), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      join(client, upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  server.on('tlsClientError', () => {});
  return { requests, ...(await listen(server)) };
}
