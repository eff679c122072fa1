import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { annotated, keyPairStep, mainOf, runActionJob } from '../../lib/action-job.ts';
import { cleanEnvironment } from '../../lib/environment.ts';
import type { Site } from '../../lib/suite.ts';

/** What both sides start in. */
export interface Surroundings {
  readonly home: string;
  readonly variables: Readonly<Record<string, string>>;
  /** `aws-region`, and `--region`. */
  readonly region: string | undefined;
  /** A folder with `preload.ts` for Node and `sitecustomize.py` for Python, which both connect to REDIRECT_PORT. */
  readonly redirect: string;
}

/** Where one side's requests end. */
export interface Network {
  readonly port: number;
  asked(): readonly string[];
}

/** What a side asked, and its error if it failed. */
export interface Answer {
  readonly asked: readonly string[];
  readonly error: string | undefined;
}

/** A home folder with these files, in which `HOME` stands for its path. */
export async function createHome(files: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const home = await mkdtemp(path.join(folder, 'home-'));
  await mkdir(path.join(home, '.aws'));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(home, name), content.replaceAll('HOME', home));
  }
  return home;
}

export async function askedByAction(
  site: Site,
  { home, variables, region, redirect }: Surroundings,
  { port, asked }: Network,
): Promise<Answer> {
  const host = {
    ...cleanEnvironment(home, inHome(variables, home)),
    NODE_OPTIONS: `--import "${path.join(redirect, 'preload.ts')}"`,
    REDIRECT_PORT: String(port),
  };
  const inputs = region === undefined ? {} : { 'aws-region': region };
  const run = await runActionJob(site, host, [keyPairStep({ operation: 'describe', ...inputs })]);
  const error = run.conclusion === 'success' ? undefined : annotated(run, 'error').join('\n');
  // The SDK prints its own warnings there.
  assert.doesNotMatch(mainOf(run).log.join('\n'), /WARN/);
  return { asked: asked(), error };
}

export async function askedByCli(
  site: Site,
  { home, variables, region, redirect }: Surroundings,
  { port, asked }: Network,
): Promise<Answer> {
  const env = cleanEnvironment(home, {
    ...inHome(variables, home),
    AWS_PAGER: '',
    AWS_MAX_ATTEMPTS: '1',
    PYTHONPATH: redirect,
    PYTHONDONTWRITEBYTECODE: '1',
    REDIRECT_PORT: String(port),
  });
  const ofRegion = region === undefined ? [] : ['--region', region];
  const args = ['ec2', 'describe-key-pairs', '--output', 'json', ...ofRegion];
  const { status, stderr } = await site.programs.run(site.part('aws'), args, { env });
  return { asked: asked(), error: status === 0 ? undefined : stderr.trim() };
}

/**
 * The same environment in the names of version 1 of the AWS CLI: it does not read AWS_REGION, and it prefers
 * AWS_DEFAULT_PROFILE to AWS_PROFILE. Version 2, which hosted runners have, reads what version 1 reads only as a fallback.
 */
export function forVersion1({ variables, ...given }: Surroundings): Surroundings {
  const { AWS_REGION, AWS_DEFAULT_PROFILE, ...rest } = variables;
  const profile = rest['AWS_PROFILE'] || AWS_DEFAULT_PROFILE;
  return {
    ...given,
    variables: {
      ...rest,
      ...(AWS_REGION ? { AWS_DEFAULT_REGION: AWS_REGION } : {}),
      ...(profile ? { AWS_PROFILE: profile } : {}),
    },
  };
}

function inHome(variables: Readonly<Record<string, string>>, home: string): Record<string, string> {
  const entries = Object.entries(variables);
  return Object.fromEntries(entries.map(([name, value]) => [name, value.replaceAll('HOME', home)]));
}
