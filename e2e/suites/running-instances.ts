import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type LocalAws, shellMachine, startLocalAws } from '../../local/aws/server.ts';
import {
  type EditReport,
  keyDigest,
  programToAdd,
  programToRemove,
  readReport,
} from '../../src/instances/authorized-keys.ts';
import { AwsCli } from '../lib/aws-cli.ts';
import { SshDaemon } from '../lib/ssh-daemon.ts';
import { createSshKey, type SshKey } from '../lib/ssh-key.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { systemPrograms } from '../lib/system-programs.ts';

const region = 'eu-west-1';

/**
 * An instance with several users. Each user is a server of its own, with its own file: only root could create users, so
 * all of them are the user of this process, and `getent` and `sshd -T` are scripts that name their homes.
 */
export const runningInstances: Suite = {
  name: 'running-instances',
  about: 'real sshd servers while Run Command adds a key to an instance, and removes the old one',
  needs: ['sshd', 'ssh', 'ssh-keygen', 'aws', 'busybox'],
  async run(site) {
    const users = await startUsers(site);
    try {
      const shells = [['/bin/sh'], ['bash'], [site.part('busybox'), 'sh']] as const;
      for (const shell of shells) await checkReplaced({ site, users, shell });
      await checkUndone({ site, users, shell: ['/bin/sh'] });
    } finally {
      for (const { daemon } of users) await daemon.end();
    }
  },
};

/** A user of the instance. */
interface User {
  readonly name: string;
  readonly daemon: SshDaemon;
  readonly kind: Kind;
}

/** What authorized_keys of a user looks like. */
interface Kind {
  /** The text for a public key, and the key of a colleague. */
  file(key: string, colleague: string): string;
  readonly mode?: number;
  /** What a login prints, and how it ends. */
  readonly login: { readonly status: number; readonly stdout: string };
}

const welcome = { status: 0, stdout: 'in\n' };

const kinds: Readonly<Record<string, Kind>> = {
  // As cloud-init writes it.
  root: {
    file: (key, colleague) =>
      `no-port-forwarding,no-agent-forwarding,no-X11-forwarding,command="echo 'Please login as the user \\"ec2-user\\" rather than the user \\"root\\".';echo;exit 142" ${key}\n${colleague}\n`,
    login: {
      status: 142,
      stdout: 'Please login as the user "ec2-user" rather than the user "root".\n\n',
    },
  },
  'ec2-user': { file: (key, colleague) => `${key}\n${colleague}\n`, login: welcome },
  options: {
    file: (key, colleague) =>
      `# restricted\n\n\t from="127.0.0.1,10.0.0.0/8",no-pty,command="echo \\"a  b\\" # ssh-rsa" ${key}\n${colleague}\n`,
    login: { status: 0, stdout: 'a  b\n' },
  },
  crlf: { file: (key, colleague) => `${colleague}\r\n${key}\r\n`, login: welcome },
  'no-newline': { file: (key, colleague) => `${colleague}\n${key}`, login: welcome },
  'read-only': { file: (key, colleague) => `${key}\n${colleague}\n`, mode: 0o400, login: welcome },
};

interface Bed {
  readonly site: Site;
  readonly users: readonly User[];
  readonly shell: readonly [string, ...string[]];
}

async function startUsers(site: Site): Promise<User[]> {
  const users: User[] = [];
  for (const [name, kind] of Object.entries(kinds)) {
    users.push({ name, kind, daemon: await SshDaemon.start(site, name) });
  }
  return users;
}

async function checkReplaced(bed: Bed): Promise<void> {
  const { site, shell } = bed;
  const title = `${path.basename(shell[0])}: the new key logs in beside the old one, and then instead of it, with the same options`;
  await site.check(title, () =>
    withInstance(bed, async ({ keys, run }) => {
      await assertLogins(bed, { in: [keys.old, keys.colleague], out: [keys.renewed] });
      const all = bed.users.length;
      assert.deepEqual(await run(adding(keys)), { found: all, changed: all, failed: 0 });
      await assertLogins(bed, { in: [keys.old, keys.renewed, keys.colleague] });
      assert.deepEqual(await run(adding(keys)), { found: all, changed: 0, failed: 0 });
      assert.deepEqual(await run(removing(keys.old, keys.renewed)), { found: all, changed: all, failed: 0 });
      await assertLogins(bed, { in: [keys.renewed, keys.colleague], out: [keys.old] });
      await assertFiles(bed, keys.renewed, keys);
    }),
  );
}

async function checkUndone(bed: Bed): Promise<void> {
  await bed.site.check(
    'if the new key is removed again, each file is as it was, and the old key logs in',
    () =>
      withInstance(bed, async ({ keys, run }) => {
        await run(adding(keys));
        const all = bed.users.length;
        const undone = await run(removing(keys.renewed, keys.old));
        assert.deepEqual(undone, { found: all, changed: all, failed: 0 });
        await assertLogins(bed, { in: [keys.old, keys.colleague], out: [keys.renewed] });
        await assertFiles(bed, keys.old, keys);
      }),
  );
  await bed.site.check('the only key of a user is not removed, and the user still logs in', () =>
    withInstance(bed, async ({ keys, run }) => {
      await run(adding(keys));
      const [first] = bed.users;
      assert.ok(first);
      await writeKeys(first, first.kind.file(keys.old.publicKey, keys.colleague.publicKey));
      const all = bed.users.length;
      const report = await run(removing(keys.old, keys.renewed));
      assert.deepEqual(report, { found: all, changed: all - 1, failed: 1 });
      await assertLogins({ ...bed, users: [first] }, { in: [keys.old] });
    }),
  );
}

interface Keys {
  readonly old: SshKey;
  readonly renewed: SshKey;
  readonly colleague: SshKey;
}

/** An instance that was launched with the old key, behind Systems Manager. */
interface Instance {
  readonly keys: Keys;
  /** Runs a program with Run Command. */
  run(program: readonly string[]): Promise<EditReport | undefined>;
}

let instances = 0;

async function withInstance(bed: Bed, body: (instance: Instance) => Promise<void>): Promise<void> {
  const { site, users, shell } = bed;
  instances += 1;
  const keys = {
    old: await createSshKey(site, `old-${instances}`, 'rsa'),
    renewed: await createSshKey(site, `new-${instances}`, 'ed25519'),
    colleague: await createSshKey(site, `colleague-${instances}`, 'ed25519'),
  };
  for (const user of users) {
    await writeKeys(user, user.kind.file(keys.old.publicKey, keys.colleague.publicKey));
  }
  const homes = users.map(({ name, daemon }) => ({ name, home: path.dirname(daemon.authorizedKeys) }));
  const programs = await systemPrograms(path.join(site.folder, 'programs'), homes);
  const aws = await startLocalAws();
  try {
    const { instanceId } = aws.machines.add({ run: shellMachine({ programs: [programs], shell }) });
    await body({ keys, run: (program) => runCommand(site, { aws, instanceId, program }) });
  } finally {
    await aws.close();
  }
}

async function writeKeys({ daemon, kind }: User, text: string): Promise<void> {
  await chmod(daemon.authorizedKeys, 0o600);
  await writeFile(daemon.authorizedKeys, text);
  await chmod(daemon.authorizedKeys, kind.mode ?? 0o600);
}

/** Sends a program to an instance with the AWS CLI, and waits for what it printed. */
async function runCommand(
  site: Site,
  {
    aws,
    instanceId,
    program,
  }: { readonly aws: LocalAws; readonly instanceId: string; readonly program: readonly string[] },
): Promise<EditReport | undefined> {
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, aws.environment(region));
  const parameters = path.join(site.folder, 'parameters.json');
  await writeFile(parameters, JSON.stringify({ commands: program }));
  const where = ['--instance-ids', instanceId, '--document-name', 'AWS-RunShellScript'];
  const query = ['--output', 'text', '--query', 'Command.CommandId'];
  const id = await cli.text(
    'ssm',
    'send-command',
    ...where,
    '--parameters',
    `file://${parameters}`,
    ...query,
  );
  const [command] = aws.machines.commands().filter((one) => one.id === id.trim());
  await Promise.all(command?.invocations.map(({ course }) => course) ?? []);
  return readReport(
    await cli.text(
      ...(['ssm', 'list-command-invocations', '--command-id', id.trim(), '--details'] as const),
      ...['--output', 'text', '--query', 'CommandInvocations[0].CommandPlugins[0].Output'],
    ),
  );
}

function adding({ old, renewed }: Keys): string[] {
  const newKey = { type: 'ssh-ed25519', blob: blobOf(renewed) } as const;
  return programToAdd({ oldDigest: keyDigest(blobOf(old)), newKey });
}

function removing(gone: SshKey, remaining: SshKey): string[] {
  return programToRemove({
    digest: keyDigest(blobOf(gone)),
    remainingDigest: keyDigest(blobOf(remaining)),
  });
}

function blobOf({ publicKey }: SshKey): string {
  return publicKey.split(' ')[1] ?? '';
}

/** Logs in as each user with keys that must be accepted, and with those that must not. */
async function assertLogins(
  { users }: Bed,
  keys: { readonly in: readonly SshKey[]; readonly out?: readonly SshKey[] },
): Promise<void> {
  const logIn = async ({ name, daemon, kind }: User): Promise<void> => {
    for (const { file } of keys.in) {
      const { status, stdout, stderr } = await daemon.login(file, 'echo in');
      const expected = path.basename(file).startsWith('colleague') ? welcome : kind.login;
      assert.deepEqual({ status, stdout }, expected, `${name}, ${path.basename(file)}: ${stderr}`);
    }
    for (const { file } of keys.out ?? []) {
      const { status, stderr } = await daemon.login(file, 'echo in');
      assert.equal(status, 255, `${name}: ${path.basename(file)} logs in`);
      assert.match(stderr, /Permission denied \(publickey\)/);
    }
  };
  await Promise.all(users.map(logIn));
}

/** Each file is as if it had been written with this key: the old comment stays. */
async function assertFiles({ users }: Bed, key: SshKey, { old, colleague }: Keys): Promise<void> {
  const [type, blob] = key.publicKey.split(' ');
  const comment = old.publicKey.split(' ').slice(2).join(' ');
  for (const { name, daemon, kind } of users) {
    const expected = kind.file(`${type} ${blob} ${comment}`, colleague.publicKey);
    assert.equal(await readFile(daemon.authorizedKeys, 'utf8'), expected, name);
  }
}
