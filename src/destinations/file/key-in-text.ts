import { PrivateKey } from '../../keys/private-key.ts';
import { keyHashOf } from './file-record.ts';

/**
 * The hash of the private key's public half in a text; undefined if there is none that can be read. The public half
 * identifies a key even if its file was rewritten with other line endings or in another format.
 */
export function keyHashIn(text: string): string | undefined {
  const [, publicLines] = /^Public-Lines: \d+\s+([A-Za-z0-9+/=\s]+)^Private-Lines: /m.exec(text) ?? [];
  if (publicLines !== undefined) return keyHashOf({ blob: Buffer.from(publicLines, 'base64') });
  try {
    return keyHashOf(PrivateKey.parse(text).publicKey);
  } catch {
    return undefined;
  }
}
