import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../local/aws/server.ts';
import { pairsIn } from '../local/runner/file-commands.ts';
import { createStep } from './step.ts';
import { timedRun } from './timed-run.ts';

/** As many key pairs as AWS allows in a Region by default, and one. `ensure` creates one of them in its first round. */
const regions = { full: { name: 'us-east-1', keyPairs: 5_000 }, empty: { name: 'eu-west-1', keyPairs: 1 } };
const keyName = 'gha-fleet';
const repository = 'github.com/octo/fleet';

/** What steps took in a full Region. Times are in milliseconds, and by round. */
export interface FullRegionResult {
  readonly keyPairs: number;
  readonly ensure: {
    readonly full: readonly number[];
    /** In a Region in which the key pair is the only one. */
    readonly empty: readonly number[];
    /** The requests to EC2 of one step, by the names of their operations. */
    readonly requests: readonly string[];
  };
  readonly describe: {
    readonly times: readonly number[];
    /** Bytes: the most that a process had. */
    readonly maxRss: number;
    /** Key pairs that the output holds. A warning says how many it lacks. */
    readonly inOutput: number;
  };
}

interface Run {
  readonly wall: number;
  readonly outputs: ReadonlyMap<string, string>;
  readonly maxRss: number;
}

/**
 * Measures `ensure` of a key pair that exists, and `describe` of all. An additional first round fills the disk cache and does
 * not count.
 *
 * @throws Error if a step fails.
 */
export async function measureFullRegion(
  mainFile: string,
  {
    folder,
    rounds,
    signal,
  }: { readonly folder: string; readonly rounds: number; readonly signal: AbortSignal },
): Promise<FullRegionResult> {
  const aws = await startLocalAws();
  try {
    for (const { name, keyPairs } of Object.values(regions)) {
      await aws.seedKeyPairs(
        name,
        Array.from({ length: keyPairs - 1 }, (_, index) => seed(index)),
      );
    }
    const requests: string[] = [];
    aws.onRequest(({ operation }) => void requests.push(operation));
    const run = (region: string, inputs: Readonly<Record<string, string>>) =>
      runStep(mainFile, { aws, region, inputs, folder, signal });
    const ensure = (region: string) =>
      run(region, {
        INPUT_OPERATION: 'ensure',
        'INPUT_KEY-NAME': keyName,
        'INPUT_PRIVATE-KEY-PATH': path.join(folder, `${region}.pem`),
      });
    const measured = { full: [] as number[], empty: [] as number[], describe: [] as Run[] };
    for (let round = 0; round <= rounds; round += 1) {
      const empty = await ensure(regions.empty.name);
      requests.splice(0);
      const full = await ensure(regions.full.name);
      const [ensured, described] = [
        requests.splice(0),
        await run(regions.full.name, { INPUT_OPERATION: 'describe', 'INPUT_KEY-NAME': '' }),
      ];
      if (round === 0) continue;
      measured.full.push(full.wall);
      measured.empty.push(empty.wall);
      measured.describe.push(described);
      if (round === rounds) return resultOf(measured, ensured);
    }
    throw new RangeError('no rounds');
  } finally {
    await aws.close();
    for (const { name } of Object.values(regions))
      await rm(path.join(folder, `${name}.pem`), { force: true });
  }
}

function resultOf(
  { full, empty, describe }: { readonly full: number[]; readonly empty: number[]; readonly describe: Run[] },
  requests: readonly string[],
): FullRegionResult {
  const [first] = describe;
  return {
    keyPairs: regions.full.keyPairs,
    ensure: { full, empty, requests },
    describe: {
      times: describe.map(({ wall }) => wall),
      maxRss: Math.max(...describe.map(({ maxRss }) => maxRss)),
      inOutput: (JSON.parse(first?.outputs.get('key-pairs') ?? '[]') as unknown[]).length,
    },
  };
}

async function runStep(
  mainFile: string,
  step: {
    readonly aws: LocalAws;
    readonly region: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly folder: string;
    readonly signal: AbortSignal;
  },
): Promise<Run> {
  const folder = path.join(step.folder, 'full-region');
  const usage = path.join(step.folder, 'full-region-usage.json');
  try {
    const { workspace, environment } = await createStep(folder, '', step.aws.environment(step.region));
    const env = { ...environment, ...step.inputs, BENCH_CLOCK_RESULT: usage };
    const args = ['--import', new URL('faster-clock.mjs', import.meta.url).href, mainFile];
    const { wall } = await timedRun({ file: process.execPath, args, cwd: workspace, env }, step.signal);
    const { maxRss } = JSON.parse(await readFile(usage, 'utf8')) as { readonly maxRss: number };
    const outputs = pairsIn(await readFile(environment['GITHUB_OUTPUT'] ?? '', 'utf8'));
    return { wall, outputs: new Map(outputs), maxRss };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function seed(index: number) {
  const own = {
    repository,
    run: '1/1',
    job: 'provision',
    lifetime: 'persistent',
    nonce: String(index).padStart(32, '0'),
  };
  const tags = Object.entries(own).map(([key, value]) => [`ec2-key-pair-action:${key}`, value]);
  return {
    keyName: `${keyName}-${index}`,
    createTime: new Date(Date.now() - 240 * 3_600_000),
    tags: { 'managed-by': 'ec2-key-pair-action', ...Object.fromEntries(tags) } as Record<string, string>,
  };
}
