import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { weighBundle } from './bundle.ts';
import { awsCli, floor, ours, plain } from './contestants.ts';
import { startBenchAws } from './local-aws.ts';
import { awsCliVersion, buildPlain, installAwsCli } from './preparation.ts';
import { race } from './race.ts';
import { type BenchReport, reportOf, withReport } from './report.ts';

/**
 * `npm run bench [-- --rounds N] [--write] [--main FILE]`: times one step that makes one key pair against others that
 * do the same, and prints a table; `--write` puts it into docs/performance.md, `--main` measures another build. A contestant
 * that fails ends the bench with an error; a goal that is missed does not.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '31' },
    write: { type: 'boolean', default: false },
    main: { type: 'string', default: 'dist/main.js' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`--rounds ${values.rounds}: not a number of rounds`);

/** Milliseconds: for one process, and for everything. */
const processLimit = 60_000;
const timeLimit = 20 * 60_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => interrupted.abort(new Error(name)));
const signal = AbortSignal.any([interrupted.signal, AbortSignal.timeout(timeLimit)]);

const report = reportOf(await measure(path.resolve(root, values.main)));
process.stdout.write(report);
if (values.write) {
  const page = path.join(root, 'docs/performance.md');
  await writeFile(page, withReport(await readFile(page, 'utf8'), report));
}

async function measure(mainFile: string): Promise<BenchReport> {
  const us = ours(mainFile);
  const rivals = [
    { contestant: floor(), goal: 2 },
    { contestant: plain(await buildPlain({ root, signal })), goal: 0.33 },
  ];
  const python = await installAwsCli({ root, signal });
  if (python !== undefined) rivals.push({ contestant: awsCli(python), goal: 0.12 });
  const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-bench-'));
  const aws = await startBenchAws();
  try {
    const parts = { aws, folder, signal, processLimit };
    const bundle = await weighBundle(mainFile, parts);
    const times = await race([us, ...rivals.map(({ contestant }) => contestant)], rounds, parts);
    return {
      ours: us.name,
      rivals: rivals.map(({ contestant: { name }, goal }) => ({ name, goal })),
      rounds,
      times,
      bundle,
      notes: [
        'Floor: the least in Node, one request signed by hand. Plain build: the same call with the same packages in twenty lines, bundled by ncc.',
        python === undefined
          ? 'There is no Python 3 on this machine, so the AWS CLI is missing.'
          : `AWS CLI: ${awsCliVersion} from PyPI.`,
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
