import { Socket } from 'node:net';

type Target = { readonly host?: string; readonly port?: number | string };

/**
 * Connects a Node process to a server on this machine, whatever other machine it asks for. Loaded with `--import`. The names
 * in requests and certificates stay.
 */
const port = process.env['REDIRECT_PORT'];
const { connect } = Socket.prototype;

function redirected(this: Socket, ...call: unknown[]): Socket {
  // Node's own callers pass all arguments as one array.
  const [target, ...rest] = (Array.isArray(call[0]) ? call[0] : call) as [Target, ...unknown[]];
  const isOwn = target.host === undefined || /^localhost$|^127\./.test(target.host);
  const changed = isOwn ? target : { ...target, host: '127.0.0.1', port };
  return Reflect.apply(connect, this, [changed, ...rest]);
}

Object.assign(Socket.prototype, { connect: redirected });
