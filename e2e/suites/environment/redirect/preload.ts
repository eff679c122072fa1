import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

type Send = (options: RequestOptions, callback?: (response: IncomingMessage) => void) => ClientRequest;

/** Sends every HTTP request of a Node process to a server on this machine. Loaded with `--import`. */
const port = process.env['REDIRECT_PORT'];
const send: Send = http.request;

function redirected(protocol: string): Send {
  return ({ agent: _agent, host, hostname = host, port: askedPort, ...rest }, callback) => {
    const asked = `${protocol}//${hostname}${askedPort == null ? '' : `:${askedPort}`}`;
    const headers = { ...rest.headers, 'x-asked-for': asked };
    return send({ ...rest, protocol: 'http:', hostname: '127.0.0.1', port, headers }, callback);
  };
}

Object.assign(http, { request: redirected('http:') });
Object.assign(https, { request: redirected('https:') });
syncBuiltinESMExports();
