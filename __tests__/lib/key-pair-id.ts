/** The ID of the key pair whose private key is delivered. */
export const keyPairId = 'key-0123456789abcdef0';
