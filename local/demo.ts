import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { startLocalAws } from './aws/server.ts';
import { type JobRun, runJob, type Step, type StepRun } from './runner/job.ts';

/**
 * `npm run demo`: two jobs on this machine, one of which fails, as GitHub would log them. `-- --aws` runs them
 * against the AWS account of the current credentials, and creates and deletes real key pairs there.
 */
const { values } = parseArgs({ options: { aws: { type: 'boolean', default: false } } });

const actionFolder = fileURLToPath(new URL('../', import.meta.url));

const createKeyPair: Step = { id: 'key', name: 'Create a key pair', uses: 'OWNER/ec2-key-pair@v1' };
const printKey: Step = {
  name: 'Print the private key',
  run: 'ls -l "$KEY_FILE" | cut -c1-10\nhead -n 2 "$KEY_FILE"',
  env: { KEY_FILE: '${{ steps.key.outputs.private-key-path }}' },
};
const fail: Step = { name: 'Fail', run: 'echo "Something went wrong."\nexit 1' };

/** A completed job, and its step that created the key pair. */
interface DemoJob {
  readonly run: JobRun;
  readonly key: StepRun | undefined;
}

const root = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-demo-'));
try {
  process.stdout.write(values.aws ? await onAws() : await onThisMachine());
} finally {
  await rm(root, { recursive: true, force: true });
}

async function onThisMachine(): Promise<string> {
  const aws = await startLocalAws();
  try {
    const jobs = await runJobs(aws.environment('eu-west-1'));
    const created = aws.requests.filter(({ operation }) => operation === 'CreateKeyPair').length;
    const left = aws.keyPairs('eu-west-1').length;
    return page('EC2 is an emulator on this machine.', jobs, {
      'key pairs deleted': created === jobs.length && left === 0,
    });
  } finally {
    await aws.close();
  }
}

async function onAws(): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  const jobs = await runJobs({
    AWS_CONFIG_FILE: path.join(homedir(), '.aws', 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(homedir(), '.aws', 'credentials'),
    ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])),
  });
  return page('EC2 is your AWS account.', jobs, {
    'key pairs deleted': jobs.every(({ run }) => run.log.includes('Deleted key pair "')),
  });
}

async function runJobs(host: Record<string, string>): Promise<DemoJob[]> {
  const jobs: DemoJob[] = [];
  for (const [index, steps] of [
    [createKeyPair, printKey],
    [createKeyPair, fail],
  ].entries()) {
    const run = await runJob({
      steps,
      actions: { 'OWNER/ec2-key-pair@v1': actionFolder },
      node: process.execPath,
      root: path.join(root, `job-${index + 1}`),
      host: { PATH: process.env['PATH'] ?? '', ...host },
      github: { repository: 'octo/widgets' },
    });
    jobs.push({ run, key: run.steps.find(({ id, phase }) => id === 'key' && phase === 'main') });
  }
  return jobs;
}

/** The logs of both jobs, followed by the results of the checks. A check that fails also fails the demo. */
function page(where: string, jobs: readonly DemoJob[], checks: Readonly<Record<string, boolean>>): string {
  const results = { ...checksOf(jobs), ...checks };
  if (Object.values(results).includes(false)) process.exitCode = 1;
  const text = [
    `Two jobs, as GitHub would log them. ${where}`,
    ...jobs.flatMap(({ run }, index) => [
      '',
      `Job ${index + 1}: ${run.conclusion}`,
      ...run.steps.flatMap(logOf),
    ]),
    '',
    ...Object.entries(results).map(([what, holds]) => `${holds ? '✓' : '✗'} ${what}`),
    '',
  ].join('\n');
  return text.replaceAll(root, '<runner>');
}

function checksOf(jobs: readonly DemoJob[]): Record<string, boolean> {
  const { run, key } = jobs[0] ?? {};
  const printed = run?.steps.find(({ name }) => name === printKey.name);
  const secretLine =
    printed?.raw
      .map(({ text }) => text)
      .join('')
      .split('\n')[2] ?? '';
  const names = jobs.map((job) => path.basename(job.key?.outputs['private-key-path'] ?? 'none'));
  const leftFiles = jobs.flatMap((job) =>
    Object.values(job.run.files)
      .flat()
      .map((file) => path.basename(file.path)),
  );
  return {
    'private key printed by a later step: masked':
      secretLine.length >= 64 && key !== undefined && run?.log.includes(secretLine) === false,
    'private key file: mode 0400': printed?.log.some((line) => line.includes('-r--------')) ?? false,
    'private key files deleted': names.every((name) => name !== 'none' && !leftFiles.includes(name)),
    'failed job cleaned up': isFailedAndCleanedUp(jobs.at(-1)?.run),
  };
}

function isFailedAndCleanedUp(run: JobRun | undefined): boolean {
  return (
    run?.conclusion === 'failure' &&
    run.steps.some(({ phase, log }) => phase === 'post' && log.join('\n').includes('Deleted key pair "'))
  );
}

/** The log of a step as the page of a workflow run shows it, without the folded group of inputs and variables. */
function logOf({ name, log }: StepRun): string[] {
  const lines = log
    .join('\n')
    .replace(/##\[group\][\s\S]*?##\[endgroup\]\n?/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [`▸ ${name}`, ...lines.map((line) => `  ${stripVTControlCharacters(line)}`)];
}
