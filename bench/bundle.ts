import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ComparisonOptions } from './comparison.ts';
import { createStep } from './step.ts';
import { timedRun } from './timed-run.ts';

export interface BundleFile {
  /** Relative to the bundle. */
  readonly name: string;
  readonly bytes: number;
}

/** Sizes of a bundle, in bytes. All files count, not only code. */
export interface BundleSize {
  readonly whole: number;
  /** Without code that is not loaded to create a key pair. */
  readonly withoutOptional: number;
  /** The code that is loaded to create a key pair, in that order. */
  readonly loaded: readonly BundleFile[];
}

/** Measures the bundle that contains the main file. Creates one key pair, to see which files are loaded. */
export async function measureBundle(mainFile: string, options: ComparisonOptions): Promise<BundleSize> {
  const bundle = path.dirname(mainFile);
  const files = await filesOf(bundle);
  const loaded = (await loadedFiles(mainFile, options))
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
  { aws, folder, signal, processLimit }: ComparisonOptions,
): Promise<string[]> {
  const stepFolder = path.join(folder, 'bundle');
  const list = path.join(folder, 'loaded-files');
  const recorder = new URL('record-loaded.ts', import.meta.url).href;
  try {
    const step = await createStep(stepFolder, 'bench-bundle', aws.environment);
    const command = {
      file: process.execPath,
      args: ['--import', recorder, mainFile],
      cwd: step.workspace,
      env: { ...step.environment, BENCH_LOADED_FILES: list },
    };
    await timedRun(command, AbortSignal.any([signal, AbortSignal.timeout(processLimit)]));
    await aws.newKeyPairs();
    const urls = (await readFile(list, 'utf8')).split('\n');
    return urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  } finally {
    await rm(stepFolder, { recursive: true, force: true });
  }
}
