import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../../local/aws/server.ts';
import { keyPairStep, output, runGreenJob } from '../../lib/action-job.ts';
import type { Ended } from '../../lib/programs.ts';
import type { SshDaemon } from '../../lib/ssh-daemon.ts';
import type { Site } from '../../lib/suite.ts';
import { type Delivered, region } from './delivered.ts';
import type { Reading } from './readers.ts';

/**
 * Logs in with each file, while sshd accepts only the public key that EC2 has: with `ssh -i`, or plink for PPK. ssh asks
 * `SSH_ASKPASS` for the passphrase.
 */
export async function logInWithFiles(
  site: Site,
  daemon: SshDaemon,
  delivered: readonly Delivered[],
): Promise<Reading[]> {
  const askpass = path.join(site.folder, 'askpass');
  await writeFile(askpass, `#!/bin/sh\nprintf '%s\\n' "$PASSPHRASE"\n`, { mode: 0o700 });
  const readings: Reading[] = [];
  for (const one of delivered) {
    await daemon.admitNoOne();
    await daemon.admit(one.publicKey);
    const { status, stdout, stderr } = await logIn(daemon, one, askpass);
    const isIn = status === 0 && stdout.endsWith('logged in\n');
    readings.push(isIn ? { publicKey: one.publicKey } : { refusal: `status ${status}: ${stderr}` });
  }
  return readings;
}

function logIn(daemon: SshDaemon, { kind, file, passphrase }: Delivered, askpass: string): Promise<Ended> {
  const command = 'echo logged in';
  if (kind.format === 'ppk') return daemon.loginWithPlink(file, command, passphrase);
  if (!kind.isEncrypted) return daemon.login(file, command);
  return daemon.loginWithAskpass(file, command, {
    program: askpass,
    variables: { PASSPHRASE: passphrase },
  });
}

/** One job with a key of each type and origin in an agent, and no private key in any file: each of them logs in. */
export async function logInWithAgent(site: Site, aws: LocalAws, daemon: SshDaemon): Promise<void> {
  const keys = ['rsa', 'ed25519'].flatMap((type) =>
    ['ec2', 'runner'].map((generator) => ({ type, generator, id: `${type}-${generator}` })),
  );
  const options = daemon.agentOptions.map((option) => `'${option}'`).join(' ');
  const steps = keys.flatMap(({ type, generator, id }) => [
    keyPairStep(
      {
        'key-type': type,
        'generate-on': generator,
        'private-key-path': 'none',
        'ssh-agent': 'true',
      },
      id,
    ),
    {
      name: `log in with ${id}`,
      run: `
        echo '${output('public-key', id)}' > '${daemon.authorizedKeys}'
        '${site.part('ssh')}' ${options} instance 'echo logged in with ${id}'
        ! grep -rlE 'PRIVAT[E] KEY|PuTTY-Use[r]-Key' "$RUNNER_TEMP" "$GITHUB_WORKSPACE"
      `,
    },
  ]);
  const run = await runGreenJob(site, aws.environment(region), steps);
  for (const { id } of keys) assert.match(run.log, new RegExp(`^logged in with ${id}$`, 'm'));
}
