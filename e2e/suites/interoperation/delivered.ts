import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalAws } from '../../../local/aws/server.ts';
import { annotated, type Inputs, keyPairStep, outputsOf, runGreenJob } from '../../lib/action-job.ts';
import { withoutComment } from '../../lib/ssh-key.ts';
import type { Site } from '../../lib/suite.ts';
import { idOf, type Kind, kinds, passphrase } from './kinds.ts';

export const region = 'eu-west-1';

/** A private key file that the action delivered, and what EC2 has of its key pair. */
export interface Delivered {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Of `text`; empty without one. */
  readonly passphrase: string;
  /** Algorithm and base64, as EC2 shows it. */
  readonly publicKey: string;
  /** As EC2 shows it. */
  readonly fingerprint: string;
}

/** Creates a key pair of every kind with `ensure`, in one job. The files stay, because their paths are set. */
export async function deliverAll(site: Site, aws: LocalAws): Promise<readonly Delivered[]> {
  const outputs = await ensureAll(site, aws, 'true');
  return Promise.all(
    kinds.map(async (kind) => {
      const id = idOf(kind);
      const pair = aws.keyPairs(region).find(({ name }) => name === id);
      assert.ok(pair, `EC2 has no key pair ${id}`);
      const publicKey = withoutComment(outputs(id)['public-key']);
      assert.deepEqual([publicKey, outputs(id)['key-fingerprint']], [pair.publicKey, pair.fingerprint]);
      const file = fileOf(site, kind);
      const text = await readFile(file, 'utf8');
      const secret = kind.isEncrypted ? passphrase : '';
      return { kind, id, file, text, passphrase: secret, publicKey, fingerprint: pair.fingerprint };
    }),
  );
}

/** A second job with the same inputs: it creates nothing, warns of nothing, and leaves the files as they are. */
export async function ensureAgain(site: Site, aws: LocalAws, delivered: readonly Delivered[]): Promise<void> {
  const outputs = await ensureAll(site, aws, 'false');
  for (const { id, file, text, publicKey } of delivered) {
    assert.equal(withoutComment(outputs(id)['public-key']), publicKey, id);
    assert.equal(await readFile(file, 'utf8'), text, id);
  }
}

/** @param created - What every step must have as the output `created`. */
async function ensureAll(
  site: Site,
  aws: LocalAws,
  created: 'true' | 'false',
): Promise<(id: string) => Readonly<Record<string, string>>> {
  const steps = kinds.map((kind) => keyPairStep(inputsOf(site, kind), idOf(kind)));
  const run = await runGreenJob(site, aws.environment(region), steps);
  assert.deepEqual(annotated(run, 'warning'), []);
  for (const kind of kinds) assert.equal(outputsOf(run, idOf(kind))['created'], created, idOf(kind));
  return (id) => outputsOf(run, id);
}

function inputsOf(site: Site, kind: Kind): Inputs {
  return {
    operation: 'ensure',
    'key-name': idOf(kind),
    'key-type': kind.type,
    'generate-on': kind.generator,
    'key-format': kind.format,
    'private-key-path': fileOf(site, kind),
    ...(kind.isEncrypted ? { passphrase } : {}),
  };
}

function fileOf(site: Site, kind: Kind): string {
  return path.join(site.folder, `${idOf(kind)}.${kind.format}`);
}
