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

/** One region of moto that nobody else uses: jobs run against it, and what is there afterwards is looked at. */
export class Ground {
  readonly site: Site;
  readonly region: string;
  readonly ec2: EC2Client;
  readonly #moto: Moto;

  constructor(site: Site, moto: Moto, region: string) {
    this.site = site;
    this.region = region;
    this.#moto = moto;
    this.ec2 = clientOf(this.environment);
  }

  get environment(): Readonly<Record<string, string>> {
    return this.#moto.environment(this.region);
  }

  /** Runs a job that has to succeed. */
  run(steps: Steps, more?: MoreOfJob): Promise<JobRun> {
    return runGreenJob(this.site, this.environment, steps, more);
  }

  /** Runs a job that has to fail, and gives its error annotations, too. */
  async runRefused(steps: Steps, more?: MoreOfJob): Promise<JobRun & { readonly errors: string }> {
    const run = await runActionJob(this.site, this.environment, steps, more);
    assert.equal(run.conclusion, 'failure', `The job was not refused:\n${run.log}`);
    return { ...run, errors: annotated(run, 'error').join('\n') };
  }

  /** Runs something, and gives all that the action asked of moto in this region meanwhile, in order. */
  async watch<Answer>(
    body: () => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly asked: readonly MotoRequest[] }> {
    const before = (await this.#askedByAction()).length;
    const answer = await body();
    return { answer, asked: (await this.#askedByAction()).slice(before) };
  }

  /** The one pair of this name. */
  async pair(keyName: string): Promise<KeyPairInfo> {
    const [pair] = await this.#describe({ KeyNames: [keyName], IncludePublicKey: true });
    assert.ok(pair, `There is no key pair ${keyName}`);
    return pair;
  }

  /** All that is there, with everything that moto says of it. */
  pairs(): Promise<KeyPairInfo[]> {
    return this.#describe({ IncludePublicKey: true });
  }

  /** Makes a pair as somebody would who does not know the action. Gives its id. */
  async makeForeignPair(keyName: string, more: Partial<CreateKeyPairCommandInput> = {}): Promise<string> {
    const made = await this.ec2.send(
      new CreateKeyPairCommand({ KeyName: keyName, KeyType: 'ed25519', ...more }),
    );
    return made.KeyPairId ?? '';
  }

  async #describe(input: DescribeKeyPairsCommand['input']): Promise<KeyPairInfo[]> {
    return (await this.ec2.send(new DescribeKeyPairsCommand(input))).KeyPairs ?? [];
  }

  async #askedByAction(): Promise<MotoRequest[]> {
    const requests = await this.#moto.requests();
    return requests.filter(
      ({ region, userAgent }) => region === this.region && userAgent.includes('ec2-key-pair-action'),
    );
  }
}

/** A client of the endpoint that an environment names. */
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

/** What changes something, of all that was asked. */
export function changesAmong(asked: readonly MotoRequest[]): { operation: string; parameters: object }[] {
  return asked
    .filter(({ operation }) => !operation.startsWith('Describe'))
    .map(({ operation, parameters }) => ({ operation, parameters }));
}

/**
 * Asserts that deletions were asked for, by id, of these pairs and of nothing else. That is all that can be seen of a
 * deletion here: moto carries none out that names an id (`differences.ts`).
 */
export function assertDeletionsAsked(
  asked: readonly MotoRequest[],
  ids: readonly (string | undefined)[],
): void {
  assert.deepEqual(
    changesAmong(asked),
    ids.map((KeyPairId) => ({ operation: 'DeleteKeyPair', parameters: { KeyPairId, DryRun: 'false' } })),
  );
}
