import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { archiveAction, unpackAction } from '../scripts/archive.ts';
import { measureBundle } from './bundle.ts';
import { awsCli, baseline, plainBuild, thisAction } from './candidates.ts';
import { measureCleanup } from './cleanup.ts';
import { compare } from './comparison.ts';
import { type FullRegionResult, measureFullRegion } from './full-region.ts';
import { startBenchAws } from './local-aws.ts';
import { awsCliVersion, buildPlain, installAwsCli } from './preparation.ts';
import { type ArchiveSize, type BenchReport, reportOf, withReport } from './report.ts';
import { measureSweep, type ScaleResult } from './scale.ts';
import { scaleReportOf, withScaleReport } from './scale-report.ts';

/**
 * `npm run bench [-- --rounds N] [--part comparison|scale] [--write] [--main FILE]`: measures one step that creates one key
 * pair, compares it with other programs that do the same, measures the cleanup, and steps in a full Region. Prints tables.
 * `--part` measures only the comparison with the cleanup, or only the full Region, `--write` writes the tables to
 * docs/performance.md, `--main` measures another build. The benchmark fails if a program fails, but not if a goal is missed.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '31' },
    write: { type: 'boolean', default: false },
    main: { type: 'string', default: 'dist/main.js' },
    part: { type: 'string', default: 'all' },
  },
});
const rounds = Number(values.rounds);
if (!['all', 'comparison', 'scale'].includes(values.part))
  throw new RangeError(`--part ${values.part}: unknown`);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`--rounds ${values.rounds}: must be a positive integer`);

/** Milliseconds for one process, and for the whole benchmark. */
const processLimit = 60_000;
const timeLimit = 20 * 60_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => interrupted.abort(new Error(name)));
const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(timeLimit)]);

const page = path.join(root, 'docs/performance.md');
const main = path.resolve(root, values.main);
if (values.part !== 'scale') await show(reportOf(await measure(main)), withReport);
if (values.part !== 'comparison') await show(scaleReportOf(...(await measureScale(main))), withScaleReport);

async function show(report: string, onPage: (page: string, report: string) => string): Promise<void> {
  process.stdout.write(report);
  if (values.write) await writeFile(page, onPage(await readFile(page, 'utf8'), report));
}

async function measureScale(mainFile: string): Promise<[ScaleResult, FullRegionResult]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-bench-'));
  try {
    const steps = await measureFullRegion(mainFile, { folder, rounds, signal });
    return [await measureSweep(mainFile, { folder, signal }), steps];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(mainFile: string): Promise<BenchReport> {
  const measured = thisAction(mainFile);
  const others = [
    { candidate: baseline(), goal: 2 },
    { candidate: plainBuild(await buildPlain({ root, signal })), goal: 0.33 },
  ];
  const python = await installAwsCli({ root, signal });
  if (python !== undefined) others.push({ candidate: awsCli(python), goal: 0.12 });
  const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-bench-'));
  const aws = await startBenchAws();
  try {
    const options = { aws, folder, signal, processLimit };
    const bundle = await measureBundle(mainFile, options);
    const times = await compare([measured, ...others.map(({ candidate }) => candidate)], rounds, options);
    return {
      measured: measured.name,
      others: others.map(({ candidate: { name }, goal }) => ({ name, goal })),
      rounds,
      times,
      bundle,
      archive: await measureArchive(folder),
      cleanup: await measureCleanup(mainFile, rounds, options),
      notes: [
        'Baseline: a minimal Node script that signs and sends one request. Plain build: a simple action of twenty lines with the same packages, bundled with ncc.',
        python === undefined
          ? 'The AWS CLI was not measured: Python 3 is not installed.'
          : `AWS CLI: version ${awsCliVersion} from PyPI.`,
      ],
      setting: {
        node: process.versions.node,
        system: `${process.platform} ${process.arch}, ${availableParallelism()} cores`,
        date: new Date().toISOString().slice(0, 10),
      },
    };
  } finally {
    await aws.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the archive of the repository as it is now, whatever build is measured. */
async function measureArchive(folder: string): Promise<ArchiveSize> {
  const archive = await archiveAction(root, folder);
  const unpacked = path.join(folder, 'archive');
  await unpackAction(archive, unpacked);
  const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
  return { bytes: (await stat(archive)).size, files: entries.filter((entry) => entry.isFile()).length };
}
