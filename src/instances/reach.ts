import type { LaunchedInstance } from './launched.ts';

/** What Systems Manager knows of an instance. */
export interface ManagedInstance {
  /** `Online`, `ConnectionLost`, or `Inactive`. */
  readonly pingStatus: string;
  /** `Linux`, `Windows`, or `MacOS`. */
  readonly platform: string;
}

/** An instance that has been launched with the key pair. */
export interface Instance {
  readonly instanceId: string;
  /** Why no command can run on it now; continues the ID, as in `i-0a is stopped`. Undefined if one can. */
  readonly unreachable: string | undefined;
}

/** Whether a command can run on an instance, or why not. Only a running one is looked up in Systems Manager. */
export function reachOf(
  { instanceId, state, isWindows }: LaunchedInstance,
  managed: ReadonlyMap<string, ManagedInstance>,
): Instance {
  return {
    instanceId,
    unreachable: isWindows ? ofWindows : (notRunning(state) ?? lost(managed.get(instanceId))),
  };
}

const ofWindows = 'runs Windows';

function notRunning(state: string): string | undefined {
  return state === 'running' ? undefined : `is ${state}`;
}

function lost(managed: ManagedInstance | undefined): string | undefined {
  if (managed === undefined) return 'is not managed by Systems Manager';
  const { pingStatus, platform } = managed;
  if (platform !== 'Linux') return platform === 'Windows' ? ofWindows : `runs ${platform}`;
  return pingStatus === 'Online' ? undefined : 'has lost its connection to Systems Manager';
}
