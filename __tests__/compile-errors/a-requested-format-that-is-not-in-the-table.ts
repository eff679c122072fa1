// TS2322: what can be asked for is what can be encoded
import type { FileRequest } from '../../src/inputs/request.ts';

export const request: FileRequest = {
  kind: 'file',
  path: undefined,
  format: 'no-such-format',
  required: true,
};
