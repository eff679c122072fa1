import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import { type Inputs, keepKeyStep, keyPairStep, outputsOf, runGreenJob } from '../lib/action-job.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import type { Site, Suite } from '../lib/suite.ts';

const region = 'eu-west-1';

/** A private key that the action wrote, and what EC2 reports about its key pair. */
interface Kept {
  readonly file: string;
  readonly publicKey: string;
  readonly keyName: string;
}

export const sshLogin: Suite = {
  name: 'ssh-login',
  about: 'a real sshd accepts the private key file, with the public key that EC2 reports',
  needs: ['sshd', 'ssh', 'ssh-keygen', 'puttygen', 'plink', 'aws'],
  async run(site) {
    const aws = await startLocalAws();
    const daemon = await SshDaemon.start(site);
    try {
      for (const type of ['rsa', 'ed25519']) await checkPem(site, { aws, daemon }, type);
      for (const type of ['rsa', 'ed25519']) await checkPpk(site, { aws, daemon }, type);
    } finally {
      await daemon.end();
      await aws.close();
    }
  },
};

interface Parts {
  readonly aws: LocalAws;
  readonly daemon: SshDaemon;
}

async function checkPem(site: Site, { aws, daemon }: Parts, type: string): Promise<void> {
  await site.check(`ssh -i logs in with the ${type} file as the action wrote it, mode 0400`, async () => {
    const { file, publicKey } = await createPair(site, aws, { 'key-type': type });
    assert.equal((await stat(file)).mode & 0o777, 0o400);
    await daemon.admitNoOne();
    const before = await daemon.login(file, 'echo in');
    assert.equal(before.status, 255, 'sshd accepts any key');
    assert.match(before.stderr, /Permission denied \(publickey\)/);
    await daemon.admit(publicKey);
    const { status, stdout, stderr } = await daemon.login(file, 'echo in');
    assert.deepEqual({ status, stdout }, { status: 0, stdout: 'in\n' }, stderr);
  });

  await site.check(`the ${type} file of another key pair does not log in`, async () => {
    const admitted = await createPair(site, aws, { 'key-type': type });
    const other = await createPair(site, aws, { 'key-type': type });
    await daemon.admitNoOne();
    await daemon.admit(admitted.publicKey);
    assert.equal((await daemon.login(admitted.file, 'true')).status, 0);
    assert.equal((await daemon.login(other.file, 'true')).status, 255);
  });
}

async function checkPpk(site: Site, { aws, daemon }: Parts, type: string): Promise<void> {
  const inputs = { 'key-type': type, 'key-format': 'ppk' };
  await site.check(`puttygen reads the ${type} .ppk and prints the public key that EC2 reports`, async () => {
    const { file, publicKey, keyName } = await createPair(site, aws, inputs);
    const env = cleanEnvironment(site.folder);
    const shown = await site.programs.output(site.part('puttygen'), ['-L', file], { env });
    assert.deepEqual(fieldsOf(shown), fieldsOf(publicKey));
    assert.equal(fieldsOf(publicKey).comment, keyName);
  });

  await site.check(`plink logs in with the ${type} .ppk`, async () => {
    const { file, publicKey } = await createPair(site, aws, inputs);
    await daemon.admitNoOne();
    await daemon.admit(publicKey);
    const { status, stdout, stderr } = await daemon.loginWithPlink(file, 'echo in');
    assert.deepEqual({ status, stdout }, { status: 0, stdout: 'in\n' }, stderr);
  });
}

/** Creates a key pair with the action, keeps its file, and gets its public key from EC2 with the AWS CLI. */
async function createPair(site: Site, aws: LocalAws, inputs: Inputs): Promise<Kept> {
  const environment = aws.environment(region);
  const name = `login-${aws.keyPairs(region).length}`;
  const file = path.join(site.folder, name);
  const run = await runGreenJob(site, environment, [
    keyPairStep({ 'key-name': name, lifetime: 'persistent', ...inputs }),
    keepKeyStep(file),
  ]);
  const keyName = outputsOf(run)['key-name'] ?? '';
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, environment);
  const which = ['--key-names', keyName, '--include-public-key', '--query', 'KeyPairs[0].PublicKey'];
  const publicKey = await cli.text('ec2', 'describe-key-pairs', ...which, '--output', 'text');
  assert.deepEqual(fieldsOf(outputsOf(run)['public-key'] ?? ''), fieldsOf(publicKey));
  return { file, publicKey, keyName };
}

function fieldsOf(line: string): { type: string; key: string; comment: string } {
  const [type = '', key = '', ...comment] = line.trim().split(' ');
  return { type, key, comment: comment.join(' ') };
}
