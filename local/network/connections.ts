import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { pipeline } from 'node:stream';

/** Listens on a free port of this machine, and returns the port and what ends the server with all of its connections. */
export async function listen(server: Server): Promise<{ port: number; close: () => Promise<void> }> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Passes on everything between two sockets, and ends both when one ends or fails. */
export function join(one: NodeJS.ReadWriteStream, other: NodeJS.ReadWriteStream): void {
  const ignored = () => {};
  pipeline(one, other, ignored);
  pipeline(other, one, ignored);
}
