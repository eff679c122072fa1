import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { ServiceResponse } from './service.ts';
import { textElement, xmlDocument } from './xml.ts';

/** What a device between the client and AWS can send instead of AWS's response. */
export const wrongPages = {
  empty: () => ['text/plain', ''],
  nginx: (title) => [
    'text/html',
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  ],
  xhtml: (title) => [
    'application/xhtml+xml',
    xmlDocument(
      `<html xmlns="http://www.w3.org/1999/xhtml"><head>${textElement('title', title)}</head><body>${textElement('h1', title)}</body></html>`,
    ),
  ],
  'EC2 errors without codes': (title) => [
    'text/xml;charset=UTF-8',
    xmlDocument(
      `<Response><Errors><Error>${textElement('Message', title)}</Error></Errors>${textElement('RequestID', randomUUID())}</Response>`,
    ),
  ],
  'EC2 error without a request ID': (title) => [
    'text/xml;charset=UTF-8',
    xmlDocument(
      `<Response><Errors><Error>${textElement('Code', 'UnauthorizedOperation')}${textElement('Message', title)}</Error></Errors></Response>`,
    ),
  ],
  JSON: (title) => ['application/json', JSON.stringify({ code: title, message: title })],
  'S3 error': (title) => [
    'application/xml',
    xmlDocument(
      `<Error>${textElement('Code', 'AccessDenied')}${textElement('Message', title)}${textElement('RequestId', randomUUID())}</Error>`,
    ),
  ],
} as const satisfies Record<string, (title: string) => readonly [contentType: string, body: string]>;

export type WrongPage = keyof typeof wrongPages;

/** A page as a response with this status. It has no AWS request ID in its header. */
export function wrongPage(page: WrongPage, status: number): ServiceResponse {
  const [contentType, body] = wrongPages[page](`${status} ${STATUS_CODES[status] ?? 'Error'}`);
  return { status, contentType, body, isFromProxy: true };
}
