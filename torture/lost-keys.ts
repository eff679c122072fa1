import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StoredKeyPair } from '../local/aws/server.ts';
import type { JobFolders, JobRun, RunningJob } from '../local/runner/job.ts';
import { SecretPieces } from '../test-support/secret-pieces.ts';
import { type Environment, isOfAction } from './environment.ts';
import { outputOf } from './operation-cases.ts';

/** Watches a job for key pairs that it reports wrongly, or whose private keys it does not deliver. */
export class CreatedPairs {
  readonly #environment: Environment;
  readonly #ids = new Set<string>();
  #atEndOfMain: readonly StoredKeyPair[] = [];
  #files: readonly string[] = [];
  readonly #hasFile: boolean;

  /** To be called before the job starts. */
  constructor(environment: Environment, inputs: Readonly<Record<string, string>>) {
    this.#environment = environment;
    this.#hasFile = inputs['private-key-path'] !== 'none';
    const before = new Set(environment.pairs().map(({ id }) => id));
    environment.aws.onExecuted((request) => {
      if (!isOfAction(request)) return;
      for (const { id } of environment.pairs()) if (!before.has(id)) this.#ids.add(id);
    });
  }

  watch(job: RunningJob & { readonly folders: JobFolders }): void {
    job.on('step-finished', ({ phase, name }) => {
      if (phase !== 'main' || name !== 'key pair') return;
      this.#atEndOfMain = this.#environment.pairs();
      this.#files = privateKeyFiles(job.folders);
    });
  }

  /** What main reports of its key pair and is not so, as sentences. */
  misreported(run: JobRun): string[] {
    const main = run.steps.find(({ id, phase }) => id === 'key' && phase === 'main');
    if (main?.outcome !== 'success') return [];
    const id = outputOf(run, 'key-pair-id');
    if (outputOf(run, 'created') === 'false') {
      return this.#ids.has(id)
        ? [`main created ${id} and reports that it did not: its private key is lost`]
        : [];
    }
    const pair = this.#atEndOfMain.find((one) => one.id === id);
    if (pair === undefined) return [`main reports the key pair ${id}, which does not exist`];
    return pair.name === outputOf(run, 'key-name')
      ? this.#wrongPrivateKey(run, pair)
      : ['main reports another name'];
  }

  /** The private key in a file, and in the output if there is one, must be that of the key pair. */
  #wrongPrivateKey(run: JobRun, pair: StoredKeyPair): string[] {
    const keys = this.#environment.keys.filter(({ publicBlob }) =>
      pair.publicKey.includes(publicBlob.toString('base64')),
    );
    // Imported from the workflow: the action never had the private key.
    if (pair.imported && keys.length === 0) return [];
    const pieces = SecretPieces.ofKeys(keys);
    const output = outputOf(run, 'private-key');
    return [
      ...(output === '' || pieces.countIn(output) > 0 ? [] : ['output']),
      ...(this.#hasFile && !this.#files.some((text) => pieces.countIn(text) > 0) ? ['file'] : []),
      ...(this.#hasFile || this.#isInAgent(pair) ? [] : ['SSH agent']),
    ].map((where) => `the private key in the ${where} is not that of ${pair.id}: its private key is lost`);
  }

  #isInAgent({ publicKey }: StoredKeyPair): boolean {
    return this.#environment.agentKeysAfterMain.some((key) => publicKey.includes(key));
  }
}

/** The contents of the private key files in the job's folders. */
function privateKeyFiles({ workspace, temp }: JobFolders): string[] {
  return [workspace, temp].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:pem|ppk)$/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
}
