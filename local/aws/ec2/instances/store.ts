import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { AwsError } from '../../aws-error.ts';
import { readImportedKey } from '../../keys/public-key.ts';
import type { StoredKeyPair } from '../key-pairs/store.ts';

/** An instance with Windows, which has encrypted the password of its administrator. */
export interface WindowsInstance {
  readonly id: string;
  readonly launchTime: Date;
  /** Base64, between line breaks, as EC2 returns it. */
  readonly passwordData: string;
}

/** The instances of one account and Region. */
export class InstanceStore {
  readonly #byId = new Map<string, WindowsInstance>();

  /**
   * Adds an instance that was launched with a key pair. Later changes of the key pair do not concern it.
   *
   * @throws RangeError for a key type that EC2 does not launch Windows instances with.
   */
  launchWindows(keyPair: StoredKeyPair, password: string): WindowsInstance {
    const id = `i-0${randomBytes(8).toString('hex')}`;
    const encrypted = encryptFor(keyPair, password).toString('base64');
    const instance = { id, launchTime: new Date(), passwordData: `\r\n${encrypted}\r\n` };
    this.#byId.set(id, instance);
    return instance;
  }

  /** @throws AwsError `InvalidInstanceID.NotFound` */
  find(id: string): WindowsInstance {
    const instance = this.#byId.get(id);
    if (instance !== undefined) return instance;
    throw new AwsError('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
  }
}

/** RSA with PKCS#1 v1.5 padding (EC2 API reference, GetPasswordData). */
function encryptFor({ name, publicKey }: StoredKeyPair, password: string): Buffer {
  const key = readImportedKey(publicKey);
  if (key.type !== 'rsa') throw new RangeError(`Key pair "${name}" is not RSA`);
  const [n, e] = [key.modulus, key.exponent].map((number) => number.toString('base64url'));
  const publicNumbers = createPublicKey({ key: { kty: 'RSA', n: n ?? '', e: e ?? '' }, format: 'jwk' });
  return publicEncrypt({ key: publicNumbers, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password));
}
