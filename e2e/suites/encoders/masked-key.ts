import assert from 'node:assert/strict';
import { generateKeyPair } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type CreatedKey, createdKeyFrom, SSH_NAMES } from '../../../local/aws/keys/created-key.ts';
import { privateKeyText } from '../../../local/aws/keys/private-key-text.ts';
import { RecordedKeys, startLocalAws } from '../../../local/aws/server.ts';
import type { JobRun } from '../../../local/runner/job.ts';
import type { SecretMasker } from '../../../local/runner/masker.ts';
import { maskerOf, rawOf, sectionsOf } from '../../../torture/masks/measure.ts';
import { keyPairStep, mainOf, output, runGreenJob } from '../../lib/action-job.ts';
import type { Site } from '../../lib/suite.ts';

/** Which key the action delivers: a new one, or a file with lines of another width or a key of another size. */
export interface KeyKind {
  readonly name: string;
  readonly type: 'rsa' | 'ed25519';
  readonly format: 'pem' | 'ppk';
  readonly file?: { readonly bits?: number; readonly width: number };
}

export const keyKinds: readonly KeyKind[] = [
  { name: 'rsa, lines of 64', type: 'rsa', format: 'pem' },
  { name: 'rsa, lines of 76', type: 'rsa', format: 'pem', file: { width: 76 } },
  { name: 'rsa, 4096 bits', type: 'rsa', format: 'pem', file: { bits: 4096, width: 64 } },
  { name: 'rsa, ppk', type: 'rsa', format: 'ppk' },
  { name: 'ed25519, lines of 70', type: 'ed25519', format: 'pem' },
  { name: 'ed25519, lines of 64', type: 'ed25519', format: 'pem', file: { width: 64 } },
  { name: 'ed25519, lines of 76', type: 'ed25519', format: 'pem', file: { width: 76 } },
  { name: 'ed25519, ppk', type: 'ed25519', format: 'ppk' },
];

/** A key that the action masked, and what a later step printed of it. */
export interface MaskedKey {
  readonly kind: KeyKind;
  readonly key: CreatedKey;
  /** A copy of the private key file. */
  readonly file: string;
  readonly text: string;
  /** The public key line. */
  readonly publicKey: string;
  /** The masks that the action registered. */
  readonly masker: SecretMasker;
  /** What the step printed before masking, and what the log shows, by heading. */
  readonly printed: ReadonlyMap<string, string>;
  readonly logged: ReadonlyMap<string, string>;
}

/** Runs a job: the action delivers the key, and the next step runs a command with a copy of its file as `$KEY`. */
export async function printedInJob(
  site: Site,
  kind: KeyKind,
  { copy, command }: { readonly copy: string; readonly command: string },
): Promise<MaskedKey> {
  const keys = new RecordedKeys();
  const aws = await startLocalAws({ keys });
  try {
    const source = kind.file === undefined ? undefined : await keyFile(kind, `${copy}.source`);
    if (source !== undefined)
      await aws.seedKeyPairs('eu-west-1', [{ keyName: 'deploy', publicKey: source.publicKey }]);
    const run = await runGreenJob(site, aws.environment('eu-west-1'), [
      keyPairStep(
        source === undefined
          ? { 'key-type': kind.type, 'key-format': kind.format }
          : { operation: 'fetch', 'key-name': 'deploy', 'private-key-path': source.file },
      ),
      { name: 'print', env: { KEY: copy }, run: `cp '${output('private-key-path')}' "$KEY"\n${command}` },
    ]);
    const key = source?.key ?? keys.taken[0];
    assert.ok(key, 'EC2 created no key');
    return { kind, key, file: copy, ...(await resultOf(run, copy)) };
  } finally {
    await aws.close();
  }
}

async function resultOf(run: JobRun, copy: string): Promise<Omit<MaskedKey, 'kind' | 'key' | 'file'>> {
  const step = run.steps.find(({ name }) => name === 'print');
  assert.ok(step, 'Nothing was printed');
  return {
    text: await readFile(copy, 'utf8'),
    publicKey: mainOf(run).outputs['public-key'] ?? '',
    masker: maskerOf(mainOf(run)),
    printed: sectionsOf(rawOf(step)),
    logged: sectionsOf(step.log.join('\n')),
  };
}

/** A private key file with lines of another width. */
async function keyFile(
  { type, file: { bits = 2048, width } = { width: 64 } }: KeyKind,
  file: string,
): Promise<{ key: CreatedKey; file: string; publicKey: string }> {
  const generate = promisify(generateKeyPair);
  const { privateKey } =
    type === 'rsa' ? await generate('rsa', { modulusLength: bits }) : await generate('ed25519', {});
  const key = createdKeyFrom(privateKey);
  const [begin = '', ...lines] = privateKeyText(key, 'pem', '').trimEnd().split('\n');
  const end = lines.pop() ?? '';
  const body = lines.join('').match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  await writeFile(file, `${[begin, ...body, end].join('\n')}\n`, { mode: 0o600 });
  return { key, file, publicKey: `${SSH_NAMES[type]} ${key.publicBlob.toString('base64')}` };
}
