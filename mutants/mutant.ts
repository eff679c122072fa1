import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A fault to put into src, to see whether the tests catch it. */
export interface Mutant {
  /** A sentence: the promise that is broken, and how. */
  readonly name: string;
  /** Path from the root of the repository. */
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly find: string;
  /** Without one, the text is removed. */
  readonly replacement?: string;
  /** A test of the built action that is run as well: for what neither unit tests nor the torture sample can notice. */
  readonly scenario?: string;
}

/** A mutant that no longer fits the source shows nothing about the tests. */
export class StaleMutantError extends Error {
  override readonly name = 'StaleMutantError';
}

/**
 * The text of a file with the fault in it.
 *
 * @throws StaleMutantError unless `find` occurs exactly once and the replacement differs from it.
 */
export function mutated(text: string, { name, file, find, replacement = '' }: Mutant): string {
  if (find === '' || find === replacement) throw new StaleMutantError(`"${name}" changes nothing.`);
  const [before = '', ...rest] = text.split(find);
  const [after] = rest;
  if (after === undefined || rest.length > 1)
    throw new StaleMutantError(`"${name}": found ${rest.length} times in ${file}, not once: ${find}`);
  return `${before}${replacement}${after}`;
}

/** Why mutants do not fit the source of a repository; empty if all do. */
export async function staleMutants(mutants: readonly Mutant[], repository: string): Promise<string[]> {
  const problems: string[] = [];
  for (const mutant of mutants) {
    const file = path.join(repository, mutant.file);
    const text = existsSync(file) ? await readFile(file, 'utf8') : '';
    try {
      mutated(text, mutant);
    } catch (error) {
      if (!(error instanceof StaleMutantError)) throw error;
      problems.push(error.message);
    }
  }
  return problems;
}

/** The mutants whose names or files contain one of the texts; all of them if there are no texts. */
export function chosenMutants(mutants: readonly Mutant[], texts: readonly string[]): readonly Mutant[] {
  return mutants.filter(
    ({ name, file }) =>
      texts.length === 0 || texts.some((text) => name.includes(text) || file.includes(text)),
  );
}
