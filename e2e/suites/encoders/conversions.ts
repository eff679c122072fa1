import { copyFile, readFile } from 'node:fs/promises';
import { cleanEnvironment } from '../../lib/environment.ts';
import type { PartName } from '../../lib/parts.ts';
import type { Site } from '../../lib/suite.ts';
import type { MaskedKey } from './masked-key.ts';

interface Conversion {
  readonly name: string;
  readonly of: 'rsa, pem' | 'ed25519, pem' | 'rsa, ppk' | 'ed25519, ppk';
  readonly program: PartName;
  /** `KEY` is a copy of the file. The program writes to `NEW`, or changes `KEY`. */
  readonly args: readonly string[];
}

const ppk = (...args: string[]) => ['KEY', ...args, '-o', 'NEW'];
const rewritten = ['-p', '-P', '', '-N', '', '-f', 'KEY'];

/** Programs that read the key and write it again. The first word of a name is the kind of the print. */
const conversions: readonly Conversion[] = [
  {
    name: 'cut / openssl rsa -traditional',
    of: 'rsa, pem',
    program: 'openssl',
    args: ['rsa', '-traditional', '-in', 'KEY', '-out', 'NEW'],
  },
  {
    name: 'cut / ssh-keygen -p -m PEM',
    of: 'rsa, pem',
    program: 'ssh-keygen',
    args: ['-m', 'PEM', ...rewritten],
  },
  { name: 'cut / ssh-keygen -p', of: 'ed25519, pem', program: 'ssh-keygen', args: rewritten },
  {
    name: 'cut / ssh-keygen -c',
    of: 'ed25519, pem',
    program: 'ssh-keygen',
    args: ['-c', '-C', 'me@home', '-P', '', '-f', 'KEY'],
  },
  {
    name: 'cut / puttygen -O private-openssh',
    of: 'ed25519, pem',
    program: 'puttygen',
    args: ppk('-O', 'private-openssh'),
  },
  {
    name: 'plain / puttygen version 3',
    of: 'rsa, ppk',
    program: 'puttygen',
    args: ppk('-O', 'private', '-C', 'me'),
  },
  {
    name: 'plain / puttygen version 3',
    of: 'ed25519, ppk',
    program: 'puttygen',
    args: ppk('-O', 'private', '-C', 'me'),
  },
  { name: 'not promised / ssh-keygen -p', of: 'rsa, pem', program: 'ssh-keygen', args: rewritten },
  {
    name: 'not promised / openssl pkcs8',
    of: 'rsa, pem',
    program: 'openssl',
    args: ['pkcs8', '-topk8', '-nocrypt', '-in', 'KEY', '-out', 'NEW'],
  },
  {
    name: 'not promised / puttygen -O private',
    of: 'rsa, pem',
    program: 'puttygen',
    args: ppk('-O', 'private'),
  },
  {
    name: 'not promised / puttygen -O private',
    of: 'ed25519, pem',
    program: 'puttygen',
    args: ppk('-O', 'private'),
  },
  {
    name: 'not promised / puttygen -O private-openssh',
    of: 'rsa, ppk',
    program: 'puttygen',
    args: ppk('-O', 'private-openssh'),
  },
  {
    name: 'not promised / puttygen -O private-openssh',
    of: 'ed25519, ppk',
    program: 'puttygen',
    args: ppk('-O', 'private-openssh'),
  },
];

/** What those programs write of a key, by name. */
export async function convertedTexts(site: Site, { kind, file }: MaskedKey): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { name, of, program, args } of conversions) {
    if (of !== `${kind.type}, ${kind.format}`) continue;
    const files = { KEY: `${file}.copy`, NEW: `${file}.new` };
    await copyFile(file, files.KEY);
    const real = args.map((arg) => (arg === 'KEY' || arg === 'NEW' ? files[arg] : arg));
    await site.programs.output(site.part(program), real, { env: cleanEnvironment(site.folder) });
    texts.set(name, await readFile(args.includes('NEW') ? files.NEW : files.KEY, 'utf8'));
  }
  return texts;
}
