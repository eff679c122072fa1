import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readSmallRegularFile } from '../regular-file.ts';
import { isSiblingOf } from './command-file.ts';

/** Bytes. A step that creates a key pair writes less than 10 KB. */
const maxFileBytes = 1024 * 1024;
/** Bytes of all state files that are read. */
const maxBytes = 64 * maxFileBytes;

/** Reads entries of `name<<delimiter`, value, delimiter. One that is truncated at the end of the file does not count. */
export function entriesIn(text: string): [name: string, value: string][] {
  const lines = text.split(/\r?\n/);
  const found: [string, string][] = [];
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [name, delimiter] = (lines[at] ?? '').split('<<');
    const value = lines[at + 1];
    if (name === undefined || value === undefined || lines[at + 2] !== delimiter) break;
    found.push([name, value]);
  }
  return found;
}

/** The text of a state file of this job; empty if there is none, or something else is in its place. */
export function readStateFile(file: string, ownFile: string): string {
  if (!isSiblingOf(ownFile, file)) return '';
  try {
    const read = readSmallRegularFile(file, maxFileBytes);
    return 'bytes' in read ? read.bytes.toString('utf8') : '';
  } catch {
    return '';
  }
}

/** A state file and its text. */
export type StateFile = readonly [file: string, text: string];

/** The state files of a job's steps, which the runner keeps beside each other until the job ends, and their texts. */
export function* stateFilesBeside(ownFile: string): Generator<StateFile> {
  const folder = path.dirname(ownFile);
  let left = maxBytes;
  for (const name of namesIn(folder)) {
    const file = path.join(folder, name);
    const text = readStateFile(file, ownFile);
    left -= text.length;
    if (left < 0) return;
    if (text !== '') yield [file, text];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
