import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { startLocalAws } from '../local/aws/server.ts';
import { startLocalGitHub } from '../local/github/server.ts';
import { createStep } from './step.ts';
import { timedRun } from './timed-run.ts';

/** A Region that is full: the most key pairs that AWS allows by default. */
const region = 'us-east-1';
const keyPairs = 5_000;
const ours = 4_000;
const runs = 500;
const repository = 'octo/fleet';

/** The sweep's own pace: so many at once, and then so many milliseconds between two. */
const burst = 50;
const interval = 250;

/** EC2's bucket for changes: how many it holds, and how many more it gets per second. */
const bucket = { size: 50, perSecond: 5 };

/** How much faster time passes for the sweep than for EC2 and GitHub, which answer as fast as they can. */
const clockFactor = 5;

/** What a sweep of a full Region took. Times are in milliseconds of the faster clock. */
export interface ScaleResult {
  readonly keyPairs: number;
  readonly deleted: number;
  readonly runs: number;
  readonly clockFactor: number;
  readonly elapsed: number;
  /** What the pace alone takes. */
  readonly paced: number;
  /** Changes that EC2 would have throttled. */
  readonly throttled: number;
  readonly gitHubRequests: number;
  /** Bytes: the most that the process had. */
  readonly maxRss: number;
}

/** @throws Error if the sweep fails, or does not delete exactly what it should. */
export async function measureSweep(
  mainFile: string,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<ScaleResult> {
  const aws = await startLocalAws();
  const github = await startLocalGitHub();
  const stepFolder = path.join(folder, 'sweep');
  const result = path.join(folder, 'sweep-result.json');
  try {
    for (let run = 1; run <= runs; run += 1) {
      github.setRun(repository, String(run), [{ status: 'completed', updatedAt: hoursAgo(2) }]);
    }
    await aws.seedKeyPairs(
      region,
      Array.from({ length: keyPairs }, (_, index) => seed(index)),
    );
    const changes: number[] = [];
    aws.onRequest(({ operation }) => {
      if (operation === 'DeleteKeyPair') changes.push(performance.now() * clockFactor);
    });
    const { workspace, environment } = await createStep(stepFolder, '', aws.environment(region));
    const env = {
      ...environment,
      GITHUB_API_URL: github.url,
      INPUT_OPERATION: 'sweep',
      'INPUT_KEY-NAME': '',
      'INPUT_GITHUB-TOKEN': github.token,
      BENCH_CLOCK_FACTOR: String(clockFactor),
      BENCH_CLOCK_RESULT: result,
    };
    const args = ['--import', new URL('faster-clock.mjs', import.meta.url).href, mainFile];
    await timedRun({ file: process.execPath, args, cwd: workspace, env }, signal);
    const left = aws.keyPairs(region).length;
    if (left !== keyPairs - ours) throw new Error(`The sweep left ${left} key pairs`);
    return {
      ...{ keyPairs, deleted: ours, runs, clockFactor },
      ...(JSON.parse(await readFile(result, 'utf8')) as Pick<ScaleResult, 'elapsed' | 'maxRss'>),
      paced: (ours - burst) * interval,
      throttled: throttledOf(changes),
      gitHubRequests: github.requests.length,
    };
  } finally {
    await Promise.all([aws.close(), github.close()]);
    await rm(stepFolder, { recursive: true, force: true });
  }
}

/** Every fifth key pair is not of the action. Ours are spread over all runs. */
function seed(index: number) {
  const keyName = `gha-fleet-${index}`;
  const createTime = hoursAgo(240);
  if (index % (keyPairs / (keyPairs - ours)) === 0) return { keyName, createTime };
  const own = {
    repository: `github.com/${repository}`,
    run: `${(Math.floor(index / 5) * 4 + (index % 5)) % runs || runs}/1`,
    job: 'provision',
    lifetime: 'job',
    nonce: String(index).padStart(32, '0'),
  };
  const tags = Object.entries(own).map(([key, value]) => [`ec2-key-pair-action:${key}`, value]);
  return {
    keyName,
    createTime,
    tags: { 'managed-by': 'ec2-key-pair-action', ...Object.fromEntries(tags) } as Record<string, string>,
  };
}

/** How many changes find EC2's bucket empty, by the milliseconds of their arrival. */
function throttledOf(changes: readonly number[]): number {
  let level = bucket.size;
  let latest = changes[0] ?? 0;
  let throttled = 0;
  for (const at of changes) {
    level = Math.min(bucket.size, level + ((at - latest) / 1_000) * bucket.perSecond);
    latest = at;
    if (level < 1) throttled += 1;
    else level -= 1;
  }
  return throttled;
}

function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}
