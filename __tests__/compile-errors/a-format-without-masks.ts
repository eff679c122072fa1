// TS2322: an encoder returns the masks of its text
import type { KeyEncoder } from '../../src/keys/private-key-material.ts';

export const rows = {
  pkcs8:
    async () =>
    ({ pem }) => ({ text: pem }),
} satisfies Record<string, () => Promise<KeyEncoder>>;
