import { createHash, createPrivateKey } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchPair } from './local-aws-process.ts';

/** One step of a job that never was: its folders, and the environment that a runner gives. */
export interface Step {
  readonly workspace: string;
  /** Where the private key's file goes. */
  readonly temp: string;
  readonly keyName: string;
  /** The whole of it. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What the operating system's own parts need of this machine's environment. */
const inherited = ['PATH', 'SystemRoot'] as const;

/** Makes the folders and command files of a step in a new folder. Home is a new folder, too: nobody's settings count. */
export async function layOutStep(
  folder: string,
  keyName: string,
  aws: Readonly<Record<string, string>>,
): Promise<Step> {
  const at = (name: string) => path.join(folder, name);
  for (const name of ['', 'workspace', 'temp', 'home']) await mkdir(at(name));
  for (const name of ['output', 'state', 'summary', 'env', 'path']) await writeFile(at(name), '');
  await writeFile(at('event.json'), JSON.stringify({ repository: { full_name: 'octo/fleet' } }));
  const machine = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const environment = {
    ...Object.fromEntries(machine),
    ...aws,
    CI: 'true',
    HOME: at('home'),
    USERPROFILE: at('home'),
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_ENV: at('env'),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_JOB: 'provision',
    GITHUB_OUTPUT: at('output'),
    GITHUB_PATH: at('path'),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo/fleet',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4200000042',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_STATE: at('state'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_WORKSPACE: at('workspace'),
    'INPUT_KEY-NAME': keyName,
    RUNNER_TEMP: at('temp'),
  };
  return { workspace: at('workspace'), temp: at('temp'), keyName, environment };
}

/**
 * Makes sure that a step did what it was timed for: exactly one pair of that name is new, and exactly one file for
 * nobody else's eyes holds its private key.
 *
 * @throws Error that says what is missing.
 */
export async function checkStep({ temp, keyName }: Step, newPairs: readonly BenchPair[]): Promise<void> {
  const [pair, ...more] = newPairs;
  if (pair === undefined || more.length > 0)
    throw new Error(`It made ${newPairs.length} key pairs instead of one`);
  if (pair.name !== keyName) throw new Error(`It made ${pair.name} instead of ${keyName}`);
  const [file, ...others] = await readdir(temp);
  if (file === undefined || others.length > 0)
    throw new Error(`It left ${others.length + (file ? 1 : 0)} files`);
  const target = path.join(temp, file);
  const { mode } = await stat(target);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error('Others may read the private key');
  if (fingerprintOf(await readFile(target, 'utf8')) !== pair.fingerprint) {
    throw new Error('The file does not hold the private key of the pair');
  }
}

/** As EC2 shows it for an RSA pair that it made: SHA-1 of the PKCS#8 DER, hex with colons. */
function fingerprintOf(pem: string): string {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  const hex = createHash('sha1').update(der).digest('hex');
  return hex.replace(/..(?!$)/g, '$&:');
}
