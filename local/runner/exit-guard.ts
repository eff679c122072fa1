const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const guards = new Set<() => void>();

/**
 * Calls a function when this process ends or gets a signal: a job's processes run in their own sessions and would
 * continue.
 *
 * @returns a function that removes the action
 */
export function atExit(action: () => void): () => void {
  if (guards.size === 0) listen();
  guards.add(action);
  return () => {
    guards.delete(action);
    if (guards.size === 0) stopListening();
  };
}

function listen(): void {
  process.on('exit', actAll);
  for (const name of SIGNALS) process.on(name, actAndEnd);
}

function stopListening(): void {
  process.removeListener('exit', actAll);
  for (const name of SIGNALS) process.removeListener(name, actAndEnd);
}

function actAll(): void {
  for (const action of guards) action();
}

/** Without this listener, the signal ends the process as usual. */
function actAndEnd(name: NodeJS.Signals): void {
  actAll();
  stopListening();
  process.kill(process.pid, name);
}
