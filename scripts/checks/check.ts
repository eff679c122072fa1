import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a check found. One that counts its parts (tests) says how many; any other counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** For a person: what is wrong, or what was counted. */
  readonly details: string;
}

/** One line of `npm test`. */
export interface Check {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** The outcome of a check that looks for problems. */
export function outcomeOf(problems: readonly string[]): Outcome {
  return problems.length === 0
    ? { passed: 1, failed: 0, details: '' }
    : { passed: 0, failed: 1, details: problems.join('\n') };
}

/** A check that is a program of its own: it passes when it ends with 0, else what it printed is shown. */
export function program(name: string, args: readonly string[], root: string): Check {
  return {
    name,
    async run() {
      const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = new Promise<number | null>((resolve, reject) =>
        child.on('error', reject).on('close', resolve),
      );
      const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return outcomeOf(
        status === 0 ? [] : [`${out}${err}`.trim() || `It ended with ${status} and said nothing.`],
      );
    },
  };
}

/**
 * Runs all checks one after the other, whatever the ones before found, and tells each result; a check that
 * throws has failed.
 *
 * @returns sums over all checks
 */
export async function runAll(
  checks: readonly Check[],
  tell: (line: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const sum = { passed: 0, failed: 0 };
  for (const check of checks) {
    const { passed, failed, details } = await check
      .run()
      .catch((error: unknown) => outcomeOf([String(error)]));
    sum.passed += passed;
    sum.failed += failed;
    tell(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${check.name}${details && failed === 0 ? `: ${details}` : ''}`,
    );
    if (failed > 0) tell(details.replace(/^/gm, '       '));
  }
  return sum;
}
