import assert from 'node:assert/strict';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../../local/aws/server.ts';
import {
  annotated,
  type Inputs,
  keepKeyStep,
  keyPairStep,
  outputsOf,
  runActionJob,
  runGreenJob,
  thisRun,
} from '../../lib/action-job.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import { cleanEnvironment } from '../../lib/environment.ts';
import type { SshDaemon } from '../../lib/ssh-daemon.ts';
import type { Site } from '../../lib/suite.ts';

const region = 'eu-west-1';
/** The key pair of docs/rotation.md. */
export const keyName = 'gha-fleet';

/** A running instance, and the account whose key pair it was launched with. */
export interface Bed {
  readonly site: Site;
  readonly daemon: SshDaemon;
}

/** What the checks do with the key pair in an account, each in a job of another run. */
export interface Account {
  /** Runs the action, and returns the file to which the job copied the private key. */
  keyOf(name: string, inputs: Inputs): Promise<string>;
  outputs(inputs: Inputs): Promise<Readonly<Record<string, string>>>;
  /** Runs a step that must fail. Returns the error. */
  errorOf(inputs: Inputs): Promise<string>;
  /** Lets EC2 refuse the import under the name once: the first one is that of the journal. */
  refuseNewKey(): void;
  readonly aws: LocalAws;
  /** What EC2 reports, with the AWS CLI. */
  publicKey(): Promise<string>;
  /** The output of a command of the documentation. */
  shell(command: string): Promise<string>;
}

export async function withAccount(bed: Bed, body: (account: Account) => Promise<void>): Promise<void> {
  const aws = await startLocalAws();
  try {
    await body(accountOn(bed, aws));
  } finally {
    await aws.close();
  }
}

function accountOn({ site }: Bed, aws: LocalAws): Account {
  const environment = aws.environment(region);
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, environment);
  let runs = 0;
  const job = (inputs: Inputs, more: Parameters<typeof runActionJob>[2] = []) => {
    runs += 1;
    const steps = [keyPairStep({ 'key-name': keyName, ...inputs }), ...more];
    return [site, environment, steps, { github: { ...thisRun, runId: String(5000 + runs) } }] as const;
  };
  return {
    async keyOf(name, inputs) {
      const file = path.join(site.folder, `${name}-${inputs['store'] ?? ''}-${runs}`);
      await runGreenJob(...job(inputs, [keepKeyStep(file)]));
      return file;
    },
    outputs: async (inputs) => outputsOf(await runGreenJob(...job(inputs))),
    aws,
    refuseNewKey() {
      const when = ({ dryRun }: { readonly dryRun: boolean }): boolean => !dryRun;
      aws.faults.add({ on: 'ImportKeyPair', after: 1, when, effect: { kind: 'deny' } });
    },
    async errorOf(inputs) {
      const run = await runActionJob(...job(inputs));
      assert.equal(run.conclusion, 'failure', run.log);
      return annotated(run, 'error').join('\n');
    },
    publicKey() {
      const which = ['--key-names', keyName, '--include-public-key', '--query', 'KeyPairs[0].PublicKey'];
      return cli.text('ec2', 'describe-key-pairs', ...which, '--output', 'text');
    },
    async shell(command) {
      const env = cleanEnvironment(site.folder, environment, [path.dirname(site.part('aws'))]);
      return (await site.programs.output('/bin/sh', ['-c', command], { env })).trimEnd();
    },
  };
}

/** The instance is new: EC2 writes the public key of the key pair to it. */
export async function launch({ daemon }: Bed, publicKey: string): Promise<void> {
  await daemon.admitNoOne();
  await daemon.admit(publicKey);
}

/** Logs in with private key files that must be accepted, and with those that must not. */
export async function assertLogins(
  { daemon }: Bed,
  files: { readonly in: readonly string[]; readonly out?: readonly string[] },
): Promise<void> {
  for (const file of files.in) {
    const { status, stdout, stderr } = await daemon.login(file, 'echo in');
    assert.deepEqual({ status, stdout }, { status: 0, stdout: 'in\n' }, `${file}: ${stderr}`);
  }
  for (const file of files.out ?? []) {
    const { status, stderr } = await daemon.login(file, 'echo in');
    assert.equal(status, 255, `${file} logs in`);
    assert.match(stderr, /Permission denied \(publickey\)/);
  }
}

export async function onInstance({ daemon }: Bed, file: string, command: string): Promise<void> {
  const { status, stderr } = await daemon.login(file, command);
  assert.equal(status, 0, stderr);
}
