/** Milliseconds that a process may need to end by itself once everything is written. */
const grace = 100;

/** Lets the process end once its output is written, and makes it end if something still holds it. */
export async function endProcess(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write('', () => resolve());
  });
  setTimeout(endAtOnce, grace).unref();
}

/**
 * Ends the process, whatever holds it. `process.exit` waits for its threads, and looking up a name can block one for more than a
 * minute. So the process becomes one that has nothing to do; on Windows, nothing waits for threads.
 */
export function endAtOnce(): never {
  const code = Number(process.exitCode ?? 0);
  if (process.platform !== 'win32' && process.execve !== undefined) {
    const { NODE_OPTIONS: _, ...env } = process.env;
    process.execve(process.execPath, [process.execPath, '--eval', `process.exitCode = ${code}`], env);
  }
  process.exit(code);
}
