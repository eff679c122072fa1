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

/** A private key file, and what the action reported about its key pair. */
interface CreatedPair {
  readonly file: string;
  readonly publicKey: string;
  /** As EC2 reports it. */
  readonly fingerprint: string;
  /** As the job summary shows it: `SHA256:` and base64. */
  readonly sshFingerprint: string;
}

export const formats: Suite = {
  name: 'formats',
  about: `${keysOfEach} new keys of each type and format, read by the programs that use them`,
  needs: ['ssh-keygen', 'openssl', 'puttygen'],
  async run(site) {
    const aws = await startLocalAws();
    try {
      for (const type of ['rsa', 'ed25519']) {
        await checkPem(site, type, await createPairs(site, aws, { type, format: 'pem' }));
        await checkPpk(site, type, await createPairs(site, aws, { type, format: 'ppk' }));
      }
    } finally {
      await aws.close();
    }
  },
};

async function checkPem(site: Site, type: string, pairs: readonly CreatedPair[]): Promise<void> {
  await site.check(`ssh-keygen -y prints the public key of every ${type} file`, async () => {
    for (const { file, publicKey } of pairs) {
      assert.equal(keyOf(await outputOf(site, 'ssh-keygen', ['-y', '-P', '', '-f', file])), keyOf(publicKey));
    }
  });

  await site.check(
    `ssh-keygen -lf prints the same fingerprint as the job summary for every ${type} file`,
    async () => {
      for (const { file, sshFingerprint } of pairs) {
        const [, shown] = (await outputOf(site, 'ssh-keygen', ['-l', '-f', file])).split(' ');
        assert.equal(sshFingerprint, shown);
      }
    },
  );

  if (type === 'rsa') {
    await site.check('openssl computes the fingerprint that EC2 reports from every RSA file', async () => {
      for (const { file, fingerprint } of pairs)
        assert.equal(fingerprint, await opensslFingerprint(site, file));
    });
  } else {
    await site.check(
      'EC2 reports the fingerprint of ssh-keygen for ED25519 key pairs, padded or not',
      async () => {
        for (const { file, fingerprint } of pairs) {
          const [, shown] = (await outputOf(site, 'ssh-keygen', ['-l', '-f', file])).split(' ');
          assert.equal(`SHA256:${fingerprint.replace(/=$/, '')}`, shown);
        }
      },
    );
  }
}

async function checkPpk(site: Site, type: string, pairs: readonly CreatedPair[]): Promise<void> {
  await site.check(
    `puttygen reads every ${type} .ppk and prints its public key and fingerprint`,
    async () => {
      for (const { file, publicKey, sshFingerprint } of pairs) {
        assert.equal(keyOf(await outputOf(site, 'puttygen', ['-L', file])), keyOf(publicKey));
        const fingerprint = await outputOf(site, 'puttygen', ['-l', '-E', 'sha256', file]);
        assert.equal(fingerprint.trim().split(' ')[2], sshFingerprint);
      }
    },
  );

  await site.check(
    `ssh-keygen reads what puttygen exports from every ${type} .ppk, with the same public key`,
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

async function createPairs(
  site: Site,
  aws: LocalAws,
  { type, format }: { readonly type: string; readonly format: string },
): Promise<CreatedPair[]> {
  const created: CreatedPair[] = [];
  while (created.length < keysOfEach) {
    const ids = Array.from(
      { length: pairsInAJob },
      (_, index) => `${type}-${format}-${created.length + index}`,
    );
    const steps = ids.flatMap((id) => [
      keyPairStep({ 'key-type': type, 'key-format': format }, id),
      keepKeyStep(path.join(site.folder, id), id),
    ]);
    const run = await runGreenJob(site, aws.environment('eu-west-1'), steps);
    created.push(...ids.map((id) => createdIn(mainOf(run, id), path.join(site.folder, id))));
  }
  assert.equal(new Set(created.map(({ publicKey }) => publicKey)).size, keysOfEach, 'Some keys are not new');
  return created;
}

function createdIn({ outputs, summary }: StepRun, file: string): CreatedPair {
  return {
    file,
    publicKey: outputs['public-key'] ?? '',
    fingerprint: outputs['key-fingerprint'] ?? '',
    sshFingerprint: summaryRows(summary).get('SSH fingerprint') ?? '',
  };
}

/** SHA-1 of the private key in PKCS#8 (EC2 user guide, verify keys). */
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
