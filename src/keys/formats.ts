import type { PrivateKeyMaterial } from './private-key-material.ts';

export interface KeyFormatOptions {
  /** Stored in formats that have room for a comment; made printable. */
  readonly comment: string;
}

/** A private key as text, and the masks that must be registered before anything may hold that text. */
export interface EncodedKey {
  readonly text: string;
  readonly masks: readonly string[];
}

export type KeyEncoder = (key: PrivateKeyMaterial, options: KeyFormatOptions) => EncodedKey;

/** The formats a private key can be delivered in: for each, how to load its encoder, so that only that one is loaded. */
export const keyFormats = {
  /** The text that every key has, with no masks of its own: a MaskedPrivateKey exists only once they are registered. */
  pem:
    async () =>
    ({ pem }) => ({ text: pem, masks: [] }),
  ppk: async () => (await import('./ppk.ts')).encodePpk,
} satisfies Record<string, () => Promise<KeyEncoder>>;

export type KeyFormat = keyof typeof keyFormats;
