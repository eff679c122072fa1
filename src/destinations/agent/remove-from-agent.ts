import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatePrivateKey } from '../../keys/generate.ts';
import { MaskedPrivateKey } from '../../keys/private-key.ts';
import type { CleanupContext } from '../destination.ts';
import { keysInAgent, sshAdd } from './ssh-programs.ts';

/** A key in an agent: the public half, as in `ssh-rsa AAAA…`. */
interface AgentKey {
  readonly socket: string;
  readonly publicKey: string;
}

type Context = Pick<CleanupContext, 'temp' | 'childEnvironment'>;

/** Seconds for which an agent keeps a key that only shows whether it takes one. */
const lifeOfProbe = '1';

/**
 * Removes one key from an agent. `absent` needs a proof, too: no agent is there, or it lists its keys without this one,
 * and is not locked, when it would list none.
 *
 * @throws KeyPairError `NO_SSH_AGENT` if `ssh-add` cannot be run.
 */
export async function removeFromAgent(
  key: AgentKey,
  context: Context,
): Promise<'removed' | 'absent' | { readonly why: string }> {
  const { socket, publicKey } = key;
  const { childEnvironment: environment } = context;
  // Also what a post step left that was killed.
  rmSync(folderFor(key, context), { recursive: true, force: true });
  const before = await keysInAgent(socket, environment);
  if (before === 'gone') return 'absent';
  if (before === 'silent') return { why: 'the agent does not answer' };
  if (!before.includes(publicKey)) {
    const isProved = before.length > 0 || (await takesKeys(socket, context));
    return isProved ? 'absent' : { why: 'the agent is locked, so it does not show whether it has the key' };
  }
  await remove(key, context);
  const after = await keysInAgent(socket, environment);
  const isLeft = after === 'silent' || (after !== 'gone' && after.includes(publicKey));
  return isLeft ? { why: 'the agent did not remove it' } : 'removed';
}

/** A locked agent takes none, and cannot be told from an empty one otherwise. Nothing trusts this key. */
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
  const folder = folderFor(key, context);
  try {
    mkdirSync(folder, { mode: 0o700 });
    const file = path.join(folder, 'key.pub');
    writeFileSync(file, `${key.publicKey}\n`, { flag: 'wx' });
    await sshAdd(['-q', '-d', file], { socket: key.socket, environment: context.childEnvironment });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for the same key: a post step that was killed cannot remove it, but the next one can. */
function folderFor({ socket, publicKey }: AgentKey, { temp }: Context): string {
  const hash = createHash('sha256').update(`${socket}\n${publicKey}`).digest('hex');
  return path.join(temp, `public-key-${hash.slice(0, 16)}`);
}
