import { readPem } from '../../keys/pem.ts';
import { PrivateKey } from '../../keys/private-key.ts';
import { MalformedError, WireReader } from '../../keys/wire.ts';
import { keyHashOf } from './file-record.ts';

/**
 * The hash of the private key's public half in a text; undefined if there is none that can be read. The public half
 * identifies a key even if its file was rewritten with other line endings, in another format, or with a passphrase.
 */
export function keyHashIn(text: string): string | undefined {
  const [, publicLines] = /^Public-Lines: \d+\s+([A-Za-z0-9+/=\s]+)^Private-Lines: /m.exec(text) ?? [];
  if (publicLines !== undefined) return keyHashOf({ blob: Buffer.from(publicLines, 'base64') });
  try {
    const { label, bytes } = readPem(text);
    // In clear also if the private half is encrypted.
    if (label === 'OPENSSH PRIVATE KEY') return keyHashOf({ blob: publicBlobOf(bytes) });
    return keyHashOf(PrivateKey.parse(text).publicKey);
  } catch {
    return undefined;
  }
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
