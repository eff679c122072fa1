import http from 'node:http';
import https from 'node:https';
import { collectBody } from './client.ts';

/** A response to `get`. */
export interface GetResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Sends one GET request to a server other than AWS's, and reads the response as those of AWS are read.
 *
 * @param options - Headers, when to stop, and how to connect (`directAgents`, `agentFor`).
 */
export async function get(url: URL, options: https.RequestOptions): Promise<GetResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const { get: send } = url.protocol === 'https:' ? https : http;
  send(url, options, resolve).once('error', reject);
  const response = await promise;
  const body = Buffer.from(await collectBody(response)).toString();
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
