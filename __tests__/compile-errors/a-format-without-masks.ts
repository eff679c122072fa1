// TS2322: an encoder returns the masks of its text
import type { KeyEncoder } from '../../src/keys/formats.ts';

export const rows = {
  pkcs8:
    async () =>
    ({ pem }) => ({ text: pem }),
} satisfies Record<string, () => Promise<KeyEncoder>>;
