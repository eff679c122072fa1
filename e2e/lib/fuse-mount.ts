import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cleanEnvironment } from './environment.ts';
import type { PartName } from './parts.ts';
import type { Site } from './suite.ts';

/** A FUSE file system. Its server stays in the foreground. */
export interface FuseProgram {
  readonly name: string;
  readonly part: PartName;
  /** Its arguments, for the folders that it shows and the folder where it shows them. */
  args(sources: readonly [string, string], mount: string): readonly string[];
}

export interface Mount {
  /** Where the file system is. */
  readonly folder: string;
  /** The folders that it shows. */
  readonly sources: readonly [string, string];
}

/** Milliseconds until a mount must be there. */
const limit = 10_000;

/** Mounts a file system for some work, and unmounts it, whatever happens. */
export async function withMount(
  site: Site,
  program: FuseProgram,
  work: (mount: Mount) => Promise<void>,
): Promise<void> {
  const base = path.join(site.folder, program.name.replaceAll(/\W+/g, '-'));
  const [folder, first, second] = ['mount', 'first', 'second'].map((name) => path.join(base, name)) as [
    string,
    string,
    string,
  ];
  for (const one of [folder, first, second]) mkdirSync(one, { recursive: true });
  const sources = [first, second] as const;
  const fusermount = site.part('fusermount3');
  const started = site.programs.start(site.part(program.part), program.args(sources, folder), {
    env: cleanEnvironment(site.folder, {}, [ownFusermount(fusermount, base)]),
    limit: 5 * 60_000,
  });
  try {
    await mounted(folder, () => started.printed());
    await work({ folder, sources });
  } finally {
    unmount(fusermount, folder);
    await started.end();
  }
}

/** Returns a folder for PATH. The program that Debian's mergerfs runs instead of fusermount mounts for root only. */
function ownFusermount(fusermount: string, base: string): string {
  const folder = path.join(base, 'bin');
  mkdirSync(folder);
  symlinkSync(fusermount, path.join(folder, 'mergerfs-fusermount'));
  return folder;
}

async function mounted(folder: string, printed: () => string): Promise<void> {
  for (const start = performance.now(); performance.now() - start < limit; await pause(20)) {
    if (isMounted(folder)) return;
  }
  throw new Error(`Nothing was mounted at ${folder} within ${limit} ms:\n${printed()}`);
}

function isMounted(folder: string): boolean {
  return readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${folder} `);
}

/** Synchronous and without `Programs`, so that it also happens when everything else has been stopped. */
function unmount(fusermount: string, folder: string): void {
  if (isMounted(folder)) execFileSync(fusermount, ['-u', '-z', folder], { timeout: limit });
}
