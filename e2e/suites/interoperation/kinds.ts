/** One kind of private key file that the action delivers. */
export interface Kind {
  readonly type: 'rsa' | 'ed25519';
  readonly generator: 'ec2' | 'runner';
  readonly format: 'pem' | 'ppk';
  readonly isEncrypted: boolean;
}

/** With characters that shells, JSON, and HTML treat in a special way. */
export const passphrase = 'an "odd" passphrase, & more';

/** Every combination. */
export const kinds: readonly Kind[] = (['rsa', 'ed25519'] as const).flatMap((type) =>
  (['ec2', 'runner'] as const).flatMap((generator) =>
    (['pem', 'ppk'] as const).flatMap((format) =>
      [false, true].map((isEncrypted) => ({ type, generator, format, isEncrypted })),
    ),
  ),
);

/** For file names and key pair names. */
export function idOf({ type, generator, format, isEncrypted }: Kind): string {
  return [type, generator, format, isEncrypted ? 'encrypted' : 'plain'].join('-');
}

/** The file that EC2 returned, unchanged; the action wrote every other one. */
export function isPpkOfEc2({ generator, format, isEncrypted }: Kind): boolean {
  return generator === 'ec2' && format === 'ppk' && !isEncrypted;
}
