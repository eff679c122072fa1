import { fileURLToPath } from 'node:url';
import type { Target, TrapOrder } from './order.ts';

/** The variables that carry the orders for main and post. */
export const trapVariables = { main: 'TRAP_MAIN', post: 'TRAP_POST' } as const;

/** Environment that sets a trap in main, post, or both. */
export function trapEnvironment({
  main,
  post,
}: {
  readonly main?: TrapOrder | undefined;
  readonly post?: TrapOrder | undefined;
}): Record<string, string> {
  if (main === undefined && post === undefined) return {};
  return {
    NODE_OPTIONS: `--import "${fileURLToPath(new URL('preload.ts', import.meta.url))}"`,
    ...(main === undefined ? {} : { [trapVariables.main]: JSON.stringify(main) }),
    ...(post === undefined ? {} : { [trapVariables.post]: JSON.stringify(post) }),
  };
}

/** Environment in which every write of main to one place fails, as on a full disk. */
export function fullDisk(target: Target): Record<string, string> {
  return trapEnvironment({ main: { target, does: 'fail' } });
}
