import { homedir, tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import * as core from '@actions/core';
import { KeyPairError } from '../errors.ts';
import type { RawInput } from '../inputs/values.ts';
import type { WorkflowRun } from '../ownership.ts';

/** The inputs of this step, as the runner passes them; empty if not set. */
export const rawInput: RawInput = (name) => core.getInput(name, { trimWhitespace: false });

/**
 * The names of all inputs, in upper case and with `_` for a space: the runner also passes those that action.yml does not
 * have, with a warning (actions/runner, Handler.cs).
 */
export function inputNames(): string[] {
  return Object.keys(process.env).flatMap((name) => /^INPUT_(.+)/.exec(name)?.[1] ?? []);
}

/** The run that this step belongs to. @throws KeyPairError `NO_RUNNER`; its ID only when it is read. */
export function workflowRun(): WorkflowRun {
  return {
    repository: `${serverHost()}/${required('GITHUB_REPOSITORY')}`,
    get runId() {
      return required('GITHUB_RUN_ID');
    },
    attempt: process.env['GITHUB_RUN_ATTEMPT'] || '1',
    job: process.env['GITHUB_JOB'] ?? '',
  };
}

function serverHost(): string {
  const url = process.env['GITHUB_SERVER_URL'] || 'https://github.com';
  const host = URL.parse(url)?.host;
  if (host) return host;
  throw noRunner('GITHUB_SERVER_URL is not a URL');
}

/** The URL of GitHub's API, as the runner sets it. */
export function apiUrl(): string {
  return process.env['GITHUB_API_URL'] || 'https://api.github.com';
}

/** The step's `id`; undefined if it has none: the runner then generates one that starts with `__`. */
export function stepId(): string | undefined {
  const id = process.env['GITHUB_ACTION'] ?? '';
  return /^(?!__)[A-Za-z_][\w-]*$/.test(id) ? id : undefined;
}

/**
 * The folders of this job. Each is looked up only when it is used: a job may lack any of them.
 *
 * @throws KeyPairError reading `workspace` or `temp` throws `NO_RUNNER`; reading `home`, `NO_HOME`.
 */
export function jobFolders(): { readonly workspace: string; readonly temp: string; readonly home: string } {
  return {
    get workspace() {
      return required('GITHUB_WORKSPACE');
    },
    get temp() {
      return required('RUNNER_TEMP');
    },
    get home() {
      return homeFolder();
    },
  };
}

/** The system's own folder for temporary files. */
export function systemTemp(): string {
  return tmpdir();
}

/** The folder of this job for temporary files; the system's own if the runner set none. */
export function tempFolder(): string {
  return process.env['RUNNER_TEMP'] || systemTemp();
}

/** Where Linux distributions put the home folder of a user that has none. */
const nowhere = '/nonexistent';

/**
 * The AWS SDK looks for its files in the home folder, and throws if the user has none. If HOME is empty or relative, it would
 * look in the current folder: the repository.
 */
export function allowNoHome(): void {
  try {
    if (!path.isAbsolute(homedir())) process.env['HOME'] = userInfo().homedir;
  } catch {
    process.env['HOME'] = nowhere;
  }
}

function homeFolder(): string {
  allowNoHome();
  const home = homedir();
  if (home !== nowhere) return home;
  throw new KeyPairError('NO_HOME', 'HOME is not set, and this user has no home folder.', {
    hint: 'Set HOME for the job, or use an absolute path instead of ~/.',
  });
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw noRunner(`${variable} is not set`);
}

function noRunner(why: string): KeyPairError {
  return new KeyPairError('NO_RUNNER', `${why}, so this is not a step of a workflow.`, {
    hint: 'Run this action from a workflow.',
  });
}

/** Whether this machine and its files still exist after the job. */
export function keepsFiles(): boolean {
  return process.env['RUNNER_ENVIRONMENT'] !== 'github-hosted';
}
