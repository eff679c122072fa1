/** The keys of the Key Management Service that an account has, besides those of AWS: as ID, and by an alias. */
const KEYS = ['alias/local', '11111111-2222-3333-4444-555555555555'];

/** Whether a key exists. An ARN ends in `key/<ID>` or in its alias. */
export function isKmsKey(keyId: string): boolean {
  return KEYS.some((key) => keyId === key || keyId.endsWith(`/${key}`) || keyId.endsWith(`:${key}`));
}
