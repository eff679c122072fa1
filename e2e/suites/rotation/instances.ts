import assert from 'node:assert/strict';
import path from 'node:path';
import { shellMachine } from '../../../local/aws/server.ts';
import { SshDaemon } from '../../lib/ssh-daemon.ts';
import { systemPrograms } from '../../lib/system-programs.ts';
import { type Account, assertLogins, type Bed, keyName, launch, withAccount } from './account.ts';

/** Two running instances that were launched with the key pair. Systems Manager cannot reach the second one at first. */
export async function checkInstances(bed: Bed): Promise<void> {
  const daemon = await SshDaemon.start(bed.site, 'second');
  const second = { site: bed.site, daemon };
  try {
    await checkReached(bed, second);
    await checkUnreachable(bed, second);
  } finally {
    await daemon.end();
  }
}

const rotate = { operation: 'rotate', 'update-instances': 'ssm' };

async function checkUnreachable(first: Bed, second: Bed): Promise<void> {
  await first.site.check(
    'if Systems Manager cannot reach an instance, rotate changes nothing; with update-instances-policy: warn, it updates the other one',
    () =>
      withFleet([first, second], async ({ account, old, machines: [reached, unmanaged] }) => {
        unmanaged.managed = 'no';
        const publicKey = await account.publicKey();
        const error = await account.errorOf(rotate);
        assert.match(error, new RegExp(`${unmanaged.instanceId} is not managed by Systems Manager`));
        assert.equal(await account.publicKey(), publicKey);
        for (const bed of [first, second]) await assertLogins(bed, { in: [old] });

        const { instances = '' } = await account.outputs({ ...rotate, 'update-instances-policy': 'warn' });
        assert.deepEqual(JSON.parse(instances), [
          { instanceId: reached.instanceId, result: 'updated' },
          {
            ...{ instanceId: unmanaged.instanceId, result: 'not-updated' },
            reason: 'is not managed by Systems Manager',
          },
        ]);
        const renewed = await account.keyOf('renewed', { operation: 'fetch' });
        await assertLogins(first, { in: [renewed], out: [old] });
        await assertLogins(second, { in: [old], out: [renewed] });
      }),
  );
}

async function checkReached(first: Bed, second: Bed): Promise<void> {
  await first.site.check(
    'with update-instances: ssm, only the new key logs in to running instances; if EC2 refuses it, only the old one does',
    () =>
      withFleet([first, second], async ({ account, old, machines }) => {
        account.refuseNewKey();
        await account.errorOf(rotate);
        const kept = await account.keyOf('kept', { operation: 'fetch' });
        for (const bed of [first, second]) await assertLogins(bed, { in: [old, kept] });
        const commands = account.aws.machines.commands().length;
        assert.equal(commands, 2, 'the new key was added and removed again');

        const { instances = '' } = await account.outputs(rotate);
        const updated = machines.map(({ instanceId }) => ({ instanceId, result: 'updated' }));
        assert.deepEqual(JSON.parse(instances), updated);
        const renewed = await account.keyOf('renewed', { operation: 'fetch' });
        for (const bed of [first, second]) await assertLogins(bed, { in: [renewed], out: [old] });
      }),
  );
}

type Machine = ReturnType<Account['aws']['machines']['add']>;

interface Fleet {
  readonly account: Account;
  /** The private key file of the key pair with which the instances were launched. */
  readonly old: string;
  readonly machines: readonly [Machine, Machine];
}

async function withFleet(
  [first, second]: readonly [Bed, Bed],
  body: (fleet: Fleet) => Promise<void>,
): Promise<void> {
  await withAccount(first, async (account) => {
    const old = await account.keyOf('old', { operation: 'ensure', 'key-type': 'ed25519', store: 'ssm' });
    const add = async (bed: Bed): Promise<Machine> => {
      await launch(bed, await account.publicKey());
      const { authorizedKeys } = bed.daemon;
      const home = path.dirname(authorizedKeys);
      const programs = await systemPrograms(path.join(home, 'programs'), [{ name: 'ec2-user', home }]);
      return account.aws.machines.add({ keyName, run: shellMachine({ programs: [programs] }) });
    };
    await body({ account, old, machines: [await add(first), await add(second)] });
  });
}
