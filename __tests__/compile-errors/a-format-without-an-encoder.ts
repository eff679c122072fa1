// TS2345: a key has a text only in the formats of the table
import type { MaskedPrivateKey } from '../../src/keys/private-key.ts';

export const text = (key: MaskedPrivateKey) => key.as('no-such-format', { comment: '' });
