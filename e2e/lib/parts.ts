import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isContinuousIntegration, machinePath, wholeEnvironment } from './environment.ts';
import type { Programs } from './programs.ts';

/** The programs that suites need. */
export type PartName =
  | 'act'
  | 'aws'
  | 'bindfs'
  | 'busybox'
  | 'fuse-device'
  | 'fusermount3'
  | 'git'
  | 'mergerfs'
  | 'go'
  | 'jq'
  | 'moto_server'
  | 'namespaces'
  | 'nsenter'
  | 'openssl'
  | 'paramiko'
  | 'perl'
  | 'php'
  | 'plink'
  | 'puttygen'
  | 'python3'
  | 'ruby'
  | 'ssh'
  | 'ssh2'
  | 'ssh-add'
  | 'ssh-agent'
  | 'ssh-keygen'
  | 'sshd'
  | 'strace'
  | 'unionfs'
  | 'unshare';

/** The absolute path of a program (`paramiko`: the Python that has it; `ssh2`: its folder; `namespaces`: `unshare`), or why it is missing. */
export type Provision = { readonly path: string } | { readonly missing: string };

const actVersion = '0.2.89';
const ssh2Version = '1.17.0';

/** Debian packages, by program. */
const packages: Partial<Record<PartName, string>> = {
  sshd: 'openssh-server',
  ssh: 'openssh-client',
  'ssh-add': 'openssh-client',
  'ssh-agent': 'openssh-client',
  'ssh-keygen': 'openssh-client',
  puttygen: 'putty-tools',
  plink: 'putty-tools',
  openssl: 'openssl',
  git: 'git',
  busybox: 'busybox',
  strace: 'strace',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  fusermount3: 'fuse3',
  bindfs: 'bindfs',
  mergerfs: 'mergerfs',
  unionfs: 'unionfs-fuse',
  go: 'golang-go',
  jq: 'jq',
  perl: 'perl',
  php: 'php-cli',
  python3: 'python3',
  ruby: 'ruby',
};

/** Milliseconds. Installing takes minutes on a slow connection. */
const installLimit = 8 * 60_000;

/**
 * Finds programs and installs missing ones: Debian packages as root (with CI=true also with sudo), others into a
 * folder.
 */
export class PartsStore {
  readonly #programs: Programs;
  readonly #cache: string;
  readonly #provided = new Map<PartName, Promise<Provision>>();
  #packageLists: Promise<void> | undefined;
  /** The last installation of a Debian package: only one can run at a time. */
  #lastInstall: Promise<void> = Promise.resolve();
  #python: Promise<string> | undefined;

  /** @param cache - A folder for installed programs. Programs that it already contains are used. */
  constructor(programs: Programs, cache: string) {
    this.#programs = programs;
    this.#cache = cache;
  }

  provide(part: PartName): Promise<Provision> {
    const known = this.#provided.get(part);
    if (known !== undefined) return known;
    const provided = this.#find(part).then(
      (found) => ({ path: found }),
      (error: unknown) => ({ missing: error instanceof Error ? error.message : String(error) }),
    );
    this.#provided.set(part, provided);
    return provided;
  }

  async #find(part: PartName): Promise<string> {
    switch (part) {
      case 'act':
        return this.#act();
      case 'aws':
      case 'moto_server':
        this.#python ??= this.#pythonPrograms();
        return path.join(await this.#python, part);
      case 'paramiko':
        this.#python ??= this.#pythonPrograms();
        return path.join(await this.#python, 'python3');
      case 'ssh2':
        return this.#nodePackage('ssh2', ssh2Version);
      case 'fuse-device':
        return fuseDevice();
      case 'namespaces':
        return this.#namespaces();
      default:
        return this.#system(part);
    }
  }

  async #act(): Promise<string> {
    const bin = path.join(this.#cache, 'go/bin');
    const act = path.join(bin, 'act');
    if (!(await isProgram(act))) {
      const module = `github.com/nektos/act@v${actVersion}`;
      await this.#install('go', ['install', module], { GOBIN: bin });
    }
    const version = await this.#programs.output(act, ['--version'], { env: wholeEnvironment() });
    if (!version.includes(actVersion)) throw new Error(`${act} is ${version.trim()}, not ${actVersion}`);
    return act;
  }

  /** Creates a virtual environment with the packages in requirements.txt. Returns the folder with its programs. */
  async #pythonPrograms(): Promise<string> {
    const requirements = path.join(import.meta.dirname, '../requirements.txt');
    const wanted = await readFile(requirements, 'utf8');
    const folder = path.join(this.#cache, 'e2e-python');
    const complete = path.join(folder, 'complete.txt');
    const bin = path.join(folder, 'bin');
    const installed = await readFile(complete, 'utf8').catch(() => undefined);
    if (installed === wanted && (await isProgram(path.join(bin, 'aws')))) return bin;
    await rm(folder, { recursive: true, force: true });
    await mkdir(this.#cache, { recursive: true });
    await this.#install('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
    await this.#install(path.join(bin, 'python3'), pip);
    await writeFile(complete, wanted);
    return bin;
  }

  /** Installs a package of npm, without running any script of it. Returns its folder. */
  async #nodePackage(name: string, version: string): Promise<string> {
    const folder = path.join(this.#cache, `${name}-${version}`);
    const installed = path.join(folder, 'node_modules', name);
    if (await isReadable(path.join(installed, 'package.json'))) return installed;
    await mkdir(folder, { recursive: true });
    const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--omit=optional', '--no-audit'];
    await this.#install('npm', ['install', ...options, '--no-fund', `${name}@${version}`]);
    return installed;
  }

  async #system(part: PartName): Promise<string> {
    const here = await onPath(part);
    if (here !== undefined) return here;
    const name = packages[part];
    if (name === undefined) throw new Error(`${part} is not installed`);
    const administrator = await asAdministrator();
    if (administrator === undefined || (await onPath('apt-get')) === undefined) {
      throw new Error(`${part} is not installed (Debian package: ${name})`);
    }
    const [program, ...first] = [...administrator, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    const aptGet = (...args: readonly string[]): Promise<void> => this.#install(program, [...first, ...args]);
    this.#packageLists ??= aptGet('update', '-q');
    await this.#packageLists;
    const install = () => aptGet('install', '-q', '-y', '--no-install-recommends', name);
    this.#lastInstall = this.#lastInstall.then(install, install);
    await this.#lastInstall;
    const installed = await onPath(part);
    if (installed === undefined) throw new Error(`${name} was installed, but ${part} does not exist`);
    return installed;
  }

  /** The kernel and, in a container, its options decide who can have them. Ubuntu gives them to root only, unless told otherwise. */
  async #namespaces(): Promise<string> {
    const unshare = await this.#system('unshare');
    const isPossible = async () => {
      const args = [...namespaceOptions(), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'];
      return (await this.#programs.run(unshare, args, { env: wholeEnvironment() })).status === 0;
    };
    if (await isPossible()) return unshare;
    const administrator = await asAdministrator();
    if (administrator !== undefined && administrator.length > 0) {
      const [program, ...first] = [...administrator, 'sysctl', '-w'];
      await this.#programs.run(program, [...first, 'kernel.apparmor_restrict_unprivileged_userns=0'], {
        env: wholeEnvironment(),
      });
      if (await isPossible()) return unshare;
    }
    throw new Error('This user cannot have mount and PID namespaces, so there is no container');
  }

  async #install(file: string, args: readonly string[], more: Record<string, string> = {}): Promise<void> {
    await this.#programs.output(file, args, { env: wholeEnvironment(more), limit: installLimit });
  }
}

/** Options of `unshare` for a container: without root, in a user namespace, too. */
export function namespaceOptions(): readonly string[] {
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  return [...user, '--mount', '--pid', '--fork', '--kill-child'];
}

/** Nothing can install it: it depends on the kernel and, in a container, on its options. */
async function fuseDevice(): Promise<string> {
  const device = '/dev/fuse';
  try {
    await access(device, constants.R_OK | constants.W_OK);
  } catch {
    throw new Error(`${device} cannot be used, so no FUSE file system can be mounted`);
  }
  return device;
}

/** The prefix for a command that needs an administrator. Undefined if this process may not run it. */
async function asAdministrator(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  if (!isContinuousIntegration() || (await onPath('sudo')) === undefined) return undefined;
  return ['sudo', '--non-interactive'];
}

async function onPath(program: string): Promise<string | undefined> {
  for (const folder of machinePath().split(path.delimiter)) {
    const file = path.join(folder, program);
    if (path.isAbsolute(folder) && (await isProgram(file))) return file;
  }
  return undefined;
}

function isProgram(file: string): Promise<boolean> {
  return isAccessible(file, constants.X_OK);
}

function isReadable(file: string): Promise<boolean> {
  return isAccessible(file, constants.R_OK);
}

function isAccessible(file: string, mode: number): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}
