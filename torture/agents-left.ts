import type { JobRun } from '../local/runner/job.ts';
import { type Leak, leaksIn, leaksOf } from '../test-support/leaks.ts';
import { SecretPieces } from '../test-support/secret-pieces.ts';
import type { Environment } from './environment.ts';

/** The variables that programs may get which the action starts. */
const allowed = ['PATH', 'HOME', 'RUNNER_TRACKING_ID', 'SSH_AUTH_SOCK'];

/** What the action left in memory, as sentences: agents that it started, and keys in those of others. */
export function agentsLeft({ openSsh, agentsAfterPost }: Environment, postWasKilled: boolean): string[] {
  if (openSsh === undefined) return [];
  const keys = openSsh.addedKeys();
  return [
    // A post step that was killed ended nothing. Then the runner has.
    ...(postWasKilled ? [] : agentsAfterPost).map(({ socket }) => `an SSH agent is left at ${socket}`),
    ...keys.map((key) => `a private key is left in an SSH agent: ${key}`),
  ];
}

/** Variables that programs got which the action started and that they do not need, as sentences. */
export function needlessVariables({ openSsh }: Environment): string[] {
  const names =
    openSsh
      ?.notes()
      .split('\0')
      .flatMap((entry) => /^(\w+)=/.exec(entry)?.[1] ?? []) ?? [];
  return [...new Set(names)]
    .filter((name) => !allowed.includes(name))
    .map((name) => `a program that the action started got the variable ${name}`);
}

/** The arguments and variables of programs, with the name of their place. */
export function givenToPrograms({ openSsh }: Environment): [string, string][] {
  return openSsh === undefined ? [] : [['what programs got that the action started', openSsh.notes()]];
}

/** Looks for the passphrase in everything but the variables in which the runner passes inputs. */
export function passphraseLeaks(
  environment: Environment,
  run: JobRun,
  contents: readonly (readonly [where: string, text: string])[],
): Leak[] {
  if (!environment.hasPassphrase) return [];
  const pieces = SecretPieces.ofText(environment.passphrase);
  const leaks = leaksIn([...contents, ...givenToPrograms(environment)], pieces);
  return [
    ...leaks,
    ...leaksOf(run, pieces).filter(({ where }) => !/^the environment of "(?:Post )?key pair"$/.test(where)),
  ];
}
