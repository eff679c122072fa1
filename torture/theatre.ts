import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type KeyPool, makeAccount, makeKeyPool, RecordedKeys, startLocalAws } from '../local/aws/server.ts';
import { makeTrappedAction } from './action.ts';
import { Stage } from './stage.ts';

/** What all stages of one session share. */
export class Theatre {
  readonly folder: string;
  readonly actionFolder: string;
  readonly #pool: KeyPool;
  #stages = 0;

  private constructor(folder: string, actionFolder: string, pool: KeyPool) {
    this.folder = folder;
    this.actionFolder = actionFolder;
    this.#pool = pool;
  }

  static async open(): Promise<Theatre> {
    const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-torture-'));
    const actionFolder = path.join(folder, 'action');
    await makeTrappedAction(actionFolder);
    return new Theatre(folder, actionFolder, await makeKeyPool({ rsa: 3 }));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** As `close`, for a process that was told to end. */
  closeAtOnce(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Gives a piece of work a stage of its own, and takes it away after. */
  async onStage<Result>(work: (stage: Stage) => Promise<Result>): Promise<Result> {
    this.#stages += 1;
    const root = path.join(this.folder, `stage-${this.#stages}`);
    const keys = new RecordedKeys(this.#pool);
    const accounts = [
      makeAccount(),
      makeAccount('210987654321', 'session'),
      makeAccount(undefined, 'session'),
    ] as const;
    const aws = await startLocalAws({ preMadeKeys: keys, accounts });
    const stage = new Stage({ aws, keys: keys.taken, root, accounts, actionFolder: this.actionFolder });
    try {
      await stage.prepare();
      return await work(stage);
    } finally {
      await stage.closeAws();
      await rm(root, { recursive: true, force: true });
    }
  }
}
