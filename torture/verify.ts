import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { JobRun, StepRun } from '../local/runner/job.ts';
import { type Leak, leaksIn, leaksOf } from '../test-support/leaks.ts';
import { SecretPieces } from '../test-support/secret-pieces.ts';
import { agentsLeft, givenToPrograms, needlessVariables, passphraseLeaks } from './agents-left.ts';
import { type Environment, region, unrelated } from './environment.ts';
import { countOfPairsLeft, type ExpectedLeftovers, unexpectedLeftovers } from './leftovers.ts';
import type { Finding } from './plan.ts';
import { isTold } from './told.ts';

/** What is expected of a job. */
export interface Expectation {
  readonly leftovers: ExpectedLeftovers;
  /** How many warnings the post step prints. Default: any number. */
  readonly warningsOfPost?: number;
  /** The outcome of main. Default: any. */
  readonly main?: 'success' | 'failure';
  /** Whether the post step was killed and run again. */
  readonly postWasKilled?: boolean;
  /** Whether a key pair may be left if main or post names it and prints how to delete it. */
  readonly isToldEnough?: boolean;
}

/** What the runner and the action keep in the temp folder, which is deleted with the job. */
const bookkeeping =
  /^(_runner_file_commands|_github_workflow)(\/|$)|^key-pairs-[0-9a-f]+\.json$|^[0-9a-f-]{36}\.sh$/;

/** Checks everything that a job left behind and showed. */
export function verify(environment: Environment, run: JobRun, expectation: Expectation): Finding {
  const { leftovers } = expectation;
  const pairs = environment.pairs().filter((pair) => expectation.isToldEnough !== true || !isTold(run, pair));
  const files = filesOf(run);
  const leaks = allLeaks(environment, run, leftovers);
  const inMemory = agentsLeft(environment, expectation.postWasKilled === true);
  const actual = { environment, run, pairs, files };
  return {
    problems: [
      ...unrelatedTouched(environment, run),
      ...unexpectedLeftovers(leftovers, actual),
      ...inMemory,
      ...needlessVariables(environment),
      ...problemsOfPost(run, expectation),
      ...problemsOfMain(run, expectation),
      ...leaks.map(({ where, count }) => `${count} pieces of a secret are in ${where}`),
    ],
    pairsLeft: countOfPairsLeft(leftovers, actual),
    filesLeft:
      inMemory.length + (leftovers === 'pair-with-file-or-nothing' && pairs.length === 1 ? 0 : files.length),
    leaks: leaks.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The last lines that a step printed, without groups and commands. */
export function lastLinesOf(step: StepRun | undefined): string {
  return (step?.log ?? [])
    .filter((line) => !line.startsWith('##[') || line.startsWith('##[error]'))
    .slice(-4)
    .join(' | ')
    .slice(0, 600);
}

function problemsOfPost({ steps }: JobRun, { warningsOfPost, postWasKilled }: Expectation): string[] {
  const post = steps.filter(({ phase }) => phase === 'post' && postWasKilled !== true);
  return post.flatMap(({ outcome, annotations, log }) => {
    const warnings = annotations.filter(({ level }) => level !== 'notice');
    const printed = warnings.map(({ message }) => message).join(' | ');
    return [
      ...(outcome === 'success' ? [] : [`post is ${outcome}: ${log.slice(-5).join(' | ')}`]),
      ...(warningsOfPost === undefined || warnings.length === warningsOfPost
        ? []
        : [`post prints ${warnings.length} warnings instead of ${warningsOfPost}: ${printed}`]),
    ];
  });
}

function problemsOfMain({ steps }: JobRun, { main }: Expectation): string[] {
  const step = steps.find(({ phase, id }) => phase === 'main' && id === 'key');
  return main === undefined || step?.outcome === main
    ? []
    : [`main is ${step?.outcome} instead of ${main}: ${lastLinesOf(step)}`];
}

/** Files and folders that a job left, without bookkeeping and the unrelated files. */
function filesOf({ folders: { workspace, temp, home } }: JobRun): string[] {
  return Object.entries({ workspace, temp, home }).flatMap(([name, folder]) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file !== unrelated.file && !(name === 'temp' && bookkeeping.test(file)))
      .map((file) => `${name}/${file}`),
  );
}

function unrelatedTouched(environment: Environment, { folders: { workspace, temp } }: JobRun): string[] {
  const pairs = environment.aws.keyPairs(region);
  const changed = [workspace, temp]
    .map((folder) => path.join(folder, unrelated.file))
    .filter((file) => readFileSync(file, 'utf8') !== unrelated.text);
  return [
    ...(pairs.some((pair) => pair === environment.unrelatedPair)
      ? []
      : ['the unrelated key pair was touched']),
    ...changed.map((file) => `the unrelated file ${file} was touched`),
    ...(environment.openSsh?.unrelated?.touched() ?? []),
  ];
}

/** Looks for secrets in everything that a person, another step, or the next job can read. */
function allLeaks(environment: Environment, run: JobRun, leftovers: ExpectedLeftovers): Leak[] {
  const pieces = SecretPieces.ofKeys(environment.keys);
  const staysInWorkspace = leftovers === 'pair-with-file-or-nothing';
  const contents = contentsOf(run, (file) => !(staysInWorkspace && file.startsWith('workspace/')));
  return [
    ...leaksOf(run, pieces),
    ...leaksIn([...contents, ...givenToPrograms(environment)], pieces),
    ...passphraseLeaks(environment, run, contents),
  ];
}

function contentsOf({ folders }: JobRun, isIncluded: (file: string) => boolean): [string, string][] {
  return (['workspace', 'temp', 'home'] as const).flatMap((name) =>
    readdirSync(folders[name], { recursive: true, encoding: 'utf8' })
      .filter((file) => isIncluded(`${name}/${file}`) && statSync(path.join(folders[name], file)).isFile())
      .map((file): [string, string] => [
        `${name}/${file} after post`,
        readFileSync(path.join(folders[name], file), 'utf8'),
      ]),
  );
}
