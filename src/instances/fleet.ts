import type { AwsSession } from '../aws/session.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { keyDigest, programToAdd, programToRemove } from './authorized-keys.ts';
import { Commands } from './commands.ts';
import { launchedWith } from './launched.ts';
import { type Instance, reachOf } from './reach.ts';
import { batchesOf, type CommandRun, type Outcomes, Runs } from './runs.ts';

/** The instances of one Region, whose `authorized_keys` files are changed by Systems Manager. All methods throw AwsError. */
export interface Fleet {
  /** Identifies a public key where only a digest has room: 64 hex digits. */
  digestOf(key: PublicKey): string;
  /** Every instance that was launched with a key pair of this name, and still exists. */
  find(keyName: string): Promise<readonly Instance[]>;
  /** Checks that the outcomes of commands can be read: once a command is sent, it would be too late. */
  requireReadable(): Promise<void>;
  /** Puts a new key beside another one, of which this is the digest, in every file that has that one. */
  add(
    keys: { readonly oldDigest: string; readonly newKey: PublicKey },
    instanceIds: readonly string[],
    run: CommandRun,
  ): Promise<Outcomes>;
  /** Removes a key from every file that has the other one, too. Both are digests. */
  remove(
    keys: { readonly digest: string; readonly remainingDigest: string },
    instanceIds: readonly string[],
    run: CommandRun,
  ): Promise<Outcomes>;
  /**
   * Cancels the commands of a rotation that are not complete, also those whose response was lost, and waits until they are.
   *
   * @param since - The rotation is not older; undefined if that is not known.
   * @returns The instances on which a command may still be running.
   */
  stop(mark: string, since: Date | undefined): Promise<readonly string[]>;
}

export function openFleet(session: Pick<AwsSession, 'client' | 'retry' | 'region'>): Fleet {
  const commands = new Commands(session);
  const runs = new Runs(commands, session.retry);
  return {
    digestOf: (key) => keyDigest(blobOf(key)),

    async find(keyName) {
      const launched = await launchedWith(keyName, session);
      const running = launched.filter(({ state, isWindows }) => state === 'running' && !isWindows);
      const managed = new Map(
        (await Promise.all(batchesOf(running).map((batch) => commands.managed(idsOf(batch))))).flatMap(
          (found) => [...found],
        ),
      );
      return launched.map((instance) => reachOf(instance, managed));
    },

    requireReadable: () => commands.requireReadable(),

    add({ oldDigest, newKey }, instanceIds, run) {
      const type = newKey.type === 'rsa' ? 'ssh-rsa' : 'ssh-ed25519';
      const program = programToAdd({
        oldDigest,
        newKey: { type, blob: blobOf(newKey) },
      });
      return runs.run(program, instanceIds, run);
    },

    remove: (keys, instanceIds, run) => runs.run(programToRemove(keys), instanceIds, run),

    stop: (mark, since) => runs.stop(mark, since),
  };
}

function blobOf({ blob }: PublicKey): string {
  return blob.toString('base64');
}

function idsOf(instances: readonly { readonly instanceId: string }[]): string[] {
  return instances.map(({ instanceId }) => instanceId);
}
