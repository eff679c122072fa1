import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../local/aws/server.ts';
import { type ActRun, eventsIn, stepsIn } from './act-run.ts';
import { signInReferences, writeWorkflows } from './act-workflows.ts';
import { cleanEnvironment } from './environment.ts';
import type { Moto } from './moto.ts';
import { endProcessesNaming, killProcessesNaming, processesNaming } from './processes.ts';
import type { Started } from './programs.ts';
import type { SshDaemon } from './ssh-daemon.ts';
import type { Site } from './suite.ts';

const root = path.join(import.meta.dirname, '../..');
const ownFiles = path.join(root, 'e2e/act');
const region = 'eu-west-1';

/** Options that turn on debug logging, both in workflows and in act. */
export const debugging: readonly string[] = [
  '--verbose',
  ...['--env', 'ACTIONS_STEP_DEBUG=true'],
  ...['--env', 'RUNNER_DEBUG=1'],
];

/** What differs between runs of workflows. */
export interface RunOptions {
  /** `github.run_id` */
  readonly id: string;
  /** `github.run_attempt`. Default: 1. */
  readonly attempt?: number;
  /** Variables of all steps, as if the runner had set them. */
  readonly env?: Readonly<Record<string, string>>;
  /** More variables for the steps after the one that authenticates. Default: Parameter Store is moto's. */
  readonly signedIn?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** More arguments for act. */
  readonly more?: readonly string[];
}

/** What replaces aws-actions/configure-aws-credentials. */
interface SignIn {
  /** Its folder. */
  readonly action: string;
  readonly eventLog: string;
  /** Variables that it sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it also sets, unless a run has something else. */
  readonly usual: Readonly<Record<string, string>>;
}

/** The path and content of a file. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/**
 * A repository that uses the action. act runs its workflows on this machine, without Docker and without a network: the
 * action is a copy of this repository, the credentials are for the local AWS endpoint and moto's Parameter Store, and
 * the instance is the sshd on this machine.
 */
export class ActRepository {
  /** The variable AWS_ROLE_ARN of its workflows. */
  readonly roleArn = 'arn:aws:iam::123456789012:role/ci';
  readonly #site: Site;
  readonly #folder: string;
  readonly #signIn: SignIn;
  readonly #replaced: readonly string[];
  readonly #notRun: Set<string>;

  private constructor(
    site: Site,
    {
      folder,
      signIn,
      replaced,
      documented,
    }: {
      readonly folder: string;
      readonly signIn: SignIn;
      readonly replaced: readonly string[];
      readonly documented: readonly string[];
    },
  ) {
    this.#site = site;
    this.#folder = folder;
    this.#signIn = signIn;
    this.#replaced = replaced;
    this.#notRun = new Set(documented);
  }

  /** Creates a repository with the workflows that `writeWorkflows` writes. */
  static async create(
    site: Site,
    { aws, moto, daemon }: { readonly aws: LocalAws; readonly moto: Moto; readonly daemon: SshDaemon },
  ): Promise<ActRepository> {
    const folder = path.join(site.folder, 'act');
    const workflows = path.join(folder, 'repository/.github/workflows');
    const documented = await writeWorkflows(workflows);
    const action = path.join(folder, 'configure-aws-credentials');
    await cp(path.join(ownFiles, 'configure-aws-credentials'), action, { recursive: true });
    const eventLog = path.join(folder, 'events.jsonl');
    await writeFile(eventLog, '');
    const { AWS_ENDPOINT_URL: AWS_ENDPOINT_URL_SSM = '' } = moto.environment(region);
    const signIn = {
      action,
      eventLog,
      environment: aws.environment(region),
      usual: { AWS_ENDPOINT_URL_SSM },
    };
    await createCommands(site, { folder, eventLog, daemon });
    const replaced = [
      ...(await signInReferences(workflows)).map((used) => `${used}=${action}`),
      `OWNER/ec2-key-pair@v1=${site.action}`,
    ];
    const repository = new ActRepository(site, { folder, signIn, replaced, documented });
    await repository.#commit();
    return repository;
  }

  /** The files of examples, the scheduled cleanup, and the long job that have not run. */
  get documentedNotRun(): string[] {
    return [...this.#notRun];
  }

  /** Runs a workflow to completion. @param name - The name of its file. */
  async run(name: string, options: RunOptions): Promise<ActRun> {
    return this.finish(await this.start(name, options));
  }

  /** Starts a workflow, which may take up to two minutes. SIGINT cancels it. */
  async start(name: string, options: RunOptions): Promise<Started> {
    const { id, attempt = 1, vars = {}, more = [] } = options;
    const { action, eventLog, environment, usual } = this.#signIn;
    this.#notRun.delete(name);
    await writeFile(eventLog, '');
    const ofSteps = { ...environment, ...(options.signedIn ?? usual) };
    await writeJson(path.join(action, 'settings.json'), { environment: ofSteps, eventLog });
    const ofRunner = { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, RUNNER_ENVIRONMENT: 'github-hosted' };
    const known = { AWS_ROLE_ARN: this.roleArn, ...vars };
    const args = [
      ...['workflow_dispatch', '--workflows', `.github/workflows/${name}`],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--pull=false', '--no-cache-server'],
      ...['--log-prefix-job-id', ...more],
      ...Object.entries({ ...ofRunner, ...options.env }).flatMap(([variable, value]) => [
        '--env',
        `${variable}=${value}`,
      ]),
      ...this.#replaced.flatMap((replacement) => ['--local-repository', replacement]),
      ...Object.entries(known).flatMap(([variable, value]) => ['--var', `${variable}=${value}`]),
    ];
    return this.#site.programs.start(this.#site.part('act'), args, {
      env: this.#environment(),
      cwd: path.join(this.#folder, 'repository'),
      limit: 120_000,
    });
  }

  /** Waits until a workflow has ended, and ends the processes that act left running. */
  async finish(started: Started): Promise<ActRun> {
    const [ended] = await Promise.allSettled([started.ended]);
    const leftRunning = await this.end();
    if (ended.status === 'rejected') throw ended.reason;
    const printed = started.printed();
    return {
      success: ended.value.status === 0,
      printed,
      steps: stepsIn(printed),
      events: eventsIn(await readFile(path.join(this.#folder, 'events.jsonl'), 'utf8')),
      leftRunning,
    };
  }

  /** As if the machine of a runner is lost: act and all that it started are killed, and its files are gone. */
  async loseMachine(started: Started): Promise<void> {
    started.signal('SIGKILL');
    await killProcessesNaming(this.#folder);
    await started.end();
    await rm(path.join(this.#folder, '.cache/act'), { recursive: true });
  }

  /** The commands that a workflow is running now. act starts each step in its own session. */
  async runningCommands(): Promise<string[]> {
    return (await processesNaming(this.#folder)).map(({ command }) => command);
  }

  /** All remaining files that act and the workflows wrote, except for copies of the action's own files. */
  async files(): Promise<TextFile[]> {
    const ofAction = new Set((await filesIn(this.#site.action)).map(({ text }) => text));
    return (await filesIn(this.#folder)).filter(({ text }) => !ofAction.has(text));
  }

  /** Ends the processes that workflows left running. Returns their commands. */
  end(): Promise<string[]> {
    return endProcessesNaming(this.#folder);
  }

  async #commit(): Promise<void> {
    const git = async (...args: readonly string[]): Promise<void> => {
      const cwd = path.join(this.#folder, 'repository');
      await this.#site.programs.output(this.#site.part('git'), args, { env: this.#environment(), cwd });
    };
    await git('init', '--quiet', '--initial-branch=main');
    await git('remote', 'add', 'origin', 'https://github.com/octo/widgets.git');
    await git('add', '--all');
    const author = ['-c', 'user.name=octo', '-c', 'user.email=octo@example.com'];
    await git(...author, 'commit', '--quiet', '--message', 'Workflows');
  }

  #environment(): Record<string, string> {
    const commands = path.join(this.#folder, 'commands');
    const quiet = { GIT_CONFIG_NOSYSTEM: '1', ACT_DISABLE_VERSION_CHECK: '1' };
    return cleanEnvironment(this.#folder, quiet, [commands]);
  }
}

/** Creates the commands `aws` and `ssh` for the steps of workflows. */
async function createCommands(
  site: Site,
  {
    folder,
    eventLog,
    daemon,
  }: { readonly folder: string; readonly eventLog: string; readonly daemon: SshDaemon },
): Promise<void> {
  const settings = path.join(folder, 'instance.json');
  await writeJson(settings, {
    eventLog,
    authorizedKeys: daemon.authorizedKeys,
    aws: site.part('aws'),
    ssh: site.part('ssh'),
    sshOptions: daemon.clientOptions,
  });
  const commands = path.join(folder, 'commands');
  await mkdir(commands);
  const program = path.join(ownFiles, 'instance-commands.ts');
  for (const name of ['aws', 'ssh']) {
    const script = `#!/bin/sh\nexec "${process.execPath}" "${program}" "${settings}" ${name} "$@"\n`;
    await writeFile(path.join(commands, name), script, { mode: 0o755 });
  }
}

async function filesIn(folder: string): Promise<TextFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((it) => it.isFile()).map((it) => path.join(it.parentPath, it.name));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'latin1') })));
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value));
}
