import type { IncomingMessage } from 'node:http';
import type { WireRequest } from './signature.ts';

const GREATEST_BODY = 1 << 20;

/** Reads a request to its end; undefined when the client hung up before, or sent more than 1 MiB. */
export async function readWireRequest(request: IncomingMessage): Promise<WireRequest | undefined> {
  const body = await readBody(request);
  if (body === undefined) return undefined;
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    queryString: search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(',')]),
    ),
    body,
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > GREATEST_BODY) return undefined;
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}
