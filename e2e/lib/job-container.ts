import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Job, jobFolders, type Launch } from '../../local/runner/job.ts';
import { action, thisRun } from './action-job.ts';
import { machinePath } from './environment.ts';
import { namespaceOptions } from './parts.ts';
import type { Started } from './programs.ts';
import type { Site } from './suite.ts';

/** PATH in the container: of the image, not of the runner. */
const imagePath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What the runner does not give to `docker exec`, and the values that the container has instead. */
const withheld = ['PATH', 'HOME', 'RUNNER_TRACKING_ID'];
const ownVariables = { PATH: imagePath, HOME: '/github/home' };

/** Milliseconds until the container must be there. */
const limit = 20_000;

/** Where the container has the event, by a link. */
const workflowFolder = '/github/workflow';

/** A folder of the machine, and where the container has it. */
type Volume = readonly [machine: string, container: string];

export interface ContainerOptions {
  /** Folders that the container has at the same path. */
  readonly volumes?: readonly string[];
  /** Programs that the image does not have. */
  readonly without?: readonly string[];
  /** The user ID of all steps. Default: 0. Only root can set it. */
  readonly user?: number;
  /** Who owns what the runner writes, except the home folder. Default: 0. Only root can set it. */
  readonly owner?: number;
}

/**
 * The container of a job, without Docker: namespaces for mounts and processes, with the programs of this machine as the
 * image. Paths, variables, and the first process are those of a job with `container:` (ContainerOperationProvider.cs,
 * ContainerInfo.cs). Each step's process enters it, as with `docker exec` (StepHost.cs).
 */
export class JobContainer implements AsyncDisposable {
  /** The job's folder and container, for `runActionJob`. */
  readonly job: Pick<Job, 'root' | 'enter'>;
  readonly #started: Started;
  /** The container's first process, by its ID on the machine. */
  readonly #first: number;

  private constructor(job: Pick<Job, 'root' | 'enter'>, started: Started, first: number) {
    this.job = job;
    this.#started = started;
    this.#first = first;
  }

  static async start(site: Site, options: ContainerOptions = {}): Promise<JobContainer> {
    const root = mkdtempSync(path.join(site.folder, 'job-'));
    const paths = pathsIn(root, site.action);
    // Its folder is made when the job starts.
    const mounted = paths.filter(([, folder]) => folder !== workflowFolder);
    const own = (options.volumes ?? []).map((folder): Volume => [folder, folder]);
    for (const [folder] of mounted) mkdirSync(folder, { recursive: true });
    const image = path.join(root, 'image');
    mkdirSync(image);
    const started = site.programs.start(
      site.part('namespaces'),
      [
        ...namespaceOptions(),
        ...['sh', '-euc', firstProcess, 'container', image, (options.without ?? []).join(' ')],
        // A folder that is mounted hides what was mounted in it before.
        ...[...mounted.toReversed(), ...own].flat(),
      ],
      { env: { PATH: machinePath() }, limit: 5 * 60_000 },
    );
    try {
      const first = await firstIn(started);
      const enter = (launch: Launch): Launch => {
        if (options.owner !== undefined) giveTo(options.owner, root);
        return entering(site.part('nsenter'), first, options.user, translated(launch, paths));
      };
      return new JobContainer({ root, enter }, started, first);
    } catch (error) {
      await started.end();
      throw error;
    }
  }

  /** The commands of the container's processes, except the first one and those that have ended. */
  processes(): string[] {
    const namespace = readlinkSync(`/proc/${this.#first}/ns/pid`);
    return readdirSync('/proc')
      .map(Number)
      .filter((id) => Number.isInteger(id) && id !== this.#first)
      .flatMap((id) => {
        try {
          if (readlinkSync(`/proc/${id}/ns/pid`) !== namespace) return [];
          return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || [];
        } catch {
          return [];
        }
      });
  }

  /** As `docker rm --force`: ends all of its processes. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#started.end();
  }
}

/**
 * Makes the root of the container, with the programs of this machine, and becomes its first process. Arguments: an empty
 * folder, programs to leave out, and pairs of folders. Prints its process ID on the machine, whose /proc it still sees.
 */
const firstProcess = `
  read -r first _ < /proc/self/stat
  root=$1; without=$2; shift 2
  mount -t tmpfs -o mode=755 tmpfs "$root"
  for name in bin sbin lib lib32 lib64 libx32; do
    if [ -L "/$name" ]; then cp -P "/$name" "$root/$name"
    elif [ -d "/$name" ]; then mkdir "$root/$name"; mount --rbind "/$name" "$root/$name"; fi
  done
  for name in usr etc dev; do mkdir "$root/$name"; mount --rbind "/$name" "$root/$name"; done
  mkdir -p "$root/proc" "$root/root" "$root/var" "$root/.machine"
  mkdir -m 1777 "$root/tmp" "$root/run"
  mount -t proc proc "$root/proc"
  if [ -n "$without" ]; then
    mkdir "$root/.programs"
    mount --bind /usr/bin "$root/.programs"
    mount -t tmpfs -o mode=755 tmpfs "$root/usr/bin"
    ln -s $(cd /usr/bin; printf '/.programs/%s ' *) "$root/usr/bin"
    for name in $without; do rm "$root/usr/bin/$name"; done
  fi
  while [ $# -gt 0 ]; do
    mkdir -p "$root$2"
    mount --bind "$1" "$root$2"
    shift 2
  done
  ln -s /__w/_temp/_github_workflow "$root${workflowFolder}"
  cd "$root"
  pivot_root . .machine
  cd /
  umount -l /.machine
  rmdir /.machine
  echo "first=$first"
  exec tail -f /dev/null
`;

/** The runner's folders, the narrowest first: that is how paths are translated. */
function pathsIn(root: string, actionFolder: string): readonly Volume[] {
  const { workspace, temp, home, toolCache } = jobFolders(root, thisRun.repository);
  return [
    [path.join(temp, '_github_workflow'), workflowFolder],
    [actionFolder, `/__w/_actions/${action.replace('@', '/')}`],
    [path.dirname(process.execPath), '/__e/node24/bin'],
    [home, '/github/home'],
    [temp, '/__w/_temp'],
    [toolCache, '/__t'],
    [path.resolve(workspace, '../..'), '/__w'],
  ];
}

/** What the container's process gets: no path of the machine, and not the runner's own variables. */
function translated({ file, args, cwd, env }: Launch, paths: readonly Volume[]): Launch {
  const inContainer = (text: string): string => {
    const found = paths.find(([folder]) => text === folder || text.startsWith(`${folder}/`));
    return found === undefined ? text : found[1] + text.slice(found[0].length);
  };
  const given = Object.entries(env).filter(([name]) => !withheld.includes(name));
  return {
    file: inContainer(file),
    args: args.map(inContainer),
    cwd: inContainer(cwd),
    env: {
      ...ownVariables,
      ...Object.fromEntries(given.map(([name, value]) => [name, inContainer(value)])),
    },
  };
}

function entering(
  nsenter: string,
  first: number,
  user: number | undefined,
  { file, args, cwd, env }: Launch,
): Launch {
  const namespaces = process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
  const asUser =
    user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return {
    file: nsenter,
    args: [
      ...['--target', String(first), ...namespaces, '--mount', '--pid', '--'],
      ...[...asUser, 'env', '-i', '-C', cwd, ...variables, file, ...args],
    ],
    cwd: '/',
    env: { PATH: imagePath },
  };
}

/** The runner of this machine is another user than this process. */
function giveTo(owner: number, root: string): void {
  const { workspace, temp, home } = jobFolders(root, thisRun.repository);
  execFileSync('chown', ['-R', String(owner), path.resolve(workspace, '../..'), temp]);
  execFileSync('chown', ['-R', '0', home]);
}

async function firstIn(started: Started): Promise<number> {
  for (const start = performance.now(); performance.now() - start < limit; await pause(10)) {
    const found = /^first=(\d+)$/m.exec(started.printed())?.[1];
    if (found !== undefined) return Number(found);
    if (started.printed() !== '') break;
  }
  await started.end();
  throw new Error(`The container did not start. It printed:\n${started.printed()}`);
}
