import { readPem } from './pem.ts';
import { PrivateKey } from './private-key.ts';
import { MalformedError, WireReader } from './wire.ts';

/**
 * The public half of the private key in a text, in the SSH wire format; undefined if none can be read. It identifies a
 * key even if its file was rewritten with other line endings, in another format, or with a passphrase: PPK and OpenSSH's
 * format have it in clear.
 */
function publicHalfIn(text: string): Buffer | undefined {
  const [, publicLines] =
    /^Public-Lines: \d+\s+((?:[A-Za-z0-9+/=]+\s+)+)^[A-Z][A-Za-z0-9-]+: /m.exec(text) ?? [];
  if (publicLines !== undefined) return Buffer.from(publicLines, 'base64');
  try {
    const { label, bytes } = readPem(text);
    return label === 'OPENSSH PRIVATE KEY' ? publicBlobOf(bytes) : PrivateKey.parse(text).publicKey.blob;
  } catch {
    return undefined;
  }
}

/** The same for each block of PEM in a text, or for the whole text if there are not several. */
export function publicHalvesIn(text: string): (Buffer | undefined)[] {
  const blocks = text.split(/(?=-----BEGIN )/).filter((block) => block.startsWith('-----BEGIN '));
  return blocks.length > 1 ? blocks.map(publicHalfIn) : [publicHalfIn(text)];
}

/** The public half of the one key in a container (OpenSSH, PROTOCOL.key). @throws MalformedError */
function publicBlobOf(container: Buffer): Buffer {
  const reader = new WireReader(container);
  reader.bytes('openssh-key-v1\0'.length);
  // Cipher, and how its key is derived.
  for (let skipped = 0; skipped < 3; skipped += 1) reader.string();
  if (reader.uint32() !== 1) throw new MalformedError('not one key');
  return reader.string();
}
