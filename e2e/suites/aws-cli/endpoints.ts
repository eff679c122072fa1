import {
  type LocalAws,
  type LocalAwsOptions,
  type ServedRequest,
  startLocalAws,
} from '../../../local/aws/server.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import type { Site } from '../../lib/suite.ts';

export const region = 'eu-west-1';

/** Each part of the suite has its own endpoint, so that parts can run in parallel. */
export interface Endpoint {
  readonly site: Site;
  readonly aws: LocalAws;
  /** With the first account's credentials, in `region`. */
  readonly cli: AwsCli;
}

/** Starts endpoints, and records what the AWS CLI did with all of them. */
export class Endpoints {
  /** The codes of all errors that the AWS CLI reported. */
  readonly errors = new Set<string>();
  readonly #site: Site;
  readonly #requests: ServedRequest[] = [];

  constructor(site: Site) {
    this.#site = site;
  }

  /** The names of all operations that were executed. */
  get executed(): ReadonlySet<string> {
    return new Set(this.#requests.filter(({ executed }) => executed).map(({ operation }) => operation));
  }

  async use(body: (endpoint: Endpoint) => Promise<void>, options: LocalAwsOptions = {}): Promise<void> {
    const site = this.#site;
    const aws = await startLocalAws(options);
    const cli = new AwsCli(
      site.part('aws'),
      site.programs,
      site.folder,
      aws.environment(region),
      this.errors,
    );
    try {
      await body({ site, aws, cli });
      this.#requests.push(...aws.requests);
    } finally {
      await aws.close();
    }
  }
}

export type Described = Readonly<Record<string, unknown>>;

/** The output of describe-key-pairs, as JSON. */
export async function describeKeyPairs(
  cli: AwsCli,
  ...args: readonly string[]
): Promise<readonly Described[]> {
  const output = (await cli.json('ec2', 'describe-key-pairs', ...args)) as {
    readonly KeyPairs: readonly Described[];
  };
  return output.KeyPairs;
}

/** The names of the key pairs in the output of describe-key-pairs. */
export async function keyNames(cli: AwsCli, ...args: readonly string[]): Promise<unknown[]> {
  return (await describeKeyPairs(cli, ...args)).map(({ KeyName }) => KeyName);
}

/** The outcome of each request for an operation, in order: the error code, the HTTP status, or how it ended. */
export function outcomesOf({ requests }: LocalAws, operation: string): unknown[] {
  return requests
    .filter((request) => request.operation === operation)
    .map(({ outcome }) => (outcome.kind === 'answered' ? (outcome.error ?? outcome.status) : outcome.kind));
}
