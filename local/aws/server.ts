import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { clientEnvironment, createAccount, type LocalAccount } from './accounts.ts';
import { type KeyPairSeed, keyPairsFrom } from './ec2/key-pairs/seed.ts';
import type { StoredKeyPair } from './ec2/key-pairs/store.ts';
import { Faults } from './faults.ts';
import { freshKeys, type KeyPool } from './keys/pool.ts';
import type { RequestListener } from './listeners.ts';
import { CommandFaults } from './machines/command-faults.ts';
import { Machines } from './machines/machines.ts';
import { RequestHandler, SERVICES } from './request-handler.ts';
import type { ServedRequest } from './request-log.ts';
import type { StoredSecret } from './secrets-manager/secrets.ts';
import type { StoredParameter } from './ssm/parameters.ts';
import { State } from './state.ts';
import { type LocalRole, Roles } from './sts/roles.ts';

export type { LocalAccount } from './accounts.ts';
export { createAccount } from './accounts.ts';
export type { StoredKeyPair } from './ec2/key-pairs/store.ts';
export { predecessors, withoutTags } from './ec2/key-pairs/view.ts';
export type { Effect, FaultRule } from './faults.ts';
export { createKeyPool, type KeyPool, RecordedKeys } from './keys/pool.ts';
export type { CommandEffect, CommandFaultRule } from './machines/command-faults.ts';
export type { Machine, MachineSeed } from './machines/machine.ts';
export { shellMachine } from './machines/shell.ts';
export type { ArrivedRequest, ServedRequest } from './request-log.ts';
export type { StoredSecret } from './secrets-manager/secrets.ts';
export type { StoredParameter } from './ssm/parameters.ts';
export type { LocalRole } from './sts/roles.ts';
export { wrongAnswers } from './wrong-answers.ts';
export { type WrongPage, wrongPages } from './wrong-pages.ts';

/** The operations of all services that the endpoint has. */
export const operations: readonly string[] = SERVICES.flatMap((service) => service.operations);

export interface LocalAwsOptions {
  /** On 127.0.0.1. Default: any free port. */
  port?: number;
  /** Default: one account with random credentials. */
  accounts?: readonly [LocalAccount, ...LocalAccount[]];
  /** Where new keys come from. Default: each key is generated when it is needed. */
  keys?: KeyPool;
}

/** An AWS endpoint on this machine, which tests can observe and control. */
export interface LocalAws {
  readonly url: string;
  /** The first one. */
  readonly account: LocalAccount;
  /** The environment variables that a client process needs. Default: us-east-1, the first account. */
  environment(region?: string, account?: LocalAccount): Record<string, string>;
  /** All requests, in order of arrival. */
  readonly requests: readonly ServedRequest[];
  /** The key pairs that exist, even if a stale read does not show them. */
  keyPairs(region: string, accountId?: string): readonly StoredKeyPair[];
  /** The parameters that exist in Parameter Store. */
  parameters(region: string, accountId?: string): readonly StoredParameter[];
  /** The secrets that exist, also those that are scheduled for deletion. */
  secrets(region: string, accountId?: string): readonly StoredSecret[];
  /**
   * Adds key pairs as if they had been created before the test began, without a request. Returns them in the order of
   * the seeds. Default account: the first one.
   *
   * @throws RangeError if a name or ID already exists.
   */
  seedKeyPairs(
    region: string,
    seeds: readonly KeyPairSeed[],
    accountId?: string,
  ): Promise<readonly StoredKeyPair[]>;
  /**
   * Adds a Windows instance that was launched with a key pair of the first account. Returns its ID.
   *
   * @throws RangeError if there is no such key pair, or if it is not RSA.
   */
  launchWindows(region: string, keyName: string, password: string): string;
  /** Instances that were launched before the test began, and the commands that Systems Manager sends to them. */
  readonly machines: Machines;
  readonly faults: Faults;
  /** Adds a role that can be assumed with OIDC tokens. */
  addRole(role: LocalRole): void;
  /** Ends all sessions now, those of roles too: their credentials are expired. */
  expireSessions(): void;
  /** Called before a request is executed. Returns a function that removes the listener. */
  onRequest(listener: RequestListener): () => void;
  /** Called after a request was executed or rejected, before the response is sent. */
  onExecuted(listener: RequestListener): () => void;
  /**
   * Refuses connections for so many milliseconds, and ends those that are open. Rejects if the endpoint's port was taken
   * by another program in the meantime.
   */
  refuseConnections(milliseconds: number): Promise<void>;
  /** Resolves when every request so far has been handled, including those that are executed late. */
  settled(): Promise<void>;
  /** Ends all connections, including those held open. Rejects if the endpoint or a listener has failed. */
  close(): Promise<void>;
}

/** Resolves when the endpoint is listening. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const accounts = options.accounts ?? [createAccount()];
  const faults = new Faults();
  const commandFaults = new CommandFaults();
  const state = new State(faults, commandFaults);
  const known = [...accounts];
  const roles = new Roles(known);
  const keys = options.keys ?? freshKeys;
  const handler = new RequestHandler({ accounts: known, faults, state, keys, roles });
  // Idle connections stay open: one that ends while a client sends its next request is a fault that no test asked for.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) =>
    handler.handle(request, response),
  );
  const port = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const closing = new AbortController();
  const [account] = accounts;
  const machines = new Machines(
    commandFaults,
    (region, accountId = account.accountId) => state.region(accountId, region).machines,
  );
  return {
    url,
    account,
    faults,
    machines,
    environment: (region = 'us-east-1', holder = account) => clientEnvironment(url, holder, region),
    requests: handler.log.requests,
    keyPairs: (region, accountId = account.accountId) => state.region(accountId, region).keyPairs.all(),
    parameters: (region, accountId = account.accountId) => state.region(accountId, region).parameters.all(),
    secrets: (region, accountId = account.accountId) => state.region(accountId, region).secrets.all(),
    async seedKeyPairs(region, seeds, accountId = account.accountId) {
      const pairs = await keyPairsFrom(seeds);
      state.region(accountId, region).keyPairs.addExisting(pairs);
      return pairs;
    },
    launchWindows(region, keyName, password) {
      const { keyPairs, instances } = state.region(account.accountId, region);
      const keyPair = keyPairs.byName(keyName);
      if (keyPair === undefined) throw new RangeError(`Key pair "${keyName}" does not exist`);
      return instances.launchWindows(keyPair, password).id;
    },
    addRole: (role) => roles.add(role),
    expireSessions() {
      const sessions = known.filter(({ sessionToken }) => sessionToken !== undefined);
      for (const session of sessions) session.expiresAt = Date.now();
    },
    onRequest: (listener) => handler.arrived.add(listener),
    onExecuted: (listener) => handler.executed.add(listener),
    settled: () => handler.settled(),
    async refuseConnections(milliseconds) {
      server.close();
      server.closeAllConnections();
      const isOver = await wait(milliseconds, true, { signal: closing.signal }).catch(() => false);
      if (isOver) await listen(server, port);
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      const settled = handler.close();
      server.closeAllConnections();
      await Promise.all([closed, settled, machines.end()]);
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
