import { createHash, createPrivateKey } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchKeyPair } from './local-aws-process.ts';

/** One step without a job: its folders, and the environment that the runner would set. */
export interface Step {
  readonly workspace: string;
  /** The folder for the private key file. */
  readonly temp: string;
  readonly keyName: string;
  /** The complete environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The variables of this machine that the operating system needs. */
const inherited = ['PATH', 'SystemRoot'] as const;

/** Creates a step in a new folder. Its home folder is new, too, so that no user settings apply. */
export async function createStep(
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
 * Checks what a step did: it created exactly one key pair with its name, and exactly one file, which contains the
 * private key and which only its owner can read.
 *
 * @throws Error if it did anything else.
 */
export async function checkStep(
  { temp, keyName }: Step,
  newKeyPairs: readonly BenchKeyPair[],
): Promise<void> {
  const [keyPair, ...more] = newKeyPairs;
  if (keyPair === undefined || more.length > 0)
    throw new Error(`It created ${newKeyPairs.length} key pairs instead of 1`);
  if (keyPair.name !== keyName) throw new Error(`It created ${keyPair.name} instead of ${keyName}`);
  const [file, ...others] = await readdir(temp);
  if (file === undefined || others.length > 0)
    throw new Error(`It left ${others.length + (file ? 1 : 0)} files instead of 1`);
  const target = path.join(temp, file);
  const { mode } = await stat(target);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error('Other users can read the private key');
  if (fingerprintOf(await readFile(target, 'utf8')) !== keyPair.fingerprint) {
    throw new Error('The file does not contain the private key of the key pair');
  }
}

/** The fingerprint that EC2 shows for an RSA key pair that it created: SHA-1 of the PKCS#8 DER, hex with colons. */
function fingerprintOf(pem: string): string {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  const hex = createHash('sha1').update(der).digest('hex');
  return hex.replace(/..(?!$)/g, '$&:');
}
