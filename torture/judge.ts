import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StoredKeyPair } from '../local/aws/server.ts';
import type { JobRun, StepRun } from '../local/runner/job.ts';
import { SecretPieces } from './leaks.ts';
import type { Finding } from './plan.ts';
import { bystander, type Stage } from './stage.ts';

/** What may be there after a job: how long the pair was meant to live, and whether its file was meant to stay. */
export type Bill =
  /** No pair, no file. */
  | 'nothing'
  /** A pair whose name was announced, or none; no file. */
  | 'pair-if-announced'
  /** A pair and the file with its private key, or neither. */
  | 'pair-with-file-or-nothing'
  /** One pair, no file. */
  | 'one-pair'
  /** Any pairs, no file: what is expected of them is looked at elsewhere. */
  | 'any-pairs';

/** What else is expected of the job. */
export interface Expectation {
  readonly bill: Bill;
  /** How many warnings post may print; any number unless given. */
  readonly warningsOfPost?: number;
  /** What main must have come to; anything unless given. */
  readonly main?: 'success' | 'failure';
  /** Whether post was killed, and another one ran after it. */
  readonly postWasKilled?: boolean;
}

/** What the runner and the action's own bookkeeping put into the temp folder, which goes with the job. */
const bookkeeping =
  /^(_runner_file_commands|_github_workflow)(\/|$)|^key-pairs-[0-9a-f]+\.json$|^[0-9a-f-]{36}\.sh$/;

/** Looks at all that a job left and showed. */
export function judge(
  stage: Stage,
  run: JobRun,
  { bill, warningsOfPost, main, postWasKilled }: Expectation,
): Finding {
  const pairs = stage.pairs();
  const files = filesOf(run);
  const problems = [...bystandersTouched(stage, run), ...notOnTheBill(bill, { stage, run, pairs, files })];
  const post = run.steps.filter(({ phase }) => phase === 'post' && postWasKilled !== true);
  for (const { outcome, annotations, log } of post) {
    if (outcome !== 'success') problems.push(`post is ${outcome}: ${log.slice(-5).join(' | ')}`);
    const warnings = annotations.filter(({ level }) => level !== 'notice');
    if (warningsOfPost !== undefined && warnings.length !== warningsOfPost) {
      const said = warnings.map(({ message }) => message).join(' | ');
      problems.push(`post prints ${warnings.length} warnings instead of ${warningsOfPost}: ${said}`);
    }
  }
  const step = run.steps.find(({ phase, id }) => phase === 'main' && id === 'key');
  if (main !== undefined && step?.outcome !== main)
    problems.push(`main is ${step?.outcome} instead of ${main}: ${said(step)}`);
  const leaks = leaksOf(stage, run, bill);
  problems.push(...leaks.map(({ where, count }) => `${count} pieces of a private key are in ${where}`));
  const due = new Set(bill === 'nothing' ? [] : bill === 'any-pairs' ? pairs : pairs.slice(0, 1));
  return {
    problems,
    pairsLeft: pairs.filter((pair) => !due.has(pair)).length,
    filesLeft: bill === 'pair-with-file-or-nothing' && pairs.length === 1 ? 0 : files.length,
    leaks: leaks.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The last lines of what a step had to say, without groups and commands. */
export function said(step: StepRun | undefined): string {
  return (step?.log ?? [])
    .filter((line) => !line.startsWith('##[') || line.startsWith('##[error]'))
    .slice(-4)
    .join(' | ')
    .slice(0, 600);
}

interface Remains {
  readonly stage: Stage;
  readonly run: JobRun;
  readonly pairs: readonly StoredKeyPair[];
  readonly files: readonly string[];
}

function notOnTheBill(bill: Bill, { stage, run, pairs, files }: Remains): string[] {
  const named = pairs.map(({ name, id }) => `${name} (${id})`).join(', ');
  const step = run.steps.find(({ phase, id }) => phase === 'main' && id === 'key');
  const announced = announcedBy(step);
  const stray = files.length === 0 ? [] : [`files are left: ${files.join(', ')}`];
  switch (bill) {
    case 'nothing':
      return [...(pairs.length === 0 ? [] : [`pairs are left: ${named}`]), ...stray];
    case 'one-pair':
      return [
        ...(pairs.length === 1 ? [] : [`${pairs.length} pairs are there, not one: ${named}`]),
        ...stray,
      ];
    case 'any-pairs':
      return stray;
    case 'pair-if-announced': {
      const unheard = pairs.filter(({ name, id }) => !announced.includes(name) && !announced.includes(id));
      const lost =
        step?.outcome === 'success' && pairs.length === 0 ? ['main succeeded, and there is no pair'] : [];
      return [
        ...unheard.map(({ name }) => `the pair ${name} is left, and nobody was told`),
        ...lost,
        ...stray,
      ];
    }
    case 'pair-with-file-or-nothing': {
      const [pair] = pairs;
      if (pair === undefined && step?.outcome === 'success') return ['main succeeded, and there is no pair'];
      if (pair === undefined) return stray;
      return holdsKeyOf(stage, run, files, pair)
        ? []
        : [`the pair ${named} is left, and its private key is not (files: ${files.join(', ') || 'none'})`];
    }
  }
}

/** What main said of its pair, as outputs and in its log, also after the runner had let go of it. */
function announcedBy(step: StepRun | undefined): string {
  const file = step?.env['GITHUB_OUTPUT'];
  const isFile = file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  const outputs = isFile ? readFileSync(file, 'utf8') : '';
  const printed = (step?.raw ?? []).map(({ text }) => text).join('');
  const ids = printed.match(/^Created key-[0-9a-f]+/gm) ?? [];
  return [step?.outputs['key-name'] ?? '', outputs, ...ids].join('\n');
}

function holdsKeyOf(stage: Stage, run: JobRun, files: readonly string[], pair: StoredKeyPair): boolean {
  const key = stage.keys.find(({ publicBlob }) => pair.publicKey.includes(publicBlob.toString('base64')));
  if (key === undefined) return false;
  const pieces = new SecretPieces([key]);
  return files.some((file) => {
    const absolute = path.join(run.folders.workspace, file.replace(/^workspace\//, ''));
    return statSync(absolute).isFile() && pieces.countIn(readFileSync(absolute, 'utf8')) > 0;
  });
}

/** Files and folders that a job left but for bookkeeping and bystanders, by folder and path. */
function filesOf({ folders: { workspace, temp, home } }: JobRun): string[] {
  return Object.entries({ workspace, temp, home }).flatMap(([name, folder]) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file !== bystander.file && !(name === 'temp' && bookkeeping.test(file)))
      .map((file) => `${name}/${file}`),
  );
}

function bystandersTouched(stage: Stage, { folders: { workspace, temp } }: JobRun): string[] {
  const problems: string[] = [];
  if (!stage.aws.keyPairs('eu-west-1').some((pair) => pair === stage.bystander))
    problems.push("the bystander's pair was touched");
  for (const folder of [workspace, temp]) {
    const file = path.join(folder, bystander.file);
    if (readFileSync(file, 'utf8') !== bystander.text)
      problems.push(`the bystander's file ${file} was touched`);
  }
  return problems;
}

interface Leak {
  readonly where: string;
  readonly count: number;
}

/** Looks for private keys in all that a person, another step, or the next job could read. */
function leaksOf(stage: Stage, run: JobRun, bill: Bill): Leak[] {
  const pieces = new SecretPieces(stage.keys);
  const keeps = bill === 'pair-with-file-or-nothing';
  const texts: [string, string][] = [
    ['what the action printed', printedBesidesMasks(run)],
    ['the log', run.log],
    ['the summary', run.summary],
    ['annotations', JSON.stringify(run.annotations)],
    ['job outputs', JSON.stringify(run.outputs)],
    ...run.steps.flatMap((step): [string, string][] => [
      [`state after ${step.phase}`, JSON.stringify(step.state)],
      [`the environment of ${step.phase}`, JSON.stringify(withoutKey(step.env))],
      [`outputs other than private-key of ${step.phase}`, JSON.stringify(withoutKey(step.outputs))],
    ]),
    ...contentsOf(run, (file) => !(keeps && file.startsWith('workspace/'))),
  ];
  return texts
    .map(([where, text]) => ({ where, count: pieces.countIn(text) }))
    .filter(({ count }) => count > 0);
}

function withoutKey(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'private-key'));
}

/** What the action's own processes printed, without the commands that register masks. */
function printedBesidesMasks({ steps }: JobRun): string {
  return steps
    .filter(({ id, phase }) => id === 'key' || phase === 'post')
    .flatMap(({ raw }) => raw.map(({ text }) => text))
    .join('')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}

function contentsOf({ folders }: JobRun, isMeant: (file: string) => boolean): [string, string][] {
  return (['workspace', 'temp', 'home'] as const).flatMap((name) =>
    readdirSync(folders[name], { recursive: true, encoding: 'utf8' })
      .filter((file) => isMeant(`${name}/${file}`) && statSync(path.join(folders[name], file)).isFile())
      .map((file): [string, string] => [
        `${name}/${file} after post`,
        readFileSync(path.join(folders[name], file), 'utf8'),
      ]),
  );
}
