/**
 * Lints the workflows and action.yml with actionlint and zizmor, offline. What is missing is installed into
 * .cache/ first: actionlint by Go, zizmor by Python. With CI=true a linter that cannot be had is a failure;
 * elsewhere it is skipped, and that is said. Ends with the line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A program that lints, at one version, in a folder of its own under .cache/. */
interface Linter {
  readonly name: string;
  readonly binary: string;
  /** Commands that install it, one after the other. */
  readonly install: readonly Command[];
  readonly lint: Command;
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Milliseconds for one command: a first installation downloads and compiles. */
const longest = 300_000;

const root = path.resolve(import.meta.dirname, '..');
const windows = process.platform === 'win32';

/** shellcheck and pyflakes are looked for on PATH, and a finding should not depend on what is there. */
async function actionlint(version: string): Promise<Linter> {
  const folder = path.join(root, '.cache', `actionlint-${version}`);
  const binary = path.join(folder, windows ? 'actionlint.exe' : 'actionlint');
  const workflows = path.join('.github', 'workflows');
  const files = (await readdir(path.join(root, workflows))).map((name) => path.join(workflows, name));
  return {
    name: `actionlint ${version}`,
    binary,
    install: [
      {
        program: 'go',
        args: ['install', `github.com/rhysd/actionlint/cmd/actionlint@v${version}`],
        env: { GOBIN: folder },
      },
    ],
    lint: { program: binary, args: ['-no-color', '-shellcheck=', '-pyflakes=', ...files] },
  };
}

function zizmor(version: string): Linter {
  const folder = path.join(root, '.cache', `zizmor-${version}`);
  const programs = path.join(folder, windows ? 'Scripts' : 'bin');
  const binary = path.join(programs, windows ? 'zizmor.exe' : 'zizmor');
  const python = path.join(programs, windows ? 'python.exe' : 'python');
  return {
    name: `zizmor ${version}`,
    binary,
    install: [
      { program: windows ? 'python' : 'python3', args: ['-m', 'venv', folder] },
      {
        program: python,
        args: ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `zizmor==${version}`],
      },
    ],
    lint: {
      program: binary,
      args: ['--offline', '--no-progress', '--color=never', '--strict-collection', '.github', 'action.yml'],
    },
  };
}

/** Runs a command to its end, its output going where this process's goes. Rejects unless it ends with 0. */
async function run({ program, args, env }: Command): Promise<void> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: longest,
  });
  const [status, signal] = await once(child, 'exit');
  if (status !== 0) throw new Error(`${path.basename(program)} ended with ${signal ?? status}`);
}

/** Whether the linter is there, after an attempt to install it. Says why not. */
async function isInstalled({ name, binary, install }: Linter): Promise<boolean> {
  if (existsSync(binary)) return true;
  console.log(`Installing ${name} …`);
  try {
    for (const command of install) await run(command);
    return true;
  } catch (error) {
    console.log(`${name} cannot be installed: ${error instanceof Error ? error.message : error}.`);
    return false;
  }
}

async function outcomeOf(linter: Linter): Promise<'passed' | 'failed' | 'skipped'> {
  const { CI } = process.env;
  if (!(await isInstalled(linter))) return CI === 'true' ? 'failed' : 'skipped';
  try {
    await run(linter.lint);
    return 'passed';
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return 'failed';
  }
}

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const linter of [await actionlint('1.7.12'), zizmor('1.32.0')]) {
  const outcome = await outcomeOf(linter);
  counts[outcome] += 1;
  console.log(`${linter.name}: ${outcome}`);
}
if (counts.skipped > 0) console.log('What was skipped was NOT checked. With CI=true it would be a failure.');
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.failed > 0) process.exitCode = 1;
