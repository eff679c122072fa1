import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endProcessesNaming } from '../e2e/lib/processes.ts';
import { type Mutant, mutated } from './mutant.ts';

const leftOut = ['.git', '.cache', 'coverage', 'node_modules'];

/** A copy of the repository in a folder for temporary files; node_modules is a link. Use with `await using`. */
export class RepositoryCopy implements AsyncDisposable {
  readonly root: string;
  /** For everything else that a run writes; goes away with the copy. */
  readonly aside: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.root = path.join(folder, 'repository');
    this.aside = path.join(folder, 'aside');
  }

  static async of(repository: string): Promise<RepositoryCopy> {
    const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'ec2-key-pair-mutants-'));
    const copy = new RepositoryCopy(folder);
    const isWanted = (file: string) => !leftOut.includes(path.relative(repository, file));
    await cp(repository, copy.root, { recursive: true, filter: isWanted });
    await symlink(path.join(repository, 'node_modules'), path.join(copy.root, 'node_modules'));
    await mkdir(copy.aside);
    // As root, tests of the programs for instances become other users, who must be able to enter these folders.
    await chmod(folder, 0o711);
    await chmod(copy.aside, 0o711);
    return copy;
  }

  /** Does work while a mutant is in the copy. @throws StaleMutantError */
  async with<Done>(mutant: Mutant, work: () => Promise<Done>): Promise<Done> {
    const file = path.join(this.root, mutant.file);
    const original = await readFile(file, 'utf8');
    await writeFile(file, mutated(original, mutant));
    try {
      return await work();
    } finally {
      await writeFile(file, original);
    }
  }

  /** Ends processes that a killed run left behind. Only Linux tells which these are. */
  async endProcesses(): Promise<void> {
    if (process.platform === 'linux') await endProcessesNaming(this.#folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.endProcesses();
    await rm(this.#folder, { recursive: true, maxRetries: 3 });
  }
}
