import assert from 'node:assert/strict';
import path from 'node:path';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import type { StepRun } from '../../local/runner/job.ts';
import { keepKeyStep, keyPairStep, mainOf, runGreenJob } from '../lib/action-job.ts';
import { cleanEnvironment } from '../lib/environment.ts';
import type { PartName } from '../lib/parts.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { summaryRows } from '../lib/summary-table.ts';

const keysOfEach = 20;
const pairsInAJob = 10;

/** A private key's file, with what the action said about its pair. */
interface Made {
  readonly file: string;
  readonly publicKey: string;
  /** As EC2 shows it. */
  readonly fingerprint: string;
  /** As the job summary shows it: `SHA256:` and base64. */
  readonly sshFingerprint: string;
}

export const formats: Suite = {
  name: 'formats',
  about: `${keysOfEach} fresh keys of each type and format, read by the programs they are for`,
  needs: ['ssh-keygen', 'openssl', 'puttygen'],
  async run(site) {
    const aws = await startLocalAws();
    try {
      for (const type of ['rsa', 'ed25519']) {
        await checkPem(site, type, await makePairs(site, aws, { type, format: 'pem' }));
        await checkPpk(site, type, await makePairs(site, aws, { type, format: 'ppk' }));
      }
    } finally {
      await aws.close();
    }
  },
};

async function checkPem(site: Site, type: string, pairs: readonly Made[]): Promise<void> {
  await site.check(`ssh-keygen -y gives the public key of every ${type} file`, async () => {
    for (const { file, publicKey } of pairs) {
      assert.equal(keyOf(await outputOf(site, 'ssh-keygen', ['-y', '-P', '', '-f', file])), keyOf(publicKey));
    }
  });

  await site.check(
    `ssh-keygen -lf shows the fingerprint that the job summary shows, of every ${type} file`,
    async () => {
      for (const { file, sshFingerprint } of pairs) {
        const [, shown] = (await outputOf(site, 'ssh-keygen', ['-l', '-f', file])).split(' ');
        assert.equal(sshFingerprint, shown);
      }
    },
  );

  if (type === 'rsa') {
    await site.check('openssl computes the fingerprint that EC2 shows, from every RSA file', async () => {
      for (const { file, fingerprint } of pairs)
        assert.equal(fingerprint, await opensslFingerprint(site, file));
    });
  } else {
    await site.check(
      'the fingerprint that EC2 shows of ED25519 pairs is that of ssh-keygen, padded or not',
      async () => {
        for (const { file, fingerprint } of pairs) {
          const [, shown] = (await outputOf(site, 'ssh-keygen', ['-l', '-f', file])).split(' ');
          assert.equal(`SHA256:${fingerprint.replace(/=$/, '')}`, shown);
        }
      },
    );
  }
}

async function checkPpk(site: Site, type: string, pairs: readonly Made[]): Promise<void> {
  await site.check(
    `puttygen reads every ${type} .ppk, and shows its public key and fingerprint`,
    async () => {
      for (const { file, publicKey, sshFingerprint } of pairs) {
        assert.equal(keyOf(await outputOf(site, 'puttygen', ['-L', file])), keyOf(publicKey));
        const fingerprint = await outputOf(site, 'puttygen', ['-l', '-E', 'sha256', file]);
        assert.equal(fingerprint.trim().split(' ')[2], sshFingerprint);
      }
    },
  );

  await site.check(
    `what puttygen exports of every ${type} .ppk is the private key, by ssh-keygen`,
    async () => {
      for (const { file, publicKey } of pairs) {
        const exported = `${file}.exported`;
        await outputOf(site, 'puttygen', [file, '-O', 'private-openssh', '-o', exported]);
        const shown = await outputOf(site, 'ssh-keygen', ['-y', '-P', '', '-f', exported]);
        assert.equal(keyOf(shown), keyOf(publicKey));
      }
    },
  );
}

async function makePairs(
  site: Site,
  aws: LocalAws,
  { type, format }: { readonly type: string; readonly format: string },
): Promise<Made[]> {
  const made: Made[] = [];
  while (made.length < keysOfEach) {
    const ids = Array.from({ length: pairsInAJob }, (_, index) => `${type}-${format}-${made.length + index}`);
    const steps = ids.flatMap((id) => [
      keyPairStep({ 'key-type': type, 'key-format': format }, id),
      keepKeyStep(path.join(site.folder, id), id),
    ]);
    const run = await runGreenJob(site, aws.environment('eu-west-1'), steps);
    made.push(...ids.map((id) => madeIn(mainOf(run, id), path.join(site.folder, id))));
  }
  assert.equal(new Set(made.map(({ publicKey }) => publicKey)).size, keysOfEach, 'Some keys are not fresh');
  return made;
}

function madeIn({ outputs, summary }: StepRun, file: string): Made {
  return {
    file,
    publicKey: outputs['public-key'] ?? '',
    fingerprint: outputs['key-fingerprint'] ?? '',
    sshFingerprint: summaryRows(summary).get('SSH fingerprint') ?? '',
  };
}

/** As EC2's documentation has it: SHA-1 of the private key in PKCS#8. */
async function opensslFingerprint(site: Site, file: string): Promise<string> {
  const der = `${file}.der`;
  await outputOf(site, 'openssl', [
    'pkcs8',
    '-topk8',
    '-nocrypt',
    '-outform',
    'DER',
    '-in',
    file,
    '-out',
    der,
  ]);
  const line = await outputOf(site, 'openssl', ['dgst', '-sha1', '-c', der]);
  return line.trim().split('= ').at(-1) ?? '';
}

/** Type and key of a line of authorized_keys, without its comment. */
function keyOf(line: string): string {
  const fields = line.trim().split(' ', 2);
  assert.match(fields.join(' '), /^ssh-(rsa|ed25519) AAAA/);
  return fields.join(' ');
}

function outputOf(site: Site, program: PartName, args: readonly string[]): Promise<string> {
  return site.programs.output(site.part(program), args, { env: cleanEnvironment(site.folder) });
}
