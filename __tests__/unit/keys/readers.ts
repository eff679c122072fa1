import { KeyPairError } from '../../../src/errors.ts';
import { readGivenPublicKey } from '../../../src/keys/given-public-key.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { maskPrivateKeyIn } from '../../../src/keys/private-key-text.ts';
import { publicHalvesIn } from '../../../src/keys/public-half.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { MalformedError } from '../../../src/keys/wire.ts';
import { quotedIn } from '../../../test-support/damaged-text.ts';
import { bodyOf, containerParts, ed25519From, opensshPem, pemOf, rsaFrom } from '../../lib/keys.ts';
import { ENCRYPTED_KEYS, PASSPHRASE } from './encrypted-keys.ts';
import { ENCRYPTED_PPKS } from './encrypted-ppk-files.ts';
import { KNOWN_KEYS } from './known-keys.ts';
import { PUBLIC_FORMS } from './public-forms.ts';

/** Something that reads text from outside. */
export interface Reader {
  readonly name: string;
  /** What it reads. */
  readonly samples: readonly string[];
  read(text: string): unknown;
  /** The errors it may end with; undefined for every other one. */
  reasonOf(error: unknown): string | undefined;
}

const rsa = rsaFrom('a short test key', 1024);
const ed25519 = ed25519From('the first test key');
const publicLines = KNOWN_KEYS.map(({ line }) => `${line} me@example.com\n`);
const privateKeys = [
  rsa.pem,
  ed25519.pem,
  opensshPem(containerParts(rsa.key, 'a comment')),
  pemOf('PRIVATE KEY', rsa.key.export({ type: 'pkcs8', format: 'der' }), 64),
  pemOf('PRIVATE KEY', ed25519.key.export({ type: 'pkcs8', format: 'der' }), 64),
];
const masked = await MaskedPrivateKey.mask(PrivateKey.parse(ed25519.pem), async () => {});
const plainPpk = await masked.as('ppk', { comment: 'deploy' });
const encryptedKeys = [...ENCRYPTED_KEYS, ...ENCRYPTED_PPKS].map(({ text }) => text);

function codeFrom(...codes: readonly string[]) {
  return (error: unknown) =>
    error instanceof KeyPairError && codes.includes(error.code) && error.cause === undefined
      ? error.message
      : undefined;
}

const unreadable = ['PRIVATE_KEY_UNREADABLE', 'PRIVATE_KEY_ENCRYPTED'];

export const READERS: readonly Reader[] = [
  {
    name: 'a public key from a user',
    samples: [...publicLines, ...PUBLIC_FORMS.map(({ text }) => text), btoa(publicLines[0] ?? '')],
    read: readGivenPublicKey,
    reasonOf: codeFrom('PUBLIC_KEY_UNREADABLE', 'PUBLIC_KEY_TYPE_NOT_SUPPORTED'),
  },
  {
    name: 'a public key from EC2',
    samples: publicLines,
    read: (text) => PublicKey.parseOpenSsh(text),
    reasonOf: (error) => (error instanceof MalformedError ? error.message : undefined),
  },
  {
    name: 'a private key from EC2',
    samples: privateKeys,
    read: (text) => PrivateKey.parse(text),
    reasonOf: codeFrom(...unreadable),
  },
  {
    name: 'a private key file',
    samples: [plainPpk, ...encryptedKeys, ...privateKeys.slice(0, 2)],
    read: (text) => PrivateKey.read(text),
    reasonOf: codeFrom(...unreadable),
  },
  {
    name: 'a private key file with a passphrase',
    samples: encryptedKeys,
    read: (text) => PrivateKey.read(text, PASSPHRASE),
    reasonOf: codeFrom(...unreadable, 'PASSPHRASE_WRONG'),
  },
  {
    name: 'the public half in a private key file',
    samples: [...privateKeys, plainPpk, ...encryptedKeys],
    read: publicHalvesIn,
    reasonOf: () => undefined,
  },
  {
    name: 'a private key where none should be',
    samples: [...privateKeys, plainPpk, ...encryptedKeys, bodyOf(rsa.pem)],
    read: (text) => maskPrivateKeyIn(text, async () => {}),
    reasonOf: () => undefined,
  },
];

/**
 * Whether a text was read or refused.
 *
 * @throws Error if it was refused in another way than with a reason that holds nothing of the text.
 */
export async function outcomeOf(reader: Reader, text: string): Promise<'read' | 'refused'> {
  try {
    await reader.read(text);
    return 'read';
  } catch (error) {
    const reason = reader.reasonOf(error);
    if (reason === undefined || reason === '')
      throw new Error(`${reader.name} ended with another error`, { cause: error });
    const [quoted] = quotedIn(error, text);
    if (quoted !== undefined)
      throw new Error(`${reader.name} quotes the text in its error`, { cause: error });
    return 'refused';
  }
}
