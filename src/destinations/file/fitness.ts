import type { BigIntStats } from 'node:fs';
import type { KeyFormat } from '../../keys/formats.ts';
import { isPpk } from '../../keys/private-key.ts';
import type { KeyType } from '../../keys/public-key.ts';
import { shellWord } from '../../ledger/shell-word.ts';

/** An existing private key file, and who will use it. */
export interface HandedOnFile {
  readonly path: string;
  readonly text: string;
  readonly stats: Pick<BigIntStats, 'mode' | 'uid'>;
  readonly keyType: KeyType;
  /** The format that was asked for. */
  readonly format: KeyFormat;
  /** As in `DeliveryContext`. */
  readonly userId: number | undefined;
}

/** What is wrong with a file, as a clause, and how to mend it. */
interface Flaw {
  readonly what: string;
  readonly remedy: string;
}

/** Keeps the block alone, on lines of its own, and of it what it is made of: printable ASCII. */
const onlyTheBlock = String.raw`'/-----BEGIN/,/-----END/!d; s/[^ -~]//g; s/.*\(-----BEGIN \)/\1/; s/\(-----END [A-Z ]*-----\).*/\1/; s/^ *//; s/ *$//; s/\([^ ]\) *\(-----END \)/\1\n\2/; /^$/d; $a\'`;

/** Why the program that a private key file is meant for would refuse it; empty if it would not. */
export function fitnessWarnings(file: HandedOnFile): string[] {
  if (isPpk(file.text)) return file.format === 'ppk' || file.path.endsWith('.ppk') ? [] : [ppkWarning(file)];
  if (file.format === 'ppk') return [pemWarning(file)];
  const flaws = [...textFlaws(file), ...modeFlaws(file)];
  if (flaws.length === 0) return [];
  const what = flaws.map((flaw) => flaw.what).join(', and ');
  // Each command ends its line, so that it can be copied.
  const remedies = flaws.map((flaw) => flaw.remedy).join('\n');
  return [`ssh refuses the private key file ${file.path}: ${what}. ${remedies}`];
}

function textFlaws({ text, path, keyType }: HandedOnFile): Flaw[] {
  if (keyType === 'ed25519' && isPkcs8(text)) return [pkcs8Flaw];
  if (isReadBySsh(text)) return [];
  return [{ what: reasonFor(text), remedy: remedyFor(text, path) }];
}

function remedyFor(text: string, path: string): string {
  // The headers of an encrypted key need the blank line behind them.
  if (/^\s*(?:Proc-Type|DEK-Info):/m.test(text))
    return 'Write the key to the file as the program that made it wrote it.';
  const hasLines = /-----BEGIN [A-Z ]+-----\s*\n/.test(text);
  return hasLines
    ? `To fix it (GNU sed): LC_ALL=C sed -i ${onlyTheBlock} ${shellWord(path)}`
    : 'Write the key to the file with its line breaks, in LF.';
}

function reasonFor(text: string): string {
  if (!text.includes('\n')) return 'its line breaks are missing';
  if (text.includes('\r\n')) return 'its lines end in CRLF';
  if (text.startsWith('\uFEFF')) return 'it starts with a byte order mark (BOM)';
  if (!text.endsWith('\n')) return 'it does not end with a newline';
  return 'it has spaces, blank lines, or other text where ssh expects none';
}

/** OpenSSH takes its own format to the letter (sshkey.c). */
function isReadBySsh(text: string): boolean {
  const own = '-----BEGIN OPENSSH PRIVATE KEY-----';
  if (text.includes(own))
    return text.startsWith(`${own}\n`) && text.includes(`\n${own.replace('BEGIN', 'END')}\n`);
  return (text.includes('Proc-Type:') ? withHeaders : withoutHeaders).test(text);
}

/** What OpenSSL cuts off at the end of a line: all that is not printable ASCII. */
const lineEnd = String.raw`[^\n!-~]*(?:\n|$)`;
const beginLine = String.raw`(?:^|\n)\uFEFF?-----BEGIN [A-Z ]+-----${lineEnd}`;
const endLine = `-----END [A-Z ]+-----${lineEnd}`;

/** OpenSSL is lax about lines (crypto/pem/pem_lib.c), and less so behind headers, which end with a blank line. */
const withoutHeaders = new RegExp(
  String.raw`${beginLine}(?:${lineEnd})?(?:[ \t]*[A-Za-z0-9+/=]+${lineEnd})+${endLine}`,
);
const withHeaders = new RegExp(
  String.raw`${beginLine}(?:[\w-]+: [^\n]*\n)+${lineEnd}(?:[A-Za-z0-9+/=]+${lineEnd})+${endLine}`,
);

const pkcs8Flaw: Flaw = {
  what: 'it is an ED25519 key in PKCS#8, which only OpenSSH 9.6 and newer can read',
  remedy: 'Use the key in OpenSSH format.',
};

function isPkcs8(text: string): boolean {
  return /-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/.test(text);
}

/** ssh looks at the mode of its own user's files only. */
function modeFlaws({ path, stats: { mode, uid }, userId }: HandedOnFile): Flaw[] {
  if (userId === undefined || uid !== BigInt(userId) || (mode & 0o077n) === 0n) return [];
  const octal = (mode & 0o777n).toString(8).padStart(4, '0');
  return [
    {
      what: `other users may access it (mode ${octal})`,
      remedy: `To fix it: chmod 600 ${shellWord(path)}`,
    },
  ];
}

const atTerminal = ' (at a terminal if it has a passphrase, which PuTTYgen asks for)';

function ppkWarning({ path }: HandedOnFile): string {
  return `ssh refuses the private key file ${path}: it is in PuTTY's format. To convert it${atTerminal}: puttygen ${shellWord(path)} -O private-openssh -o ${shellWord(path)}`;
}

function pemWarning({ path }: HandedOnFile): string {
  return `The private key file ${path} is not in PuTTY's format, as key-format asks for. Existing files are left untouched. To get a PPK file, set another private-key-path, or convert it${atTerminal}: puttygen ${shellWord(path)} -o ${shellWord(`${path}.ppk`)}`;
}
