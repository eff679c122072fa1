import type { IncomingMessage } from 'node:http';

/** A request as it was received. Header names are lowercase. */
export interface HttpRequest {
  method: string;
  path: string;
  queryString: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

const MAX_BODY_LENGTH = 1 << 20;

/** Reads a request to its end. Undefined if the client disconnected before, or sent more than 1 MiB. */
export async function readHttpRequest(request: IncomingMessage): Promise<HttpRequest | undefined> {
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
      if (length > MAX_BODY_LENGTH) return undefined;
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}
