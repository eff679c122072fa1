import {
  type LocalAws,
  type LocalAwsOptions,
  type ServedRequest,
  startLocalAws,
} from '../../../local/aws/server.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import type { Site } from '../../lib/suite.ts';

export const region = 'eu-west-1';

/** An endpoint of its own for each part of the suite, so that parts can run side by side. */
export interface Endpoint {
  readonly site: Site;
  readonly aws: LocalAws;
  /** With the first account's credentials, in `region`. */
  readonly cli: AwsCli;
}

/** Starts endpoints, and keeps in mind what the command line met on all of them. */
export class Endpoints {
  /** Codes of all errors that the command line reported. */
  readonly errors = new Set<string>();
  readonly #site: Site;
  readonly #requests: ServedRequest[] = [];

  constructor(site: Site) {
    this.#site = site;
  }

  /** Names of all operations that were carried out. */
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

/** What describe-key-pairs shows, as JSON. */
export async function pairs(cli: AwsCli, ...args: readonly string[]): Promise<readonly Described[]> {
  const answer = (await cli.json('ec2', 'describe-key-pairs', ...args)) as {
    readonly KeyPairs: readonly Described[];
  };
  return answer.KeyPairs;
}

/** The names of the pairs that describe-key-pairs shows. */
export async function pairNames(cli: AwsCli, ...args: readonly string[]): Promise<unknown[]> {
  return (await pairs(cli, ...args)).map(({ KeyName }) => KeyName);
}

/** What became of each request for an operation, in order: the code of the error, or the HTTP status, or how it ended. */
export function outcomesOf({ requests }: LocalAws, operation: string): unknown[] {
  return requests
    .filter((request) => request.operation === operation)
    .map(({ outcome }) => (outcome.kind === 'answered' ? (outcome.error ?? outcome.status) : outcome.kind));
}
