import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RaceParts } from './race.ts';
import { layOutStep } from './step.ts';
import { timedRun } from './timed-run.ts';

export interface BundleFile {
  /** Within the bundle. */
  readonly name: string;
  readonly bytes: number;
}

/** What a bundle weighs. All files count, not only code. */
export interface BundleSize {
  readonly whole: number;
  /** Less the code that making a pair does not load. */
  readonly withoutOptional: number;
  /** What making a pair loads, in that order. */
  readonly loaded: readonly BundleFile[];
}

/** Makes a pair once, untimed, and sees which files of the folder of the main file that loads. */
export async function weighBundle(mainFile: string, parts: RaceParts): Promise<BundleSize> {
  const bundle = path.dirname(mainFile);
  const files = await filesOf(bundle);
  const loaded = (await loadedFiles(mainFile, parts))
    .map((file) => path.relative(bundle, file))
    .flatMap((name) => files.filter((file) => file.name === name));
  const optional = files.filter((file) => /\.[cm]?[jt]s$/.test(file.name) && !loaded.includes(file));
  const whole = total(files);
  return { whole, withoutOptional: whole - total(optional), loaded };
}

export function total(files: readonly BundleFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function filesOf(bundle: string): Promise<BundleFile[]> {
  const entries = await readdir(bundle, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  return Promise.all(
    files.map(async (file) => ({ name: path.relative(bundle, file), bytes: (await stat(file)).size })),
  );
}

async function loadedFiles(
  mainFile: string,
  { aws, folder, signal, processLimit }: RaceParts,
): Promise<string[]> {
  const place = path.join(folder, 'bundle');
  const list = path.join(folder, 'loaded-files');
  const recorder = new URL('record-loaded.ts', import.meta.url).href;
  try {
    const step = await layOutStep(place, 'bench-bundle', aws.environment);
    const command = {
      file: process.execPath,
      args: ['--import', recorder, mainFile],
      cwd: step.workspace,
      env: { ...step.environment, BENCH_LOADED_FILES: list },
    };
    await timedRun(command, AbortSignal.any([signal, AbortSignal.timeout(processLimit)]));
    await aws.newPairs();
    const urls = (await readFile(list, 'utf8')).split('\n');
    return urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
