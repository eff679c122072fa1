// Reads private key files with ssh2: their public keys, or why they were refused. Argument: the folder of ssh2.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { json } from 'node:stream/consumers';

const [, , folder] = process.argv;
const { utils } = createRequire(import.meta.url)(folder);

function readingOf({ path, passphrase }) {
  const key = utils.parseKey(readFileSync(path), passphrase || undefined);
  if (key instanceof Error) return { refusal: key.message };
  return { publicKey: `${key.type} ${key.getPublicSSH().toString('base64')}` };
}

process.stdout.write(JSON.stringify((await json(process.stdin)).map(readingOf)));
