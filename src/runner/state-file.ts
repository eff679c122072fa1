import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Reads entries of `name<<delimiter`, value, delimiter. One that is truncated at the end of the file does not count. */
export function entriesIn(file: string): [name: string, value: string][] {
  const lines = textOf(file).split(/\r?\n/);
  const found: [string, string][] = [];
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [name, delimiter] = (lines[at] ?? '').split('<<');
    const value = lines[at + 1];
    if (name === undefined || value === undefined || lines[at + 2] !== delimiter) break;
    found.push([name, value]);
  }
  return found;
}

/**
 * State that this step's main wrote after the runner had stopped reading it (container jobs). The runner keeps the
 * state files of a job's steps beside each other until the job ends.
 *
 * @param ownFile - Absolute path of the state file of this process.
 * @param isOfThisStep - Whether a file with these entries, whose path is the second argument, was written by this step.
 */
export function unreadState(
  ownFile: string,
  isOfThisStep: (entries: ReadonlyMap<string, string>, file: string) => boolean,
): [name: string, value: string][] {
  const folder = path.dirname(ownFile);
  const kind = path.basename(ownFile).replace(/[^_]*$/, '');
  return namesIn(folder)
    .filter((name) => kind !== '' && name.startsWith(kind))
    .map((name) => path.join(folder, name))
    .flatMap((file) => {
      const entries = entriesIn(file);
      return isOfThisStep(new Map(entries), file) ? entries : [];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
