/** The package has no types of its own. */
declare module 'bcrypt-pbkdf' {
  /** Fills `key` with the key derived from the passphrase. Returns 0, or -1 if an argument is out of range. */
  export function pbkdf(
    passphrase: Uint8Array,
    passphraseLength: number,
    salt: Uint8Array,
    saltLength: number,
    key: Uint8Array,
    keyLength: number,
    rounds: number,
  ): number;
}
