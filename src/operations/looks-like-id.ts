/** Whether a name is probably meant as the ID of a key pair. */
export function looksLikeId(keyName: string): boolean {
  return /^key-[0-9a-f]{17}$/.test(keyName);
}
