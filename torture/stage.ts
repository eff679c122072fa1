import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MadeKey } from '../local/aws/keys/made-key.ts';
import type {
  ArrivedRequest,
  LocalAccount,
  LocalAws,
  ServedRequest,
  StoredKeyPair,
} from '../local/aws/server.ts';
import {
  type Job,
  type JobFolders,
  type JobRun,
  jobFolders,
  type RunningJob,
  type Step,
  startJob,
} from '../local/runner/job.ts';
import { trapVariables } from './action.ts';
import { Somebody } from './somebody.ts';
import type { TracedCall, TrapOrder } from './trap-order.ts';

export const region = 'eu-west-1';

/** The run that all jobs belong to. */
const github = { repository: 'octo/widgets', runId: '4242', runAttempt: '1', job: 'build' };

/** Milliseconds. A job that takes longer hangs. */
export const jobLimit = 120_000;

/** What is there before the job and must be there after it, by path in the workspace and in the temp folder. */
export const bystander = { pair: 'bystander', file: 'bystander.pem', text: 'not yours\n' } as const;

/** How one job is run. */
export interface JobWish {
  readonly main?: TrapOrder;
  readonly post?: TrapOrder;
  readonly host?: Readonly<Record<string, string>>;
  /** How long an abandoned main may go on after post, in milliseconds. */
  readonly abandoned?: number;
  /** Steps after the action's. */
  readonly after?: readonly Step[];
}

/** What a post that no runner ran came to. */
export interface PostAgain {
  readonly succeeded: boolean;
  readonly printed: string;
  readonly warnings: readonly string[];
}

/** What a stage is made of. */
export interface StageParts {
  readonly aws: LocalAws;
  readonly keys: readonly MadeKey[];
  readonly root: string;
  readonly accounts: readonly [LocalAccount, LocalAccount, LocalAccount];
  readonly actionFolder: string;
}

/** An endpoint and a folder for jobs, with bystanders that nobody may touch. */
export class Stage {
  readonly aws: LocalAws;
  /** Every private key that the endpoint ever gave away. */
  readonly keys: readonly MadeKey[];
  readonly root: string;
  readonly somebody: Somebody;
  readonly otherAccount: LocalAccount;
  /** The same account, in a later session. */
  readonly otherSession: LocalAccount;
  /** The pair that nobody may touch. */
  bystander: StoredKeyPair | undefined;
  readonly #actionFolder: string;
  #isClosed = false;
  #jobs = 0;

  constructor({ aws, keys, root, accounts, actionFolder }: StageParts) {
    this.aws = aws;
    this.keys = keys;
    this.root = root;
    [, this.otherAccount, this.otherSession] = accounts;
    this.somebody = new Somebody(aws, region, aws.account);
    this.#actionFolder = actionFolder;
  }

  async prepare(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await this.somebody.makes(bystander.pair);
    this.bystander = this.aws.keyPairs(region)[0];
  }

  /** Closes the endpoint, once. */
  async closeAws(): Promise<void> {
    if (!this.#isClosed) await this.aws.close();
    this.#isClosed = true;
  }

  /** Pairs in the region but for the bystander. */
  pairs(): StoredKeyPair[] {
    return this.aws.keyPairs(region).filter(({ name }) => name !== bystander.pair);
  }

  /** Notes what is there when a job's post is over; gives pairs that came after it. */
  watchForLatePairs(job: RunningJob): () => string[] {
    let before: ReadonlySet<string> | undefined;
    job.on('step-finished', ({ phase }) => {
      if (phase === 'post') before = new Set(this.pairs().map(({ id }) => id));
    });
    return () =>
      this.pairs()
        .filter(({ id }) => before?.has(id) === false)
        .map(({ name }) => `main made the pair ${name} after post was over`);
  }

  /** Requests that the action sent. */
  requests(): ServedRequest[] {
    return this.aws.requests.filter(isOfAction);
  }

  /** Starts a job whose first step is the action, with bystanders' files put down before it begins. */
  start(
    inputs: Readonly<Record<string, string>>,
    wish: JobWish = {},
  ): RunningJob & { readonly folders: JobFolders } {
    this.#jobs += 1;
    const root = path.join(this.root, `job-${this.#jobs}`);
    const folders = jobFolders(root, github.repository);
    const job = startJob({
      steps: [{ id: 'key', name: 'key pair', uses: './', with: inputs }, ...(wish.after ?? [])],
      actions: { './': this.#actionFolder },
      node: process.execPath,
      root,
      host: {
        PATH: process.env['PATH'] ?? '',
        ...this.aws.environment(region),
        ...ordersOf(wish),
        ...wish.host,
      },
      github,
      keepTemp: true,
      times: { sigint: 100, sigterm: 100, abandoned: wish.abandoned ?? 0, limit: jobLimit },
    } satisfies Job);
    job.on('step-started', ({ phase, name }) => {
      if (phase !== 'main' || name !== 'key pair') return;
      for (const folder of [folders.workspace, folders.temp]) {
        writeFileSync(path.join(folder, bystander.file), bystander.text);
      }
    });
    return Object.assign(job, { folders });
  }

  /** Runs post once more, as it was run, with a changed environment. */
  postAgain(run: JobRun, changes: Readonly<Record<string, string | undefined>> = {}): Promise<PostAgain> {
    const env = run.steps.find(({ phase }) => phase === 'post')?.env ?? {};
    const { [trapVariables.post]: _, ...rest } = { ...env, ...changes };
    return new Promise((resolve) => {
      const options = { cwd: run.folders.workspace, env: rest as NodeJS.ProcessEnv, timeout: jobLimit };
      execFile(
        process.execPath,
        [path.join(this.#actionFolder, 'post.js')],
        options,
        (error, stdout, stderr) =>
          resolve({
            succeeded: error === null,
            printed: stdout + stderr,
            warnings: stdout.match(/^::warning::.*$/gm) ?? [],
          }),
      );
    });
  }

  /** The calls that a phase made, from a trace. */
  async traced(file: string): Promise<TracedCall[]> {
    const text = await readFile(file, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TracedCall);
  }

  tracePath(name: string): string {
    return path.join(this.root, `trace-${name}`);
  }
}

/** Whether a request is the action's, and not somebody's. */
export function isOfAction({ userAgent }: ArrivedRequest): boolean {
  return userAgent.includes('ec2-key-pair-action');
}

function ordersOf({ main, post }: JobWish): Record<string, string> {
  return {
    ...(main === undefined ? {} : { [trapVariables.main]: JSON.stringify(main) }),
    ...(post === undefined ? {} : { [trapVariables.post]: JSON.stringify(post) }),
  };
}
