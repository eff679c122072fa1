const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The account that an access key ID contains, which saves a request: after the prefix, 80 bits in base32, of which the
 * second is the first of 40. AWS does not document this. It does not hold for old keys of users, nor elsewhere than on AWS;
 * `isSameAccount` asks STS before it relies on it.
 */
export function accountIn(accessKeyId: string): string {
  const number = [...accessKeyId.slice(4, 14)].reduce((sum, digit) => sum * 32 + base32.indexOf(digit), 0);
  return String(Math.floor(number / 2 ** 9) % 2 ** 40).padStart(12, '0');
}
