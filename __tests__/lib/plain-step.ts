import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import { pairsIn } from '../../local/runner/file-commands.ts';
import { findNode24 } from '../../scripts/node24.mjs';

/** Milliseconds for a process, and for a test: limits, not expectations. */
const processLimit = 60_000;
jest.setTimeout(3 * processLimit);

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What the runner gets from a process that has ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The environment variables that it sets for later steps. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * A step whose main and post run as plain processes, on any platform: no shell, no local/runner, only the variables and
 * files that the runner provides. Use with `await using`.
 */
export interface PlainStep extends AsyncDisposable {
  readonly aws: LocalAws;
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly home: string;
  main(inputs?: Readonly<Record<string, string>>): Promise<Ended>;
  /** Runs post with the state of the last main. With no reader, its stdout is closed at the other end. */
  post(reader?: 'runner' | 'none'): Promise<Ended>;
}

export async function openPlainStep(): Promise<PlainStep> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-step-')));
  const [workspace, temp, home] = ['workspace', 'temp', 'home'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [workspace, temp, home]) await mkdir(folder);
  const aws = await startLocalAws();
  let state: Readonly<Record<string, string>> = {};
  const run = async (
    entry: string,
    variables: Readonly<Record<string, string>>,
    reader: 'runner' | 'none' = 'runner',
  ): Promise<Ended> => {
    const files = await makeCommandFiles(path.join(temp, '_runner_file_commands'));
    const child = spawn(findNode24(), [path.join(dist, entry)], {
      cwd: workspace,
      timeout: processLimit,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        ...aws.environment('eu-west-1'),
        CI: 'true',
        HOME: home,
        USERPROFILE: home,
        GITHUB_ACTION: 'key',
        GITHUB_ACTIONS: 'true',
        GITHUB_JOB: 'build',
        GITHUB_REPOSITORY: 'octo/widgets',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_RUN_ID: '4242',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        GITHUB_ENV: files.variables,
        GITHUB_OUTPUT: files.output,
        GITHUB_STATE: files.state,
        GITHUB_STEP_SUMMARY: files.summary,
        ...variables,
      },
    });
    const ended = new Promise<number | null>((resolve, reject) =>
      child.on('error', reject).on('close', resolve),
    );
    if (reader === 'none') child.stdout.destroy();
    const [stdout, status] = await Promise.all([reader === 'none' ? '' : text(child.stdout), ended]);
    return {
      status,
      stdout,
      outputs: await readCommandFile(files.output),
      state: await readCommandFile(files.state),
      summary: await readFile(files.summary, 'utf8'),
      variables: await readCommandFile(files.variables),
    };
  };
  return {
    aws,
    workspace,
    temp,
    home,
    async main(inputs = {}) {
      const ended = await run(
        'main.js',
        prefixed('INPUT_', inputs, (name) => name.toUpperCase()),
      );
      state = ended.state;
      return ended;
    },
    post: (reader) => run('post.js', prefixed('STATE_', state), reader),
    async [Symbol.asyncDispose]() {
      await aws.close();
      // Windows lets go of the folder of a process a moment after its end.
      await rm(root, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function makeCommandFiles(folder: string) {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => path.join(folder, `${name}_${randomUUID()}`);
  const files = {
    output: at('set_output'),
    state: at('save_state'),
    summary: at('step_summary'),
    variables: at('set_env'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  return files;
}

/** Lines end with the platform's newline. Values are not changed, except for the last newline. */
async function readCommandFile(file: string): Promise<Record<string, string>> {
  return Object.fromEntries(pairsIn((await readFile(file, 'utf8')).replaceAll('\r\n', '\n')));
}

function prefixed(
  prefix: string,
  values: Readonly<Record<string, string>>,
  spelled = (name: string) => name,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${spelled(name)}`, value]),
  );
}
