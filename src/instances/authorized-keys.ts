import { createHash } from 'node:crypto';
import { edit } from './program/edit.ts';
import { find } from './program/find.ts';
import { report } from './program/report.ts';
import { rootOnly } from './program/root-only.ts';
import { runEdit } from './program/run-edit.ts';

/** A public key as in authorized_keys: the blob is the SSH wire format in base64. */
export interface AuthorizedKey {
  readonly type: 'ssh-rsa' | 'ssh-ed25519';
  readonly blob: string;
}

/** What a program did on a machine. */
export interface EditReport {
  /** Files that hold the key that was looked for. */
  readonly found: number;
  readonly changed: number;
  /** Files that hold the key, or may hold it, and were not edited. */
  readonly failed: number;
}

/**
 * Identifies a key on machines that do not know it: SHA-256 of the base64 text of its SSH wire format, as 64 hexadecimal
 * digits.
 */
export function keyDigest(blob: string): string {
  return createHash('sha256').update(checkBlob(blob)).digest('hex');
}

/**
 * The lines of a program for `AWS-RunShellScript`: puts a key beside another one in all authorized_keys files of a Linux
 * machine, with the same options and the same comment. Running it again changes nothing.
 *
 * @throws RangeError if a value is not what the machine's shell expects, or if both keys are the same.
 */
export function programToAdd({
  oldDigest,
  newKey: { type, blob },
}: {
  readonly oldDigest: string;
  readonly newKey: AuthorizedKey;
}): string[] {
  if (keyDigest(blob) === oldDigest) throw new RangeError('The new key is the old key');
  return program({ task: 'add', digest: checkDigest(oldDigest), other: checkType(type), blob });
}

/**
 * The lines of a program for `AWS-RunShellScript`: removes a key from all authorized_keys files of a Linux machine. A
 * file in which the remaining key does not have the same options stays as it is, and counts as failed.
 *
 * @throws RangeError if a value is not what the machine's shell expects, or if both keys are the same.
 */
export function programToRemove({
  digest,
  remainingDigest,
}: {
  readonly digest: string;
  readonly remainingDigest: string;
}): string[] {
  if (digest === remainingDigest) throw new RangeError('The key cannot be removed and remain');
  return program({
    task: 'remove',
    digest: checkDigest(digest),
    other: checkDigest(remainingDigest),
    blob: '',
  });
}

/** What separates a program's output from its errors in the `Output` of a plugin (source of amazon-ssm-agent, iohandler). */
const errors = '\n----------ERROR-------\n';

/**
 * Reads the last line of what a program printed. Undefined if it is not there: the output was cut off, or is that of
 * another program.
 */
export function readReport(output: string): EditReport | undefined {
  const [printed = ''] = output.split(errors);
  const last = printed.trimEnd().split('\n').at(-1) ?? '';
  const match = /^ec2-key-pair: found=(\d{1,6}) changed=(\d{1,6}) failed=(\d{1,6})$/.exec(last);
  if (match === null) return undefined;
  const [found = 0, changed = 0, failed = 0] = match.slice(1).map(Number);
  return { found, changed, failed };
}

/** All values consist of letters, digits, and `+`, `/`, `=`, `-`, which the shell takes as they are. */
function program(values: { task: 'add' | 'remove'; digest: string; other: string; blob: string }): string[] {
  const { task, digest, other, blob } = values;
  const assignments = `task=${task} digest=${digest} other=${other} blob=${blob}\n`;
  const editor = `edit_program='${edit.replaceAll("'", String.raw`'\''`)}'\n`;
  return `${assignments}${editor}${report}${rootOnly}${runEdit}${find}`.trimEnd().split('\n');
}

function checkDigest(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('The digest is not 64 hexadecimal digits');
  return digest;
}

function checkType(type: string): string {
  if (type !== 'ssh-rsa' && type !== 'ssh-ed25519') throw new RangeError('EC2 has no such type of key');
  return type;
}

/** An RSA key with 8192 bits has 1,400 characters. */
function checkBlob(blob: string): string {
  if (!/^[A-Za-z0-9+/]{40,4000}={0,2}$/.test(blob)) throw new RangeError('The blob is not base64');
  return blob;
}
