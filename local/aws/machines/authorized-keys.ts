import { createHash } from 'node:crypto';
import type { ProgramResult } from './machine.ts';

/** The text of each file, by its path. */
export type AuthorizedKeysFiles = Map<string, string>;

/** The values that the action's programs set in their first line. */
interface Task {
  readonly task: string;
  readonly digest: string;
  readonly other: string;
  readonly blob: string;
}

interface KeyLine {
  /** What precedes the type, as it is: blanks and options. */
  readonly before: string;
  readonly options: string;
  readonly blob: string;
  /** What follows the blob. */
  readonly after: string;
}

/**
 * Does what the action's program would do, without a shell: a test can run it thousands of times. Another program prints
 * nothing.
 */
export function runModel(program: string, files: AuthorizedKeysFiles): ProgramResult {
  const task = readTask(program);
  if (task === undefined) return { code: 0, output: '' };
  const counts = { found: 0, changed: 0, failed: 0 };
  const problems: string[] = [];
  for (const [path, text] of files) {
    const lines = text.split('\n');
    if (!lines.some((line) => isOf(readLine(line), task.digest))) continue;
    counts.found += 1;
    const edited = task.task === 'add' ? withNewKey(lines, task) : withoutKey(lines, task);
    if (edited === undefined) {
      counts.failed += 1;
      problems.push(`${path}: the other key is not there\n`);
    } else if (edited.join('\n') !== text) {
      counts.changed += 1;
      files.set(path, edited.join('\n'));
    }
  }
  const last = `ec2-key-pair: found=${counts.found} changed=${counts.changed} failed=${counts.failed}\n`;
  return { code: counts.failed === 0 ? 0 : 1, output: problems.join('') + last };
}

function readTask(program: string): Task | undefined {
  const values = /^task=(\w+) digest=(\w+) other=(\S+) blob=(\S*)$/m.exec(program);
  if (values === null) return undefined;
  const [, task = '', digest = '', other = '', blob = ''] = values;
  return { task, digest, other, blob };
}

/** Blanks, options, the type, the blob, and a comment. Undefined for other lines. */
function readLine(line: string): KeyLine | undefined {
  const start = line.length - line.replace(/^[ \t]+/, '').length;
  if (line[start] === '#') return undefined;
  return readKey(line, start) ?? readKey(line, endOfOptions(line, start));
}

function readKey(line: string, start: number): KeyLine | undefined {
  const parts = /^(?:ssh-rsa|ssh-ed25519)[ \t]+([A-Za-z0-9+/=]+)([ \t\r].*)?$/s.exec(line.slice(start));
  if (parts === null) return undefined;
  const before = line.slice(0, start);
  const [, blob = '', after = ''] = parts;
  return { before, options: before.replace(/^[ \t]+|[ \t]+$/g, ''), blob, after };
}

/** Where the first word after the options begins. Blanks in quotes belong to them. */
function endOfOptions(line: string, start: number): number {
  const [options = ''] = /^(?:\\"|"(?:\\"|[^"])*(?:"|$)|[^ \t"])*/.exec(line.slice(start)) ?? [];
  const rest = line.slice(start + options.length);
  return line.length - rest.replace(/^[ \t]+/, '').length;
}

function isOf(line: KeyLine | undefined, digest: string): line is KeyLine {
  return line !== undefined && createHash('sha256').update(line.blob).digest('hex') === digest;
}

function withNewKey(lines: readonly string[], { digest, other, blob }: Task): string[] {
  const present = new Set(lines.map(readLine).flatMap((one) => (one?.blob === blob ? [one.options] : [])));
  return lines.flatMap((line, index) => {
    const old = readLine(line);
    if (!isOf(old, digest) || present.has(old.options)) return [line];
    present.add(old.options);
    // The last line may have no newline, and now needs that of the others.
    const isLast = index === lines.length - 1;
    const cr = isLast && lines.slice(0, -1).some((one) => one.endsWith('\r')) && !line.endsWith('\r');
    return [cr ? `${line}\r` : line, `${old.before}${other} ${blob}${old.after}`];
  });
}

/** Undefined if a line has no counterpart with the key that remains. */
function withoutKey(lines: readonly string[], { digest, other }: Task): string[] | undefined {
  const read = lines.map(readLine);
  const remaining = read.filter((line) => isOf(line, other)).map(({ options }) => options);
  const removed = read.filter((line) => isOf(line, digest));
  if (!removed.every(({ options }) => remaining.includes(options))) return undefined;
  return lines.filter((_, index) => !isOf(read[index], digest));
}
