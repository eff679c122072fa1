import { rmSync } from 'node:fs';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createAccount,
  createKeyPool,
  type KeyPool,
  RecordedKeys,
  startLocalAws,
} from '../local/aws/server.ts';
import { compileAction } from '../test-support/compile-action.ts';
import { copyAction } from './action-copy.ts';
import { Environment } from './environment.ts';

/** Bytes that many jobs at a time may need, and more. */
const spaceForJobs = 1024 ** 3;

/** What all environments of one session share. */
export class TestBed {
  readonly folder: string;
  readonly actionFolder: string;
  readonly #compileCache: string;
  readonly #pool: KeyPool;
  #environments = 0;

  private constructor(folder: string, actionFolder: string, compileCache: string, pool: KeyPool) {
    this.folder = folder;
    this.actionFolder = actionFolder;
    this.#compileCache = compileCache;
    this.#pool = pool;
  }

  static async open(): Promise<TestBed> {
    const folder = await mkdtemp(path.join(await folderInMemory(), 'ec2-key-pair-torture-'));
    const actionFolder = path.join(folder, 'action');
    const compileCache = path.join(folder, 'compile-cache');
    await copyAction(actionFolder);
    await compileAction(actionFolder, compileCache);
    return new TestBed(folder, actionFolder, compileCache, await createKeyPool({ rsa: 3 }));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Like `close`, for a process that was told to end. */
  closeAtOnce(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Does work in a new environment, which is removed afterwards. */
  async withEnvironment<Result>(work: (environment: Environment) => Promise<Result>): Promise<Result> {
    this.#environments += 1;
    const root = path.join(this.folder, `environment-${this.#environments}`);
    const keys = new RecordedKeys(this.#pool);
    const accounts = [
      createAccount(),
      createAccount('210987654321', 'session'),
      createAccount(undefined, 'session'),
    ] as const;
    const aws = await startLocalAws({ keys, accounts });
    const environment = new Environment({
      ...{ aws, keys: keys.taken, root, accounts },
      actionFolder: this.actionFolder,
      compileCache: this.#compileCache,
    });
    try {
      await environment.prepare();
      return await work(environment);
    } finally {
      await environment.close();
      await rm(root, { recursive: true, force: true });
    }
  }
}

/** A folder for temporary files that need no disk, if there is one: thousands of jobs sync their files. */
async function folderInMemory(): Promise<string> {
  const folder = '/dev/shm';
  const isLarge = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize >= spaceForJobs,
    () => false,
  );
  return isLarge ? folder : tmpdir();
}
