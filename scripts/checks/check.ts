import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** The result of a check. Tests are counted one by one; any other check counts as one. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** The problems, or additional information. */
  readonly details: string;
}

/** One line of `npm test`. */
export interface Check {
  readonly name: string;
  run(): Promise<Result>;
}

/** The result of a check that looks for problems. */
export function resultOf(problems: readonly string[]): Result {
  return problems.length === 0
    ? { passed: 1, failed: 0, details: '' }
    : { passed: 0, failed: 1, details: problems.join('\n') };
}

/** A check that runs a program. It passes if the program exits with 0, otherwise its output is shown. */
export function program(name: string, args: readonly string[], root: string): Check {
  return {
    name,
    async run() {
      const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = new Promise<number | null>((resolve, reject) =>
        child.on('error', reject).on('close', resolve),
      );
      const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return resultOf(
        status === 0 ? [] : [`${out}${err}`.trim() || `It exited with ${status} and printed nothing.`],
      );
    },
  };
}

/**
 * Runs all checks one after the other, even if earlier ones fail, and prints each result. A check that throws an error
 * has failed.
 *
 * @returns The totals of all checks.
 */
export async function runAll(
  checks: readonly Check[],
  print: (line: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const total = { passed: 0, failed: 0 };
  for (const check of checks) {
    const { passed, failed, details } = await check
      .run()
      .catch((error: unknown) => resultOf([String(error)]));
    total.passed += passed;
    total.failed += failed;
    print(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${check.name}${details && failed === 0 ? `: ${details}` : ''}`,
    );
    if (failed > 0) print(details.replace(/^/gm, '       '));
  }
  return total;
}
