import { type BigIntStats, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isSiblingOf } from './command-file.ts';

/**
 * Tells the state files of mains that the runner waited for. It makes the files of a step when the step begins, and reads
 * those of the step before first. So a main that changed its file after that was not waited for any more.
 */
export function openStateTimes(ownFile: string): (file: string) => boolean {
  const folder = path.dirname(ownFile);
  const births = namesIn(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => isSiblingOf(ownFile, file))
    .flatMap((file) => statsOf(file)?.birthtimeNs ?? []);
  return (file) => {
    const { birthtimeNs: birth = 0n, mtimeNs: changed = 0n } = statsOf(file) ?? {};
    // Without real times of birth, which are before the first change, it is not known.
    if (birth === 0n || birth >= changed) return false;
    return (
      births.some((other) => other >= changed) && !births.some((other) => other > birth && other < changed)
    );
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function statsOf(file: string): BigIntStats | undefined {
  try {
    return lstatSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}
