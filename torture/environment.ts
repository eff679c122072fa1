import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CreatedKey } from '../local/aws/keys/created-key.ts';
import {
  type ArrivedRequest,
  type LocalAccount,
  type LocalAws,
  type ServedRequest,
  type StoredKeyPair,
  startLocalAws,
} from '../local/aws/server.ts';
import type { IdTokens } from '../local/runner/id-tokens.ts';
import {
  type Job,
  type JobFolders,
  type JobRun,
  jobFolders,
  type RunningJob,
  type Step,
  startJob,
} from '../local/runner/job.ts';
import { OtherUser } from '../test-support/other-user.ts';
import { trapEnvironment, trapVariables } from '../test-support/trap/environment.ts';
import type { TracedCall, TrapOrder } from '../test-support/trap/order.ts';
import { GeneratedKeys } from './generated-keys.ts';
import { type Agent, OpenSsh } from './open-ssh.ts';

export const region = 'eu-west-1';

/** The workflow run of all jobs. */
const github = { repository: 'octo/widgets', runId: '4242', runAttempt: '1', job: 'build' };

/** Milliseconds. A job that takes longer hangs. */
const jobLimit = 120_000;

/** A key pair, and a file in the workspace and in the temp folder, that exist before the job and must not change. */
export const unrelated = { keyName: 'unrelated', file: 'unrelated.pem', text: 'not yours\n' } as const;

/** How one job is run. */
export interface JobOptions {
  readonly main?: TrapOrder;
  readonly post?: TrapOrder;
  readonly host?: Readonly<Record<string, string>>;
  /** What differs in the workflow run. */
  readonly github?: Job['github'];
  /** How long an abandoned main may go on after post, in milliseconds. */
  readonly abandoned?: number;
  /** Where the job gets its OIDC tokens. Default: it may not request any. */
  readonly idTokens?: IdTokens;
  /** Steps after the action's. */
  readonly after?: readonly Step[];
}

/** How a post step ended that was started without a runner. */
export interface PostAgain {
  readonly succeeded: boolean;
  readonly printed: string;
  readonly warnings: readonly string[];
}

/** What an environment needs. */
export interface EnvironmentOptions {
  readonly aws: LocalAws;
  readonly keys: readonly CreatedKey[];
  readonly root: string;
  readonly accounts: readonly [LocalAccount, LocalAccount, LocalAccount];
  readonly actionFolder: string;
  /** Where the processes of all jobs keep compiled code. */
  readonly compileCache: string;
}

/** An AWS endpoint and a folder for jobs, with a key pair and files that jobs must not touch. */
export class Environment {
  readonly aws: LocalAws;
  readonly root: string;
  readonly otherUser: OtherUser;
  readonly otherAccount: LocalAccount;
  /** The same account, in a later session. */
  readonly otherSession: LocalAccount;
  /** The key pair that jobs must not touch. */
  unrelatedPair: StoredKeyPair | undefined;
  /** OpenSSH for jobs that use an agent; undefined for all others. */
  openSsh: OpenSsh | undefined;
  readonly generatedKeys: GeneratedKeys;
  /** `secrets.PASSPHRASE` of all jobs. A program that prints it in another form has something to escape. */
  readonly passphrase = `${randomBytes(18).toString('base64')}"'&%+/`;
  /** Whether a job got the passphrase. */
  hasPassphrase = false;
  /** The keys that were in agents when main had ended, as in `ssh-rsa AAAA…`. */
  agentKeysAfterMain: readonly string[] = [];
  /** What the action started and did not end, when post had ended. */
  agentsAfterPost: readonly Agent[] = [];
  readonly #returnedKeys: readonly CreatedKey[];
  readonly #actionFolder: string;
  readonly #compileCache: string;
  readonly #accounts: readonly [LocalAccount, LocalAccount, LocalAccount];
  #isClosed = false;
  #other: Promise<LocalAws> | undefined;
  #jobs = 0;

  constructor({ aws, keys, root, accounts, actionFolder, compileCache }: EnvironmentOptions) {
    this.aws = aws;
    this.root = root;
    this.#returnedKeys = keys;
    this.generatedKeys = new GeneratedKeys(path.join(root, 'generated-keys'));
    [, this.otherAccount, this.otherSession] = accounts;
    this.otherUser = new OtherUser(aws, region);
    this.#actionFolder = actionFolder;
    this.#compileCache = compileCache;
    this.#accounts = accounts;
  }

  /** Every private key that the endpoint returned, or that a step generated. */
  get keys(): readonly CreatedKey[] {
    return [...this.#returnedKeys, ...this.generatedKeys.read()];
  }

  async prepare(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    [this.unrelatedPair] = await this.aws.seedKeyPairs(region, [{ keyName: unrelated.keyName }]);
  }

  /** Closes the endpoint, once. */
  async closeAws(): Promise<void> {
    if (!this.#isClosed) await this.aws.close();
    this.#isClosed = true;
  }

  /** The URL of another endpoint, with the same accounts and without key pairs. */
  async otherEndpoint(): Promise<string> {
    this.#other ??= startLocalAws({ accounts: this.#accounts });
    return (await this.#other).url;
  }

  /** Lets jobs find OpenSSH, as if nothing had been prepared for them. */
  useOpenSsh(): OpenSsh {
    this.openSsh ??= new OpenSsh(path.join(this.root, 'ssh'));
    return this.openSsh;
  }

  /** Ends all endpoints, and what was started for jobs. */
  async close(): Promise<void> {
    this.openSsh?.close();
    await Promise.all([this.closeAws(), this.#other?.then((aws) => aws.close())]);
  }

  /** Key pairs in the region, without the unrelated one. */
  pairs(): StoredKeyPair[] {
    return this.aws.keyPairs(region).filter(({ name }) => name !== unrelated.keyName);
  }

  /** Returns a function that lists key pairs that were created after the job's post step had ended. */
  watchForLatePairs(job: RunningJob): () => string[] {
    let before: ReadonlySet<string> | undefined;
    job.on('step-finished', ({ phase }) => {
      if (phase === 'post') before = new Set(this.pairs().map(({ id }) => id));
    });
    return () =>
      this.pairs()
        .filter(({ id }) => before?.has(id) === false)
        .map(({ name }) => `main created the key pair ${name} after the post step had ended`);
  }

  /** Requests that the action sent. */
  requests(): ServedRequest[] {
    return this.aws.requests.filter(isOfAction);
  }

  /** Starts a job whose first step is the action. The unrelated files are written before it starts. */
  start(
    inputs: Readonly<Record<string, string>>,
    options: JobOptions = {},
  ): RunningJob & { readonly folders: JobFolders } {
    this.#jobs += 1;
    const root = path.join(this.root, `job-${this.#jobs}`);
    const folders = jobFolders(root, github.repository);
    const job = startJob({
      steps: [{ id: 'key', name: 'key pair', uses: './', with: inputs }, ...(options.after ?? [])],
      actions: { './': this.#actionFolder },
      node: process.execPath,
      root,
      host: {
        PATH: [...(this.openSsh === undefined ? [] : [this.openSsh.bin]), process.env['PATH']].join(':'),
        ...this.openSsh?.variables,
        ...this.aws.environment(region),
        // Most of a step's time on a processor is spent on loading its code.
        NODE_COMPILE_CACHE: this.#compileCache,
        ...this.#preloads(inputs, options),
        ...options.host,
      },
      secrets: { PASSPHRASE: this.passphrase },
      idTokens: options.idTokens,
      github: { ...github, ...options.github },
      keepTemp: true,
      times: { sigint: 100, sigterm: 100, abandoned: options.abandoned ?? 0, limit: jobLimit },
    } satisfies Job);
    job.on('step-started', ({ phase, name }) => {
      if (phase !== 'main' || name !== 'key pair') return;
      for (const folder of [folders.workspace, folders.temp]) {
        writeFileSync(path.join(folder, unrelated.file), unrelated.text);
      }
    });
    if (inputs['passphrase'] !== undefined) this.hasPassphrase = true;
    if (this.openSsh !== undefined) this.#watchAgents(job, this.openSsh);
    return Object.assign(job, { folders });
  }

  #watchAgents(job: RunningJob, openSsh: OpenSsh): void {
    job.on('step-finished', ({ phase, name }) => {
      openSsh.noteAgents();
      if (phase === 'main' && name === 'key pair') this.agentKeysAfterMain = openSsh.addedKeys();
      if (phase === 'post') this.agentsAfterPost = openSsh.agentsOfActions();
    });
  }

  /** The generated keys are recorded before the trap is set, which counts the calls of main alone. */
  #preloads(inputs: Readonly<Record<string, string>>, options: JobOptions): Record<string, string> {
    const trap = trapEnvironment(options);
    if (inputs['generate-on'] !== 'runner' && inputs['operation'] !== 'rotate') return trap;
    const recorder = this.generatedKeys.environment();
    const both = [recorder['NODE_OPTIONS'], trap['NODE_OPTIONS']].filter((one) => one !== undefined);
    return { ...recorder, ...trap, NODE_OPTIONS: both.join(' ') };
  }

  /** Runs the post step again, with a changed environment. */
  postAgain(run: JobRun, changes: Readonly<Record<string, string | undefined>> = {}): Promise<PostAgain> {
    const env = run.steps.find(({ phase }) => phase === 'post')?.env ?? {};
    const { [trapVariables.post]: _, ...rest } = { ...env, ...changes };
    return new Promise((resolve) => {
      const options = { cwd: run.folders.workspace, env: rest as NodeJS.ProcessEnv, timeout: jobLimit };
      execFile(
        process.execPath,
        [path.join(this.#actionFolder, 'dist/post.js')],
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

  /** The calls in a trace. */
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

/** Whether the action sent a request, and not another user. */
export function isOfAction({ userAgent }: ArrivedRequest): boolean {
  return userAgent.includes('ec2-key-pair-action');
}
