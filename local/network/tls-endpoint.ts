import { connect } from 'node:net';
import { createServer } from 'node:tls';
import type { Certificate } from './certificates.ts';
import { join, listen } from './connections.ts';

/** A port of this machine at which a server without TLS can be reached with TLS. */
export interface TlsEndpoint {
  readonly port: number;
  close(): Promise<void>;
}

/** @param url - Of the server without TLS, on this machine. */
export async function startTlsEndpoint(url: string, certificate: Certificate): Promise<TlsEndpoint> {
  const server = createServer({ ...certificate, ALPNProtocols: ['http/1.1'] }, (socket) => {
    join(socket, connect(Number(new URL(url).port), '127.0.0.1'));
  });
  // A client that rejects the certificate ends the connection.
  server.on('tlsClientError', () => {});
  return listen(server);
}
