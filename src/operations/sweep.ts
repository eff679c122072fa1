import { readJournal } from '../ec2/journal.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { ReferencesFound } from '../ec2/references.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { KeyPairError } from '../errors.ts';
import type { RunReference, RunStatus } from '../github/run-status.ts';
import type { SweepRequest } from '../inputs/request.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import { managedBy, tagKeys, type WorkflowRun } from '../ownership.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import {
  foundLine,
  type SweptKeyPair,
  sweepJson,
  sweepLines,
  sweepOutputs,
  sweepSummary,
  sweepWarnings,
} from '../results/sweep-result.ts';
import { byName, listed } from './describe.ts';
import { keepReferenced } from './keep-referenced.ts';
import type { Log, Operation, PlannedAction, Preview } from './operation.ts';
import { type DecidedPair, type Decision, decide, decisiveRun, isSelected } from './sweep-decision.ts';
import { failureOf, type SweepTurn, type Swept, sweepInTurn, type TimeOfTurn } from './sweep-in-turn.ts';

/** What a sweep uses besides a step. Only its requests have a time limit, not the sweep as a whole. */
export interface SweepTools {
  /** EC2's time. @throws KeyPairError `NO_ANSWER` before EC2 has answered. */
  now(): Date;
  /** @throws KeyPairError `GITHUB_REFUSED`. */
  statusOf(run: RunReference): Promise<RunStatus>;
  findReferences(keyNames: readonly string[]): Promise<ReadonlyMap<string, ReferencesFound>>;
  /** Waits until so many more changes may be sent to EC2. */
  nextTurn(changes: number, time?: TimeOfTurn): Promise<SweepTurn>;
  /** Returns a function that prints a line, if the last one was printed some time ago. */
  openProgress(): (line: () => string) => void;
}

export interface SweepStep {
  readonly run: WorkflowRun;
  readonly keyPairs: KeyPairs;
  readonly log: Log;
  readonly registerMasks: RegisterMasks;
  openSweep(githubToken: string | undefined): Promise<SweepTools>;
  writeListFile(json: string): string;
  setOutputs(outputs: Outputs): void;
}

export interface SweepPlan {
  readonly pairs: readonly DecidedPair[];
  /** Decides again about a key pair, as it is by then. */
  readonly decideNow: (pair: KeyPair) => Decision;
  readonly warnings: readonly string[];
  /** With `if-in-use: fail`: key pairs that are kept because of it, as sentences. */
  readonly inUse: readonly string[];
  readonly tools: SweepTools;
}

/** Key pairs that a dry run lists one by one. */
const maxListed = 500;

export const sweep = {
  /** Finds the key pairs, and decides about each. @throws KeyPairError `GITHUB_REFUSED`. */
  async plan(request: SweepRequest, step: SweepStep): Promise<SweepPlan> {
    const { keyPairs, log } = step;
    const tools = await step.openSweep(request.githubToken);
    // Without the tags that were asked for: the journal of a key pair may lack them.
    const all = await keyPairs.list([managedBy], 'left-out');
    const rotated = new Set(all.flatMap((pair) => readJournal(pair)?.keyName ?? []));
    const found = all.filter((pair) => isSelected(pair, request)).sort(byName);
    const statuses = await lookUpRuns(found, tools, log);
    const decideNow = (pair: KeyPair): Decision => {
      const run = decisiveRun(pair);
      const status = run === undefined ? undefined : statuses.get(nameOf(run));
      return isSelected(pair, request)
        ? decide(pair, { now: tools.now(), olderThan: request.olderThan, status, rotated })
        : { fate: 'kept', why: 'its tags have changed' };
    };
    const decided = found.map((pair) => ({ pair, decision: decideNow(pair) }));
    const { pairs, warnings, inUse } = await keepReferenced(decided, request.ifInUse, tools);
    const planned = {
      deletions: pairsTo('deleted', pairs).length,
      rotations: pairsTo('ended', pairs).length,
    };
    log.info(foundLine(found.length, planned, keyPairs.region));
    return { pairs, decideNow, warnings, inUse, tools };
  },

  async preview({ pairs, warnings, tools }: SweepPlan, step: SweepStep): Promise<Preview> {
    const { region } = step.keyPairs;
    const swept = foreseen(pairs, step);
    return {
      actions: plannedActions(pairs, tools),
      remarks: sweepLines(swept.filter(({ outcome }) => outcome === 'kept')),
      warnings: [...warnings, ...sweepWarnings(swept)],
      outputs: sweepOutputs(swept, region, ''),
    };
  },

  /** Deletes key pairs and ends rotations at EC2's pace, each of them even if another one fails. The report has what failed. */
  async execute(plan: SweepPlan, step: SweepStep): Promise<Report> {
    const { region } = step.keyPairs;
    const { swept, failure } = await sweepPlanned(plan, step);
    const file = step.writeListFile(sweepJson(swept));
    step.setOutputs(sweepOutputs(swept, region, file));
    return {
      lines: sweepLines(swept),
      warnings: [...plan.warnings, ...sweepWarnings(swept)],
      summary: sweepSummary(swept, [region], file),
      failure,
    };
  },
} satisfies Operation<SweepRequest, SweepPlan, SweepStep>;

/** What the execution of a plan is expected to do. */
export function foreseen(pairs: readonly DecidedPair[], { run }: Pick<SweepStep, 'run'>): SweptKeyPair[] {
  return pairs.map(({ pair, decision }) => sweptOf({ pair, outcome: decision.fate, why: decision.why }, run));
}

/** Does what was planned. */
export async function sweepPlanned(
  { pairs, decideNow, inUse, tools }: SweepPlan,
  { log, run, registerMasks }: SweepStep,
): Promise<{ readonly swept: readonly SweptKeyPair[]; readonly failure: KeyPairError | undefined }> {
  const done = await sweepInTurn(pairs, decideNow, { ...tools, log, run, registerMasks });
  return { swept: done.map((one) => sweptOf(one, run)), failure: failureOf(done, inUse) };
}

/** The status of every run that decides about a key pair, by name. Asks for each run once. */
async function lookUpRuns(
  pairs: readonly KeyPair[],
  { statusOf, openProgress }: SweepTools,
  log: Log,
): Promise<ReadonlyMap<string, RunStatus>> {
  const runs = new Map(
    pairs.flatMap((pair) => {
      const run = decisiveRun(pair);
      return run === undefined ? [] : [[nameOf(run), run] as const];
    }),
  );
  if (runs.size > 0) log.info(`Looking up ${runs.size} workflow ${runs.size === 1 ? 'run' : 'runs'}.`);
  const progress = openProgress();
  const statuses = new Map<string, RunStatus>();
  for (const [name, run] of runs) {
    statuses.set(name, await statusOf(run));
    progress(() => `Looked up ${statuses.size} of ${runs.size} workflow runs.`);
  }
  return statuses;
}

function nameOf({ repository, runId }: RunReference): string {
  return `${repository}/${runId}`;
}

function pairsTo(fate: Decision['fate'], pairs: readonly DecidedPair[]): KeyPair[] {
  return pairs.filter(({ decision }) => decision.fate === fate).map(({ pair }) => pair);
}

function plannedActions(decided: readonly DecidedPair[], tools: SweepTools): PlannedAction[] {
  const actions = [
    ...pairsTo('ended', decided).map(plannedEnd),
    ...plannedDeletions(pairsTo('deleted', decided), tools),
  ];
  return actions.length > 0 ? actions : [{ text: 'delete nothing' }];
}

function plannedEnd(journal: KeyPair): PlannedAction {
  const { keyName = '' } = readJournal(journal) ?? {};
  return {
    text: `end the unfinished rotation of key pair "${keyName}" in ${journal.region}, and delete its journal (${journal.keyPairId})`,
  };
}

/** Checks the permission for one key pair of each repository: policies go by that tag, and a check counts as a change. */
function plannedDeletions(pairs: readonly KeyPair[], { nextTurn }: SweepTools): PlannedAction[] {
  const checked = new Set<string>();
  const actions = pairs.slice(0, maxListed).map((pair): PlannedAction => {
    const text = `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}`;
    const repository = pair.tags.get(tagKeys.repository) ?? '';
    if (checked.has(repository)) return { text };
    checked.add(repository);
    const checkPermission = async (): Promise<void> =>
      (await nextTurn(1)).keyPairs.checkPermission({ call: 'DeleteKeyPair', pair });
    return { text, checkPermission };
  });
  const more = pairs.length - maxListed;
  return more > 0 ? [...actions, { text: `delete ${more} more key pairs` }] : actions;
}

function sweptOf({ pair, outcome, why }: Swept, run: WorkflowRun): SweptKeyPair {
  const { keyName, keyPairId, region } = pair;
  return {
    keyName,
    keyPairId,
    region,
    outcome,
    why,
    json: JSON.stringify({ ...listed(pair, run), outcome, why }),
  };
}
