import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { startLocalAws } from './aws/server.ts';
import { type JobRun, runJob, type Step } from './runner/job.ts';

/**
 * `npm run demo`: runs a workflow's job on this machine and prints what GitHub would show. With `--aws`,
 * it uses the AWS credentials of this environment, and creates and deletes a real key pair.
 */
const { values } = parseArgs({ options: { aws: { type: 'boolean', default: false } } });

const actionFolder = fileURLToPath(new URL('../', import.meta.url));

const hasSshKeygen = canRun('ssh-keygen', ['-?']);
const keyPath = '${{ steps.key.outputs.private-key-path }}';
const steps: Step[] = [
  { id: 'key', name: 'Get a key pair', uses: 'OWNER/ec2-key-pair@v1' },
  {
    name: 'Use it',
    run: hasSshKeygen
      ? `ls -l "${keyPath}" | cut -c1-10\nssh-keygen -y -f "${keyPath}" | cut -c1-60\nhead -n 2 "${keyPath}"`
      : `ls -l "${keyPath}" | cut -c1-10\nhead -n 2 "${keyPath}"`,
  },
];

const root = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-demo-'));
try {
  process.stdout.write(values.aws ? await onAws() : await onThisMachine());
} finally {
  await rm(root, { recursive: true, force: true });
}

async function onThisMachine(): Promise<string> {
  const aws = await startLocalAws();
  try {
    const run = await runWorkflow(aws.environment('eu-west-1'));
    const asked = aws.requests.map(({ operation }) => operation).join(', ');
    return `${shown(run)}\nSent to EC2 (an emulator on this machine): ${asked}\nKey pairs left: ${aws.keyPairs('eu-west-1').length}\n`;
  } finally {
    await aws.close();
  }
}

async function onAws(): Promise<string> {
  const inherited = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  const run = await runWorkflow({
    AWS_CONFIG_FILE: path.join(homedir(), '.aws', 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(homedir(), '.aws', 'credentials'),
    ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])),
  });
  return shown(run);
}

async function runWorkflow(host: Record<string, string>): Promise<JobRun> {
  const run = await runJob({
    steps,
    actions: { 'OWNER/ec2-key-pair@v1': actionFolder },
    node: process.execPath,
    root,
    host: { PATH: process.env['PATH'] ?? '', ...host },
    github: { repository: 'octo/widgets' },
  });
  if (run.conclusion !== 'success') process.exitCode = 1;
  return run;
}

/** The log and the summary, as plain text. */
function shown(run: JobRun): string {
  const log = run.steps.flatMap((step) => [
    `● ${step.name}`,
    ...step.log.flatMap(logLines).map((line) => `  ${line}`),
  ]);
  const rows = [...run.summary.matchAll(/<tr><th[^>]*>(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(
    ([, label = '', value = '']) => `  ${plain(label).padEnd(18)} ${plain(value)}`,
  );
  const text = ['The log:', ...log, '', 'The job summary:', ...rows, ''].join('\n');
  return text.replaceAll(root, '<runner>');
}

/** Without the runner's own lines (the group of inputs and environment) and without colors. */
function logLines(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map(stripVTControlCharacters);
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function canRun(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
