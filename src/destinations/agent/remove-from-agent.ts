import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import { generatePrivateKey } from '../../keys/generate.ts';
import { MaskedPrivateKey } from '../../keys/private-key.ts';
import type { CleanupContext } from '../destination.ts';
import { keysInAgent, sshAdd } from './ssh-programs.ts';

/** A key in an agent. */
interface AgentKey {
  readonly socket: string;
  /** As in `ssh-rsa AAAA…`. */
  readonly publicKey: string;
}

type Context = Pick<CleanupContext, 'temp' | 'childEnvironment'>;

/** Seconds after which the agent drops the probe, if it is not removed earlier. */
const lifeOfProbe = '1';

/**
 * Removes one key from an agent. `absent` means that this is proved: there is no agent, or it lists its keys without
 * this one. A locked agent lists no keys at all, so an empty list is no proof.
 *
 * @throws KeyPairError `NO_SSH_AGENT` if `ssh-add` cannot be run, or the file that it reads cannot be written.
 */
export async function removeFromAgent(
  key: AgentKey,
  context: Context,
): Promise<'removed' | 'absent' | { readonly why: string }> {
  const { socket, publicKey } = key;
  const { childEnvironment: environment } = context;
  // A post step that was killed may have left it.
  await inFolder(key, context, (folder) => rmSync(folder, { recursive: true, force: true }));
  const before = await keysInAgent(socket, environment);
  if (before === 'gone') return 'absent';
  if (before === 'silent') return { why: 'the agent does not answer' };
  if (!before.includes(publicKey)) {
    const isProved = before.length > 0 || (await takesKeys(socket, context));
    return isProved
      ? 'absent'
      : {
          why: 'the agent takes no keys now, as one that is locked, so it does not show whether it has this one',
        };
  }
  await remove(key, context);
  const after = await keysInAgent(socket, environment);
  const isLeft = after === 'silent' || (after !== 'gone' && after.includes(publicKey));
  return isLeft ? { why: 'the agent did not remove it' } : 'removed';
}

/** Whether the agent accepts a new key, which nothing trusts. Only this tells an empty agent from a locked one. */
async function takesKeys(socket: string, context: Context): Promise<boolean> {
  const { childEnvironment: environment } = context;
  const probe = await MaskedPrivateKey.mask(await generatePrivateKey('ed25519'), async () => {});
  const input = await probe.as('openssh', { comment: 'is this agent locked?' });
  const { status } = await sshAdd(['-q', '-t', lifeOfProbe, '-'], { socket, environment, input });
  if (status === 0) await remove({ socket, publicKey: probe.publicKey.openSshLine() }, context);
  return status === 0;
}

/** `ssh-add -d` reads a public key from a file. */
async function remove(key: AgentKey, context: Context): Promise<void> {
  try {
    const file = await inFolder(key, context, (folder) => writePublicKey(key, folder));
    await sshAdd(['-q', '-d', file], { socket: key.socket, environment: context.childEnvironment });
  } finally {
    rmSync(folderFor(key, context), { recursive: true, force: true });
  }
}

function writePublicKey({ publicKey }: AgentKey, folder: string): string {
  mkdirSync(folder, { mode: 0o700 });
  const file = path.join(folder, 'key.pub');
  writeFileSync(file, `${publicKey}\n`, { flag: 'wx' });
  return file;
}

/** Does something with the folder of the file. @throws KeyPairError `NO_SSH_AGENT` if the system does not let it. */
async function inFolder<Result>(
  key: AgentKey,
  context: Context,
  act: (folder: string) => Result,
): Promise<Result> {
  try {
    return act(folderFor(key, context));
  } catch (cause) {
    const { whyNotWritable } = await import('../file/not-writable.ts');
    const why = `Cannot write the file that ssh-add needs in ${context.temp}${whyNotWritable(cause)}.`;
    throw new KeyPairError('NO_SSH_AGENT', why, { cause });
  }
}

/** The same key always gets the same folder, so if a post step is killed, the next one can remove it. */
function folderFor({ socket, publicKey }: AgentKey, { temp }: Context): string {
  const hash = createHash('sha256').update(`${socket}\n${publicKey}`).digest('hex');
  return path.join(temp, `public-key-${hash.slice(0, 16)}`);
}
