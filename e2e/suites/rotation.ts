import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import {
  annotated,
  type Inputs,
  keepKeyStep,
  keyPairStep,
  outputsOf,
  runActionJob,
  runGreenJob,
  thisRun,
} from '../lib/action-job.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import { withoutComment } from '../lib/ssh-key.ts';
import type { Site, Suite } from '../lib/suite.ts';

const region = 'eu-west-1';
/** The key pair of docs/rotation.md. */
const keyName = 'gha-fleet';
const page = path.resolve(import.meta.dirname, '../../docs/rotation.md');

export const rotation: Suite = {
  name: 'rotation',
  about: 'a real sshd with the old key, before, during, and after the steps of docs/rotation.md',
  needs: ['sshd', 'ssh', 'ssh-keygen', 'aws'],
  async run(site) {
    const daemon = await SshDaemon.start(site);
    try {
      await checkStore({ site, daemon }, { store: 'ssm', service: 'ssm', type: 'ed25519' });
      await checkStore(
        { site, daemon },
        { store: 'secrets-manager', service: 'secretsmanager', type: 'rsa' },
      );
      await checkFile({ site, daemon });
      await checkRefused({ site, daemon });
    } finally {
      await daemon.end();
    }
  },
};

/** A running instance, and the account whose key pair it was launched with. */
interface Bed {
  readonly site: Site;
  readonly daemon: SshDaemon;
}

async function checkStore(
  bed: Bed,
  { store, service, type }: { readonly store: string; readonly service: string; readonly type: string },
): Promise<void> {
  await bed.site.check(
    `with store: ${store}, a running instance has the old ${type} key until its line is replaced, and then fetch gets the only key that logs in`,
    () =>
      withAccount(bed, async (account) => {
        const old = await account.keyOf('old', { operation: 'ensure', 'key-type': type, store });
        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [old] });

        const { 'public-key': newPublicKey = '' } = await account.outputs({ operation: 'rotate' });
        assert.equal(withoutComment(newPublicKey), withoutComment(await account.publicKey()));
        const renewed = await account.keyOf('new', { operation: 'fetch' });
        await assertLogins(bed, { in: [old], out: [renewed] });
        const command = await documentedCommand(service);
        assert.equal(`${await account.shell(command)}\n`, await readFile(old, 'utf8'), command);

        const file = bed.daemon.authorizedKeys;
        await onInstance(bed, old, `echo '${newPublicKey}' >> '${file}'`);
        await assertLogins(bed, { in: [old, renewed] });
        const oldLine = withoutComment((await readFile(file, 'utf8')).split('\n')[0]);
        await onInstance(
          bed,
          renewed,
          `grep -vF '${oldLine}' '${file}' > '${file}.new' && mv '${file}.new' '${file}'`,
        );
        await assertLogins(bed, { in: [renewed], out: [old] });

        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [renewed], out: [old] });
      }),
  );
}

async function checkFile(bed: Bed): Promise<void> {
  await bed.site.check(
    'rotate replaces the file at private-key-path, and an instance that is launched then accepts only that',
    () =>
      withAccount(bed, async (account) => {
        const file = { 'private-key-path': path.join(bed.site.folder, 'fleet.pem') };
        const old = await account.keyOf('old-file', { operation: 'ensure', 'key-type': 'ed25519', ...file });
        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [old, file['private-key-path']] });
        await account.outputs({ operation: 'rotate', ...file });
        await assertLogins(bed, { in: [old], out: [file['private-key-path']] });
        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [file['private-key-path']], out: [old] });
      }),
  );
}

async function checkRefused(bed: Bed): Promise<void> {
  await bed.site.check(
    'if EC2 refuses the new public key, the old key logs in to an instance that is launched then',
    () =>
      withAccount(bed, async (account) => {
        const old = await account.keyOf('kept', {
          operation: 'ensure',
          'key-type': 'ed25519',
          store: 'ssm',
        });
        const error = await account.refusedRotation();
        assert.match(error, /You are not authorized|UnauthorizedOperation/);
        await launch(bed, await account.publicKey());
        const fetched = await account.keyOf('fetched', { operation: 'fetch' });
        await assertLogins(bed, { in: [old, fetched] });
        assert.equal(await readFile(fetched, 'utf8'), await readFile(old, 'utf8'));
      }),
  );
}

/** What the checks do with the key pair in an account, each in a job of another run. */
interface Account {
  /** Runs the action, and returns the file to which the job copied the private key. */
  keyOf(name: string, inputs: Inputs): Promise<string>;
  outputs(inputs: Inputs): Promise<Readonly<Record<string, string>>>;
  /** Rotates while EC2 refuses the import under the name once. Returns the error. */
  refusedRotation(): Promise<string>;
  /** What EC2 reports, with the AWS CLI. */
  publicKey(): Promise<string>;
  /** The output of a command of the documentation. */
  shell(command: string): Promise<string>;
}

async function withAccount(bed: Bed, body: (account: Account) => Promise<void>): Promise<void> {
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
    async refusedRotation() {
      aws.faults.add({ on: 'ImportKeyPair', after: 1, effect: { kind: 'deny' } });
      const run = await runActionJob(...job({ operation: 'rotate' }));
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
async function launch({ daemon }: Bed, publicKey: string): Promise<void> {
  await daemon.admitNoOne();
  await daemon.admit(publicKey);
}

/** Logs in with private key files that must be accepted, and with those that must not. */
async function assertLogins(
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

async function onInstance({ daemon }: Bed, file: string, command: string): Promise<void> {
  const { status, stderr } = await daemon.login(file, command);
  assert.equal(status, 0, stderr);
}

/** The command of docs/rotation.md that gets the old private key from a service. */
async function documentedCommand(service: string): Promise<string> {
  const lines = (await readFile(page, 'utf8')).split('\n');
  const [command, ...more] = lines.filter((line) => line.startsWith(`aws ${service} `));
  assert.ok(command, `docs/rotation.md has no command for ${service}`);
  assert.deepEqual(more, []);
  return command;
}
