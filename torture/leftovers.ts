import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StoredKeyPair } from '../local/aws/server.ts';
import type { JobRun, StepRun } from '../local/runner/job.ts';
import { SecretPieces } from '../test-support/secret-pieces.ts';
import type { Environment } from './environment.ts';
import { outputOf } from './operation-cases.ts';
import { publicHalfOf } from './ssh-programs.ts';

/** What may exist after a job, depending on the lifetime of the key pair and its file. */
export type ExpectedLeftovers =
  /** No key pair, no file. */
  | 'nothing'
  /** A key pair whose name was announced, or none. No file. */
  | 'pair-if-announced'
  /** A key pair and the file with its private key, or neither. */
  | 'pair-with-file-or-nothing'
  /** One key pair, no file. */
  | 'one-pair'
  /** Any key pairs, no file. The key pairs are checked elsewhere. */
  | 'any-pairs';

/** What exists after a job. */
export interface Leftovers {
  readonly environment: Environment;
  readonly run: JobRun;
  readonly pairs: readonly StoredKeyPair[];
  readonly files: readonly string[];
}

/** What exists after a job and should not, or the other way around, as sentences. */
export function unexpectedLeftovers(expected: ExpectedLeftovers, actual: Leftovers): string[] {
  const { run, pairs, files } = actual;
  const named = pairs.map(({ name, id }) => `${name} (${id})`).join(', ');
  const step = run.steps.find(({ phase, id }) => phase === 'main' && id === 'key');
  const leftFiles = files.length === 0 ? [] : [`files are left: ${files.join(', ')}`];
  const usesAnother = outputOf(run, 'created') === 'false';
  const lost =
    step?.outcome === 'success' && pairs.length === 0 && !usesAnother
      ? ['main succeeded, but there is no key pair']
      : [];
  switch (expected) {
    case 'nothing':
      return [...(pairs.length === 0 ? [] : [`key pairs are left: ${named}`]), ...leftFiles];
    case 'one-pair':
      return [
        ...(pairs.length === 1 ? [] : [`there are ${pairs.length} key pairs, not one: ${named}`]),
        ...leftFiles,
      ];
    case 'any-pairs':
      return leftFiles;
    case 'pair-if-announced':
      return [...unannounced(pairs, step), ...lost, ...leftFiles];
    case 'pair-with-file-or-nothing': {
      const [pair] = pairs;
      if (pair === undefined) return lost.length > 0 ? lost : leftFiles;
      return isKeyInFiles(actual, pair)
        ? []
        : [`the key pair ${named} is left without its private key (files: ${files.join(', ') || 'none'})`];
    }
  }
}

/** How many key pairs exist and should not. */
export function countOfPairsLeft(expected: ExpectedLeftovers, actual: Leftovers): number {
  const { run, pairs } = actual;
  const step = run.steps.find(({ phase, id }) => phase === 'main' && id === 'key');
  switch (expected) {
    case 'nothing':
      return pairs.length;
    case 'one-pair':
      return Math.max(0, pairs.length - 1);
    case 'any-pairs':
      return 0;
    case 'pair-if-announced':
      return unannounced(pairs, step).length;
    case 'pair-with-file-or-nothing':
      return pairs.filter((pair) => !isKeyInFiles(actual, pair)).length;
  }
}

function unannounced(pairs: readonly StoredKeyPair[], step: StepRun | undefined): string[] {
  const announced = announcedBy(step);
  return pairs
    .filter(({ name, id }) => !announced.includes(name) && !announced.includes(id))
    .map(({ name }) => `the key pair ${name} is left, and no one was told`);
}

/** What main announced about its key pair, in outputs and in its log, even after the runner had abandoned it. */
function announcedBy(step: StepRun | undefined): string {
  const file = step?.env['GITHUB_OUTPUT'];
  const isFile = file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  const outputs = isFile ? readFileSync(file, 'utf8') : '';
  const printed = (step?.raw ?? []).map(({ text }) => text).join('');
  const lines = printed.match(/^(?:Created|Imported) key pair ".*" \(key-[0-9a-f]+\) in /gm) ?? [];
  return [step?.outputs['key-name'] ?? '', outputs, ...lines].join('\n');
}

/** Whether the private key of a key pair is in one of the files. */
function isKeyInFiles({ environment, run, files }: Leftovers, pair: StoredKeyPair): boolean {
  const key = environment.keys.find(({ publicBlob }) =>
    pair.publicKey.includes(publicBlob.toString('base64')),
  );
  if (key === undefined) return false;
  const pieces = SecretPieces.ofKeys([key]);
  return files.some((file) => {
    const absolute = path.join(run.folders.workspace, file.replace(/^workspace\//, ''));
    if (!statSync(absolute).isFile()) return false;
    const isPlain = pieces.countIn(readFileSync(absolute, 'utf8')) > 0;
    if (!environment.hasPassphrase) return isPlain;
    const opened = publicHalfOf(absolute, environment.passphrase);
    return !isPlain && opened.includes(key.publicBlob.toString('base64'));
  });
}
