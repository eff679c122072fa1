import type { FileRequest } from '../../src/inputs/request.ts';

/** A request for a PEM file in the temp folder, or whatever is asked for instead. */
export function fileRequest(
  asked: Partial<Pick<FileRequest, 'path' | 'format' | 'passphrase'>> = {},
): FileRequest {
  const { path, format = 'pem', passphrase } = asked;
  return { kind: 'file', path, format, passphrase, required: path !== undefined };
}
