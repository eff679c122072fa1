import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** On PyPI. */
export const awsCliVersion = '1.46.3';

export interface PreparationOptions {
  /** The folder of the repository. */
  readonly root: string;
  readonly signal: AbortSignal;
}

/**
 * Builds the plain action with ncc, as ncc's README recommends. The build is kept in `.cache/` until the source or the
 * lockfile changes. Returns the built file.
 */
export async function buildPlain({ root, signal }: PreparationOptions): Promise<string> {
  const source = path.join(root, 'bench/candidates/plain.js');
  const hash = createHash('sha256');
  for (const file of [source, path.join(root, 'package-lock.json')]) hash.update(await readFile(file));
  const target = path.join(root, '.cache/bench', `plain-${hash.digest('hex').slice(0, 16)}`);
  const built = path.join(target, 'index.js');
  if (await exists(built)) return built;
  await mkdir(path.dirname(target), { recursive: true });
  const unfinished = await mkdtemp(`${target}-`);
  try {
    const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
    await execute(process.execPath, [ncc, 'build', source, '-o', unfinished, '--no-cache'], {
      cwd: root,
      signal,
    });
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return built;
}

/**
 * Installs the AWS CLI from PyPI in a virtual environment in `.cache/`, unless it is already installed. Returns the
 * Python that runs it (with `-m awscli`, like the `aws` script), or undefined if Python 3 is not installed.
 */
export async function installAwsCli({ root, signal }: PreparationOptions): Promise<string | undefined> {
  const python = await findPython(signal);
  if (python === undefined) return undefined;
  const target = path.join(root, '.cache/bench', `aws-cli-${awsCliVersion}`);
  const installed = path.join(target, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (await succeeds(installed, ['-m', 'awscli', '--version'], signal)) return installed;
  await rm(target, { recursive: true, force: true });
  await execute(python, ['-m', 'venv', target], { signal });
  const options = ['--quiet', '--disable-pip-version-check'];
  await execute(installed, ['-m', 'pip', 'install', ...options, `awscli==${awsCliVersion}`], { signal });
  return installed;
}

async function findPython(signal: AbortSignal): Promise<string | undefined> {
  for (const name of ['python3', 'python']) {
    if (await succeeds(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 9))'], signal))
      return name;
  }
  return undefined;
}

async function succeeds(file: string, args: readonly string[], signal: AbortSignal): Promise<boolean> {
  try {
    await execute(file, args, { signal });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
