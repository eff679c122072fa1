import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Of PyPI. */
export const awsCliVersion = '1.46.3';

export interface Workplace {
  /** The repository. */
  readonly root: string;
  readonly signal: AbortSignal;
}

/**
 * Builds the plain action with ncc, as its README says. What was built stays in `.cache/` until the source or the
 * lockfile changes. Gives the built file.
 */
export async function buildPlain({ root, signal }: Workplace): Promise<string> {
  const source = path.join(root, 'bench/contestants/plain.js');
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
 * Installs the AWS CLI from PyPI in a virtual environment in `.cache/`, unless it is there. Gives the Python that has
 * it (as `-m awscli`, which is what the `aws` script does), or undefined where there is no Python 3 to begin with.
 */
export async function installAwsCli({ root, signal }: Workplace): Promise<string | undefined> {
  const python = await findPython(signal);
  if (python === undefined) return undefined;
  const target = path.join(root, '.cache/bench', `aws-cli-${awsCliVersion}`);
  const inside = path.join(target, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (await answers(inside, ['-m', 'awscli', '--version'], signal)) return inside;
  await rm(target, { recursive: true, force: true });
  await execute(python, ['-m', 'venv', target], { signal });
  const options = ['--quiet', '--disable-pip-version-check'];
  await execute(inside, ['-m', 'pip', 'install', ...options, `awscli==${awsCliVersion}`], { signal });
  return inside;
}

async function findPython(signal: AbortSignal): Promise<string | undefined> {
  for (const name of ['python3', 'python']) {
    if (await answers(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 9))'], signal))
      return name;
  }
  return undefined;
}

async function answers(file: string, args: readonly string[], signal: AbortSignal): Promise<boolean> {
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
