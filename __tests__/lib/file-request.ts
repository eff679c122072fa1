import type { FileRequest } from '../../src/inputs/request.ts';

/** A request for a PEM file in the temp folder, or whatever is asked for instead. */
export function fileRequest(asked: Partial<Pick<FileRequest, 'path' | 'format'>> = {}): FileRequest {
  const { path, format = 'pem' } = asked;
  return { kind: 'file', path, format, required: path !== undefined };
}
