import type { KeyEncoder } from './private-key-material.ts';

/** The formats a private key can be delivered in: for each, how to load its encoder, so that only that one is loaded. */
export const keyFormats = {
  /** The text that every key has, with no masks of its own: a MaskedPrivateKey exists only once they are registered. */
  pem:
    async () =>
    ({ pem }) => ({ text: pem, masks: [] }),
  ppk: async () => (await import('./ppk.ts')).encodePpk,
} satisfies Record<string, () => Promise<KeyEncoder>>;

export type KeyFormat = keyof typeof keyFormats;
