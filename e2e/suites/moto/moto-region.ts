import assert from 'node:assert/strict';
import {
  CreateKeyPairCommand,
  type CreateKeyPairCommandInput,
  DescribeKeyPairsCommand,
  EC2Client,
  type KeyPairInfo,
} from '@aws-sdk/client-ec2';
import type { JobRun } from '../../../local/runner/job.ts';
import { annotated, runActionJob, runGreenJob } from '../../lib/action-job.ts';
import type { Moto, MotoRequest } from '../../lib/moto.ts';
import type { Site } from '../../lib/suite.ts';

type Steps = Parameters<typeof runActionJob>[2];
type MoreOfJob = Parameters<typeof runActionJob>[3];

/** One Region of moto for one group of checks, which run jobs against it and inspect the result. */
export class MotoRegion {
  readonly site: Site;
  readonly name: string;
  readonly ec2: EC2Client;
  readonly #moto: Moto;

  constructor(site: Site, moto: Moto, name: string) {
    this.site = site;
    this.name = name;
    this.#moto = moto;
    this.ec2 = clientOf(this.environment);
  }

  get environment(): Readonly<Record<string, string>> {
    return this.#moto.environment(this.name);
  }

  /** Runs a job that has to succeed. */
  run(steps: Steps, more?: MoreOfJob): Promise<JobRun> {
    return runGreenJob(this.site, this.environment, steps, more);
  }

  /** Runs a job that has to fail, and returns it with its error annotations. */
  async runFailing(
    steps: Steps,
    more?: MoreOfJob,
  ): Promise<JobRun & { readonly errors: string; readonly error: string }> {
    const run = await runActionJob(this.site, this.environment, steps, more);
    assert.equal(run.conclusion, 'failure', `The job did not fail:\n${run.log}`);
    const errors = annotated(run, 'error').join('\n');
    return { ...run, errors, error: errors.split('\n')[0] ?? '' };
  }

  /** Runs something, and returns its result with the requests that the action sent in the meantime, in order. */
  async record<Result>(
    body: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly requests: readonly MotoRequest[] }> {
    const before = (await this.#requestsOfAction()).length;
    const result = await body();
    return { result, requests: (await this.#requestsOfAction()).slice(before) };
  }

  /** The key pair with this name. */
  async keyPair(keyName: string): Promise<KeyPairInfo> {
    const [keyPair] = await this.#describe({ KeyNames: [keyName], IncludePublicKey: true });
    assert.ok(keyPair, `Key pair ${keyName} does not exist`);
    return keyPair;
  }

  /** All key pairs, with everything that moto returns. */
  keyPairs(): Promise<KeyPairInfo[]> {
    return this.#describe({ IncludePublicKey: true });
  }

  /** Creates a key pair without the action, and returns its ID. */
  async createForeignKeyPair(
    keyName: string,
    more: Partial<CreateKeyPairCommandInput> = {},
  ): Promise<string> {
    const created = await this.ec2.send(
      new CreateKeyPairCommand({ KeyName: keyName, KeyType: 'ed25519', ...more }),
    );
    return created.KeyPairId ?? '';
  }

  async #describe(input: DescribeKeyPairsCommand['input']): Promise<KeyPairInfo[]> {
    return (await this.ec2.send(new DescribeKeyPairsCommand(input))).KeyPairs ?? [];
  }

  async #requestsOfAction(): Promise<MotoRequest[]> {
    const requests = await this.#moto.requests();
    return requests.filter(
      ({ region, userAgent }) => region === this.name && userAgent.includes('ec2-key-pair-action'),
    );
  }
}

/** A client for the endpoint in an environment. */
export function clientOf(environment: Readonly<Record<string, string>>): EC2Client {
  return new EC2Client(clientSettings(environment));
}

export function clientSettings(environment: Readonly<Record<string, string>>) {
  return {
    region: environment['AWS_REGION'] ?? '',
    endpoint: environment['AWS_ENDPOINT_URL'] ?? '',
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
    maxAttempts: 1,
  };
}

/** The requests that change something. */
export function changesAmong(requests: readonly MotoRequest[]): { operation: string; parameters: object }[] {
  return requests
    .filter(({ operation }) => !operation.startsWith('Describe'))
    .map(({ operation, parameters }) => ({ operation, parameters }));
}

/**
 * Asserts that the deletion of these key pairs, by ID, was requested, and no other change. Whether they are deleted
 * cannot be checked: moto ignores deletions by ID (`differences.ts`).
 */
export function assertDeletionsRequested(
  requests: readonly MotoRequest[],
  ids: readonly (string | undefined)[],
): void {
  assert.deepEqual(
    changesAmong(requests),
    ids.map((KeyPairId) => ({ operation: 'DeleteKeyPair', parameters: { KeyPairId, DryRun: 'false' } })),
  );
}
