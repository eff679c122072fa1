import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../local/aws/server.ts';
import { type ActRun, eventsIn, stepsIn } from './act-run.ts';
import { cleanEnvironment } from './environment.ts';
import type { Moto } from './moto.ts';
import { endProcessesNaming, processesNaming } from './processes.ts';
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
  readonly vars?: Readonly<Record<string, string>>;
  /** More arguments for act. */
  readonly more?: readonly string[];
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
  readonly #site: Site;
  readonly #folder: string;
  readonly #replaced: readonly string[];
  readonly #notRun: Set<string>;

  private constructor(
    site: Site,
    {
      folder,
      replaced,
      examples,
    }: {
      readonly folder: string;
      readonly replaced: readonly string[];
      readonly examples: readonly string[];
    },
  ) {
    this.#site = site;
    this.#folder = folder;
    this.#replaced = replaced;
    this.#notRun = new Set(examples);
  }

  /** Creates a repository with this repository's `example-*.yml`, one of them also with another store, and the workflows in e2e/act. */
  static async create(
    site: Site,
    { aws, moto, daemon }: { readonly aws: LocalAws; readonly moto: Moto; readonly daemon: SshDaemon },
  ): Promise<ActRepository> {
    const folder = path.join(site.folder, 'act');
    const workflows = path.join(folder, 'repository/.github/workflows');
    await mkdir(workflows, { recursive: true });
    const source = path.join(root, '.github/workflows');
    const examples = (await readdir(source)).filter((name) => name.startsWith('example-'));
    for (const name of examples) await cp(path.join(source, name), path.join(workflows, name));
    await cp(path.join(ownFiles, 'workflows'), workflows, { recursive: true });
    const threeJobs = await readFile(path.join(workflows, 'example-three-jobs.yml'), 'utf8');
    const withSecrets = threeJobs.replace('store: ssm', 'store: secrets-manager');
    await writeFile(path.join(workflows, 'three-jobs-with-secrets-manager.yml'), withSecrets);
    const signIn = path.join(folder, 'configure-aws-credentials');
    await cp(path.join(ownFiles, 'configure-aws-credentials'), signIn, { recursive: true });
    const eventLog = path.join(folder, 'events.jsonl');
    await writeFile(eventLog, '');
    const { AWS_ENDPOINT_URL: AWS_ENDPOINT_URL_SSM } = moto.environment(region);
    const environment = { ...aws.environment(region), AWS_ENDPOINT_URL_SSM };
    await writeJson(path.join(signIn, 'settings.json'), { environment, eventLog });
    await createCommands(site, { folder, eventLog, daemon });
    const replaced = [
      ...(await signInReferences(workflows)).map((used) => `${used}=${signIn}`),
      `OWNER/ec2-key-pair@v1=${site.action}`,
    ];
    const repository = new ActRepository(site, { folder, replaced, examples });
    await repository.#commit();
    return repository;
  }

  /** The files of examples that have not run. */
  get examplesNotRun(): string[] {
    return [...this.#notRun];
  }

  /** Runs a workflow to completion. @param name - The name of its file. */
  async run(name: string, options: RunOptions): Promise<ActRun> {
    return this.finish(await this.start(name, options));
  }

  /** Starts a workflow, which may take up to two minutes. SIGINT cancels it. */
  async start(name: string, { id, vars = {}, more = [] }: RunOptions): Promise<Started> {
    this.#notRun.delete(name);
    await writeFile(path.join(this.#folder, 'events.jsonl'), '');
    const known = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ci', ...vars };
    const args = [
      ...['workflow_dispatch', '--workflows', `.github/workflows/${name}`],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--pull=false', '--no-cache-server'],
      ...['--log-prefix-job-id', '--env', `GITHUB_RUN_ID=${id}`],
      ...['--env', 'RUNNER_ENVIRONMENT=github-hosted', ...more],
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

/** All versions of aws-actions/configure-aws-credentials that workflows use. */
async function signInReferences(workflows: string): Promise<string[]> {
  const texts = await Promise.all(
    (await readdir(workflows)).map((name) => readFile(path.join(workflows, name), 'utf8')),
  );
  const used = texts.flatMap((text) => text.match(/\baws-actions\/configure-aws-credentials@[\w.]+/g) ?? []);
  return [...new Set(used)];
}

async function filesIn(folder: string): Promise<TextFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((it) => it.isFile()).map((it) => path.join(it.parentPath, it.name));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'latin1') })));
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value));
}
