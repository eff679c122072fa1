import { hostileName } from '../../lib/hostile-texts.ts';
import { containerParts, freshEd25519 } from '../../lib/keys.ts';

/** A public key without a private key. */
export const publicKey = `ssh-ed25519 ${containerParts(freshEd25519().key).publicKey.toString('base64')}`;

/** A name that inputs accept: one with a command in it is refused. */
export const hostileNameOfInput = hostileName.replace('`c`', '`c').replace('$(', '$ (');

/** A path below folders with hostile names. In a path, a newline is a character like any other. */
export const hostilePath = `${hostileName.replaceAll('/', '')}\n::add-mask::e\n::error::x/a\r##[add-mask]i\nprivate-key=evil`;
