import type { KeyEncoder, KeyFormatOptions } from './private-key-material.ts';

/** The formats a private key can be delivered in: for each, how to load its encoder, so that only that one is loaded. */
export const keyFormats = {
  /** The text that every key has, with no masks of its own: a MaskedPrivateKey exists only once they are registered. */
  async pem({ passphrase }) {
    if (passphrase === undefined) return ({ pem }) => ({ text: pem, masks: [] });
    const { encodeEncryptedOpenSsh } = await import('./openssh-encryption.ts');
    return (key, { comment }) => encodeEncryptedOpenSsh(key, { comment, passphrase });
  },
  openssh: async () => (await import('./openssh-format.ts')).encodeOpenSsh,
  async ppk({ passphrase }) {
    if (passphrase === undefined) return (await import('./ppk.ts')).encodePpk;
    const { encodePpkWithPassphrase } = await import('./ppk-with-passphrase.ts');
    return (key, { comment }) => encodePpkWithPassphrase(key, { comment, passphrase });
  },
} satisfies Record<string, (options: KeyFormatOptions) => Promise<KeyEncoder>>;

export type KeyFormat = keyof typeof keyFormats;

/** The formats of a private key file. */
export const fileFormats = ['pem', 'ppk'] as const satisfies readonly KeyFormat[];
export type FileFormat = (typeof fileFormats)[number];
