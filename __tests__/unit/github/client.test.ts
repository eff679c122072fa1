import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { get } from '../../../src/aws/get.ts';
import { checkApiUrl, openGitHub } from '../../../src/github/client.ts';
import '../../lib/one-realm.ts';

/** A server that answers with this listener, and what it is asked. */
async function serving(listener: RequestListener) {
  const asked: { readonly url: string; readonly authorization: string }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '' });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    url,
    ask: openGitHub('t0ken', `${url}/api/v3/`, { get, explain: (error) => error }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const json = { 'content-type': 'application/json' };

describe('GitHub is asked', () => {
  test('for one run, at the path of a GitHub Enterprise Server, with the token', async () => {
    await using github = await serving((_, response) => response.writeHead(200, json).end('{"id":42}'));
    expect(await github.ask('octo', 'wid gets', '42')).toMatchObject({ status: 200, data: { id: 42 } });
    expect(github.asked).toEqual([
      { url: '/api/v3/repos/octo/wid%20gets/actions/runs/42', authorization: 'token t0ken' },
    ]);
  });

  test.each([401, 403, 404, 429, 500])('and an error is a response: HTTP %s', async (status) => {
    await using github = await serving((_, response) =>
      response.writeHead(status, { ...json, 'retry-after': '3' }).end('{"message":"no"}'),
    );
    expect(await github.ask('octo', 'widgets', '42')).toMatchObject({
      status,
      data: { message: 'no' },
      headers: { 'retry-after': '3' },
    });
  });

  test('again where a repository has a new name, on the same server only', async () => {
    await using other = await serving((_, response) => response.writeHead(200, json).end('{}'));
    await using github = await serving(({ url }, response) => {
      if (url?.startsWith('/repositories/')) response.writeHead(200, json).end('{"id":42}');
      else if (url?.includes('moved')) response.writeHead(301, { location: '/repositories/7/runs/42' }).end();
      else response.writeHead(301, { location: `${other.url}/x` }).end();
    });
    expect(await github.ask('octo', 'moved', '42')).toMatchObject({ data: { id: 42 } });
    expect(await github.ask('octo', 'elsewhere', '42')).toMatchObject({ status: 301 });
    expect(other.asked).toEqual([]);
  });

  test('not forever, if it redirects without end', async () => {
    await using github = await serving((_, response) => response.writeHead(301, { location: '/x' }).end());
    expect(await github.ask('octo', 'widgets', '42')).toMatchObject({ status: 301 });
    expect(github.asked).toHaveLength(4);
  });

  test('and a lost connection is an error', async () => {
    await using github = await serving((request) => request.socket.destroy());
    await expect(github.ask('octo', 'widgets', '42')).rejects.toThrow('socket hang up');
  });

  test('and a response that is too large is one, too', async () => {
    await using github = await serving((_, response) =>
      response.writeHead(200, json).end('x'.repeat(2 ** 21)),
    );
    await expect(github.ask('octo', 'widgets', '42')).rejects.toThrow('the response is too large');
  });
});

describe('The token is sent', () => {
  const isPrivate = (hostname: string) => hostname === '127.0.0.1';

  test.each(['https://api.github.com', 'https://ghe.example/api/v3', 'http://127.0.0.1:8080'])(
    'to %s',
    (url) => {
      expect(() => checkApiUrl(url, isPrivate)).not.toThrow();
    },
  );

  test.each(['http://api.github.com', 'ftp://127.0.0.1', 'api.github.com', ''])('not to %j', (url) => {
    expect(() => checkApiUrl(url, isPrivate)).toThrow(expect.objectContaining({ code: 'ENDPOINT_NOT_SAFE' }));
  });

  test.each(['', 'two\nlines', 'with space', 'tokén'])('only if it can be one: %j', (token) => {
    const connection = { get, explain: (error: unknown) => error };
    expect(() => openGitHub(token, 'https://api.github.com', connection)).toThrow(
      expect.objectContaining({ code: 'GITHUB_REFUSED' }),
    );
  });
});
