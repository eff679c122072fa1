import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { actionFolder, node24 } from '../../lib/scenario.ts';

/** Runs dist/post.js without a job, in exactly this environment. */
export async function runPost(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const post = spawn(node24, [path.join(actionFolder, 'dist/post.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 40_000,
  });
  const code = new Promise<number | null>((resolve, reject) =>
    post.once('error', reject).once('close', resolve),
  );
  const [out, err] = await Promise.all([text(post.stdout), text(post.stderr)]);
  return { code: await code, printed: out + err };
}
