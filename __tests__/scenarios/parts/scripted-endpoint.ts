import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an endpoint that is not EC2, or a proxy in front of it, responds. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ScriptedEndpoint extends AsyncDisposable {
  readonly url: string;
}

/** Responds to each request according to its action, and checks nothing. Use with `await using`. */
export async function startScriptedEndpoint(
  answer: (action: string, parameters: URLSearchParams) => ScriptedAnswer,
): Promise<ScriptedEndpoint> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const parameters = new URLSearchParams(Buffer.concat(chunks).toString());
    const { status = 200, headers = {}, body } = answer(parameters.get('Action') ?? '', parameters);
    response.writeHead(status, { 'content-type': 'text/xml', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An error in the format of EC2. */
export function ec2Error(code: string, message: string, requestId: string, status = 400): ScriptedAnswer {
  const error = element('Error', element('Code', escaped(code)) + element('Message', escaped(message)));
  return {
    status,
    headers: { 'x-amzn-requestid': '8f7724cf-example' },
    body: element('Response', element('Errors', error) + element('RequestID', escaped(requestId))),
  };
}

/** A response in the format of EC2: elements with text, and lists of them. */
export function ec2Answer(action: string, fields: Fields): ScriptedAnswer {
  return { body: element(`${action}Response`, elements(fields, 'item')) };
}

/** An answer of Auto Scaling, whose lists are written differently. */
export function autoScalingAnswer(action: string, fields: Fields): ScriptedAnswer {
  return { body: element(`${action}Response`, element(`${action}Result`, elements(fields, 'member'))) };
}

/** Values of elements by name. */
export interface Fields {
  readonly [name: string]: string | Fields | readonly Fields[];
}

/** What an element of a list is called. */
type EntryName = 'item' | 'member';

function elements(fields: Fields, entry: EntryName): string {
  return Object.entries(fields)
    .map(([name, value]) => element(name, contentOf(value, entry)))
    .join('');
}

function contentOf(value: Fields[string], entry: EntryName): string {
  if (typeof value === 'string') return escaped(value);
  if (!isList(value)) return elements(value, entry);
  return value.map((fields) => element(entry, elements(fields, entry))).join('');
}

function isList(value: Fields | readonly Fields[]): value is readonly Fields[] {
  return Array.isArray(value);
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.codePointAt(0)};`);
}
