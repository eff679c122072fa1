const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const guards = new Set<() => void>();

/**
 * Does something when this process ends or is told to: a job's processes lead sessions of their own and would
 * not hear of it.
 *
 * @returns what takes it back
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

/** Without a listener of ours the signal ends the process, as it would have. */
function actAndEnd(name: NodeJS.Signals): void {
  actAll();
  stopListening();
  process.kill(process.pid, name);
}
