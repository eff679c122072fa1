import { newKeyPairId } from './ec2/key-pairs/store.ts';
import type { Alteration } from './faults.ts';
import { createKey } from './keys/created-key.ts';
import { privateKeyText } from './keys/private-key-text.ts';

/** Bytes. */
const HUGE = 2 * 1024 * 1024;

/** Responses to CreateKeyPair and ImportKeyPair that do not fit themselves or the request. */
export const wrongAnswers = {
  'another private key': replacing('keyMaterial', otherPrivateKey),
  'another ID': replacing('keyPairId', newKeyPairId),
  'a malformed ID': replacing('keyPairId', () => 'key-../deploy'),
  'another name': replacing('keyName', (name) => `${name}-2`),
  'another fingerprint': replacing('keyFingerprint', (fingerprint) => [...fingerprint].reverse().join('')),
  'a huge body': ({ body, ...rest }) => ({
    ...rest,
    body: body.replace(/(?=<keyName>)/, `<!--${' '.repeat(HUGE)}-->`),
  }),
} satisfies Record<string, Alteration>;

/** Replaces the text of an element. A response without the element stays as it is. */
function replacing(name: string, change: (text: string) => string | Promise<string>): Alteration {
  const pattern = new RegExp(`(?<=<${name}>)[^<]*(?=</${name}>)`);
  return async ({ body, ...rest }) => {
    const [text] = pattern.exec(body) ?? [];
    if (text === undefined) return { body, ...rest };
    const changed = await change(text);
    return { ...rest, body: body.replace(pattern, () => changed) };
  };
}

/** Another private key of the same type, in PEM. */
async function otherPrivateKey(text: string): Promise<string> {
  const type = /BEGIN RSA|ssh-rsa/.test(text) ? 'rsa' : 'ed25519';
  return privateKeyText(await createKey(type), 'pem', '');
}
