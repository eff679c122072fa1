import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientEnvironment, type LocalAccount, makeAccount } from './accounts.ts';
import { type KeyPairSeed, keyPairsFrom } from './ec2/key-pairs/seed.ts';
import type { StoredKeyPair } from './ec2/key-pairs/store.ts';
import { Faults } from './faults.ts';
import { FrontDesk, SERVICES } from './front-desk.ts';
import type { ServedRequest } from './journal.ts';
import { freshKeys, type KeyPool } from './keys/pool.ts';
import type { RequestListener } from './listeners.ts';
import { State } from './state.ts';

export type { LocalAccount } from './accounts.ts';
export { makeAccount } from './accounts.ts';
export type { KeyPairSeed } from './ec2/key-pairs/seed.ts';
export type { StoredKeyPair } from './ec2/key-pairs/store.ts';
export type { Tag } from './ec2/tags.ts';
export type { Effect, FaultRule, Faults } from './faults.ts';
export type { ArrivedRequest, Outcome, ServedRequest } from './journal.ts';
export { type KeyPool, makeKeyPool, RecordedKeys } from './keys/pool.ts';

/** All operations that the endpoint knows, whatever their service. */
export const operations: readonly string[] = SERVICES.flatMap((service) => service.operations);

export interface LocalAwsOptions {
  /** On 127.0.0.1; any free one unless given. */
  port?: number;
  /** One account with made-up credentials unless given. */
  accounts?: readonly [LocalAccount, ...LocalAccount[]];
  /** Keys made before the clock starts, for benches. */
  preMadeKeys?: KeyPool;
}

/** An AWS endpoint on this machine, with what a test wants to know of it and to do to it. */
export interface LocalAws {
  readonly url: string;
  /** The first one. */
  readonly account: LocalAccount;
  /** What a client process needs in its environment; the first account's, in us-east-1, unless said. */
  environment(region?: string, account?: LocalAccount): Record<string, string>;
  /** All requests, in the order they arrived. */
  readonly requests: readonly ServedRequest[];
  /** What is truly there, whatever a stale read shows. */
  keyPairs(region: string, accountId?: string): readonly StoredKeyPair[];
  /**
   * Adds key pairs as if they had been created before the test began, without a request. Gives them in the order of
   * the seeds. The account is the first one unless set.
   *
   * @throws RangeError when a name or ID is taken.
   */
  seedKeyPairs(
    region: string,
    seeds: readonly KeyPairSeed[],
    accountId?: string,
  ): Promise<readonly StoredKeyPair[]>;
  readonly faults: Faults;
  /** Before a request is carried out. Returns what takes the listener off. */
  onRequest(listener: RequestListener): () => void;
  /** After a request was carried out (or refused), before it is answered. */
  onExecuted(listener: RequestListener): () => void;
  /** Ends every connection, also those held open. Rejects when the endpoint or a listener failed on the way. */
  close(): Promise<void>;
}

/** Starts the endpoint and resolves when it listens. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const accounts = options.accounts ?? [makeAccount()];
  const faults = new Faults();
  const state = new State(faults);
  const desk = new FrontDesk({ accounts, faults, state, keys: options.preMadeKeys ?? freshKeys });
  const server = createServer((request, response) => desk.receive(request, response));
  const url = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  const [account] = accounts;
  return {
    url,
    account,
    faults,
    environment: (region = 'us-east-1', holder = account) => clientEnvironment(url, holder, region),
    requests: desk.journal.requests,
    keyPairs: (region, accountId = account.accountId) => state.region(accountId, region).keyPairs.all(),
    async seedKeyPairs(region, seeds, accountId = account.accountId) {
      const pairs = await keyPairsFrom(seeds);
      state.region(accountId, region).keyPairs.addEarlier(pairs);
      return pairs;
    },
    onRequest: (listener) => desk.arrived.add(listener),
    onExecuted: (listener) => desk.executed.add(listener),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const settled = desk.close();
      server.closeAllConnections();
      await Promise.all([closed, settled]);
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
