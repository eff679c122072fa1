// TS2339: a key whose masks are not registered has no text
import type { PrivateKey } from '../../src/keys/private-key.ts';

export const text = (key: PrivateKey) => key.as('pem', { comment: '' });
