import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { annotated, keyPairStep, mainOf, runActionJob } from '../lib/action-job.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import { sideBySide } from '../lib/side-by-side.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { configuredCredentials } from './environment/credentials.ts';
import { endpoints } from './environment/endpoints.ts';
import type { EnvironmentCase } from './environment/environment-case.ts';
import { listen } from './environment/listener.ts';
import { otherCredentials } from './environment/other-credentials.ts';
import { regions } from './environment/regions.ts';

const cases = [...regions, ...configuredCredentials, ...otherCredentials, ...endpoints];
const redirect = path.join(import.meta.dirname, 'environment/redirect');

/** What a program asked, and its error if it failed. */
interface Answer {
  readonly asked: readonly string[];
  readonly error: string | undefined;
}

/** Compares what the action asks with what the AWS CLI asks, in the same environment. */
export const environment: Suite = {
  name: 'environment',
  about: 'the same account, Region and endpoint as the AWS CLI, in every environment',
  needs: ['aws'],
  async run(site) {
    const version = await versionOfCli(site);
    await sideBySide(cases.map((given) => () => compare(site, given, version)));
  },
};

async function compare(site: Site, given: EnvironmentCase, version: 1 | 2): Promise<void> {
  await site.check(given.name, async () => {
    const home = await homeOf(given, site.folder);
    const ofAction = await askedByAction(site, given, home);
    if (given.says !== undefined) assert.match(ofAction.error ?? 'no error', given.says);
    else assert.equal(ofAction.error, undefined);
    const ofCli = await askedByCli(site, version === 1 ? forVersion1(given) : given, home);
    const { exception } = given;
    if (exception === undefined || (exception.version ?? version) !== version) {
      assert.deepEqual(ofAction.asked, ofCli.asked, `the AWS CLI: ${ofCli.error ?? 'no error'}`);
    } else {
      assert.deepEqual(ofAction.asked, exception.asked);
      assert.notDeepEqual(ofCli.asked, exception.asked, `This is no exception any more: ${exception.why}`);
    }
  });
}

/** A folder with the files of a case, in which `~` is the home folder. */
async function homeOf({ files = {} }: EnvironmentCase, folder: string): Promise<string> {
  const home = await mkdtemp(path.join(folder, 'home-'));
  await mkdir(path.join(home, '.aws'));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(home, name), content.replaceAll('HOME', home));
  }
  return home;
}

function variablesOf({ variables }: EnvironmentCase, home: string): Record<string, string> {
  const entries = Object.entries(variables);
  return Object.fromEntries(entries.map(([name, value]) => [name, value.replaceAll('HOME', home)]));
}

async function askedByAction(site: Site, given: EnvironmentCase, home: string): Promise<Answer> {
  await using listener = await listen();
  const host = {
    ...cleanEnvironment(home, variablesOf(given, home)),
    NODE_OPTIONS: `--import "${path.join(redirect, 'preload.ts')}"`,
    REDIRECT_PORT: String(listener.port),
  };
  const inputs = given.region === undefined ? {} : { 'aws-region': given.region };
  const run = await runActionJob(site, host, [keyPairStep({ operation: 'describe', ...inputs })]);
  const error = run.conclusion === 'success' ? undefined : annotated(run, 'error').join('\n');
  // The SDK prints its own warnings there.
  assert.doesNotMatch(mainOf(run).log.join('\n'), /WARN/);
  return { asked: listener.asked(), error };
}

async function askedByCli(site: Site, given: EnvironmentCase, home: string): Promise<Answer> {
  await using listener = await listen();
  const env = cleanEnvironment(home, {
    ...variablesOf(given, home),
    AWS_PAGER: '',
    AWS_MAX_ATTEMPTS: '1',
    PYTHONPATH: redirect,
    PYTHONDONTWRITEBYTECODE: '1',
    REDIRECT_PORT: String(listener.port),
  });
  const ofRegion = given.region === undefined ? [] : ['--region', given.region];
  const args = ['ec2', 'describe-key-pairs', '--output', 'json', ...ofRegion];
  const { status, stderr } = await site.programs.run(site.part('aws'), args, { env });
  return { asked: listener.asked(), error: status === 0 ? undefined : stderr.trim() };
}

/**
 * The same environment in the names of version 1 of the AWS CLI: it does not read AWS_REGION, and it prefers
 * AWS_DEFAULT_PROFILE to AWS_PROFILE. Version 2, which hosted runners have, reads what version 1 reads only as a fallback.
 */
function forVersion1(given: EnvironmentCase): EnvironmentCase {
  const { AWS_REGION, AWS_DEFAULT_PROFILE, ...rest } = given.variables;
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

async function versionOfCli(site: Site): Promise<1 | 2> {
  const env = cleanEnvironment(site.folder);
  const said = await site.programs.output(site.part('aws'), ['--version'], { env });
  return said.startsWith('aws-cli/1.') ? 1 : 2;
}
