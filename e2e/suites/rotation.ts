import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import { withoutComment } from '../lib/ssh-key.ts';
import type { Suite } from '../lib/suite.ts';
import { type Account, assertLogins, type Bed, launch, onInstance, withAccount } from './rotation/account.ts';
import { checkInstances } from './rotation/instances.ts';

const page = path.resolve(import.meta.dirname, '../../docs/rotation.md');

export const rotation: Suite = {
  name: 'rotation',
  about: 'a real sshd with the old key, before, during, and after the steps of docs/rotation.md',
  needs: ['sshd', 'ssh', 'ssh-keygen', 'aws'],
  async run(site) {
    const daemon = await SshDaemon.start(site);
    try {
      await checkStore({ site, daemon }, { store: 'ssm', service: 'ssm', type: 'ed25519' });
      await checkStore(
        { site, daemon },
        { store: 'secrets-manager', service: 'secretsmanager', type: 'rsa' },
      );
      await checkFile({ site, daemon });
      await checkRefused({ site, daemon });
      await checkInstances({ site, daemon });
    } finally {
      await daemon.end();
    }
  },
};

async function checkStore(
  bed: Bed,
  { store, service, type }: { readonly store: string; readonly service: string; readonly type: string },
): Promise<void> {
  await bed.site.check(
    `with store: ${store}, a running instance has the old ${type} key until its line is replaced, and then fetch gets the only key that logs in`,
    () =>
      withAccount(bed, async (account) => {
        const old = await account.keyOf('old', { operation: 'ensure', 'key-type': type, store });
        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [old] });

        const before = new Date();
        const { 'public-key': newPublicKey = '' } = await account.outputs({ operation: 'rotate' });
        assert.equal(withoutComment(newPublicKey), withoutComment(await account.publicKey()));
        const renewed = await account.keyOf('new', { operation: 'fetch' });
        await assertLogins(bed, { in: [old], out: [renewed] });
        assert.equal(`${await oldKeyAsDocumented(service, before, account)}\n`, await readFile(old, 'utf8'));

        const file = bed.daemon.authorizedKeys;
        await onInstance(bed, old, `echo '${newPublicKey}' >> '${file}'`);
        await assertLogins(bed, { in: [old, renewed] });
        const oldLine = withoutComment((await readFile(file, 'utf8')).split('\n')[0]);
        await onInstance(
          bed,
          renewed,
          `grep -vF '${oldLine}' '${file}' > '${file}.new' && mv '${file}.new' '${file}'`,
        );
        await assertLogins(bed, { in: [renewed], out: [old] });

        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [renewed], out: [old] });
      }),
  );
}

async function checkFile(bed: Bed): Promise<void> {
  await bed.site.check(
    'rotate replaces the file at private-key-path, and an instance that is launched then accepts only that',
    () =>
      withAccount(bed, async (account) => {
        const file = { 'private-key-path': path.join(bed.site.folder, 'fleet.pem') };
        const old = await account.keyOf('old-file', { operation: 'ensure', 'key-type': 'ed25519', ...file });
        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [old, file['private-key-path']] });
        await account.outputs({ operation: 'rotate', ...file });
        await assertLogins(bed, { in: [old], out: [file['private-key-path']] });
        await launch(bed, await account.publicKey());
        await assertLogins(bed, { in: [file['private-key-path']], out: [old] });
      }),
  );
}

async function checkRefused(bed: Bed): Promise<void> {
  await bed.site.check(
    'if EC2 refuses the new public key, the old key logs in to an instance that is launched then',
    () =>
      withAccount(bed, async (account) => {
        const old = await account.keyOf('kept', {
          operation: 'ensure',
          'key-type': 'ed25519',
          store: 'ssm',
        });
        account.refuseNewKey();
        const error = await account.errorOf({ operation: 'rotate' });
        assert.match(error, /You are not authorized|UnauthorizedOperation/);
        await launch(bed, await account.publicKey());
        const fetched = await account.keyOf('fetched', { operation: 'fetch' });
        await assertLogins(bed, { in: [old, fetched] });
        assert.equal(await readFile(fetched, 'utf8'), await readFile(old, 'utf8'));
      }),
  );
}

/**
 * What the commands of docs/rotation.md say is the old private key. In Parameter Store, the first one lists versions.
 *
 * @param before - The rotation.
 */
async function oldKeyAsDocumented(service: string, before: Date, account: Account): Promise<string> {
  const lines = (await readFile(page, 'utf8')).split('\n');
  const commands = lines.filter((line) => line.startsWith(`aws ${service} `));
  assert.equal(commands.length, service === 'ssm' ? 2 : 1, commands.join('\n'));
  const [first = '', second] = commands;
  if (second === undefined) return account.shell(first);
  const versions = (await account.shell(first)).split('\n').map((line) => line.split('\t'));
  // The AWS CLI 1 prints seconds, and 2 a date.
  const timeOf = (date: string) => (/^[\d.]+$/.test(date) ? Number(date) * 1_000 : Date.parse(date));
  const [version = ''] = versions.findLast(([, date = '']) => timeOf(date) < before.getTime()) ?? [];
  assert.match(version, /^\d+$/, JSON.stringify(versions));
  return account.shell(second.replace('VERSION', version));
}
