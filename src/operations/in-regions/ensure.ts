import { findJournal } from '../../ec2/journal.ts';
import { NameTakenError } from '../../ec2/name-taken.ts';
import type { KeyPair } from '../../ec2/responses.ts';
import { KeyPairError } from '../../errors.ts';
import type { EnsureRequest } from '../../inputs/request.ts';
import { isManaged } from '../../ownership.ts';
import type { AtLeastOne } from '../../results/in-regions.ts';
import { type KeyPairResult, outputsOf } from '../../results/key-pair-result.ts';
import type { Report } from '../../results/report.ts';
import {
  changeOf,
  deletedByOthers,
  type EnsureStep,
  ensure,
  type FittingPair,
  planFitting,
  setLackingTags,
} from '../ensure.ts';
import { deliverExisting, outputsWithStore } from '../existing-pair.ts';
import { type ImportPlan, type ImportStep, importOperation, importPlanned } from '../import.ts';
import type { Operation, Preview } from '../operation.ts';
import { rotatedElsewhere } from '../rotation-errors.ts';
import { type CreatePlans, createInRegions, planEverywhere } from './create.ts';
import { type InRegions, inEach, type Planned, withNamedLog } from './each.ts';
import { importPlanFor, requireSameKey } from './one-key.ts';
import { previewEach } from './preview.ts';
import { type ReportsRegions, reportEach } from './report.ts';

type OneEnsureStep = EnsureStep & ImportStep;
type EnsureInRegionsStep = OneEnsureStep & InRegions<OneEnsureStep> & ReportsRegions;

/** Where the key pair exists, it is used; where it does not, its public key is imported. */
type PlanInRegion = { readonly existing: FittingPair } | { readonly missing: ImportPlan };
type PresentPlans = AtLeastOne<Planned<OneEnsureStep, PlanInRegion>>;

/** The key pair exists in at least one Region, or will be created in all. */
type Decision = { readonly present: PresentPlans; readonly home: string } | { readonly absent: CreatePlans };

interface EnsurePlan {
  /** Kept to decide again if another job creates or deletes the key pair first. */
  readonly request: EnsureRequest;
  readonly decision: Decision;
}

export const ensureInRegions = {
  /** Looks the key pair up in every Region. @throws KeyPairError `KEY_DIFFERS` if two of them have different keys. */
  async plan(request: EnsureRequest, step: EnsureInRegionsStep): Promise<EnsurePlan> {
    return { request, decision: await decide(request, step) };
  },

  async preview({ request, decision }: EnsurePlan): Promise<Preview> {
    if ('absent' in decision) return createInRegions.preview(decision.absent);
    return previewEach(decision.present, (plan, step) =>
      'missing' in plan
        ? importOperation.preview(plan.missing, step)
        : ensure.preview({ request, decision: { existing: plan.existing } }, step),
    );
  },

  /** Uses the key pair, or creates it. If another job creates or deletes it first, decides again, until the step's time is up. */
  async execute({ request, decision: first }: EnsurePlan, step: EnsureInRegionsStep): Promise<Report> {
    const next = step.keyPairs.tries();
    let decision = first;
    for (;;) {
      const done =
        'absent' in decision
          ? await createAbsent(decision.absent, step)
          : await usePresent(decision.present, decision.home, step);
      if ('report' in done) return done.report;
      if ('deleted' in done && !(await next('all'))) throw deletedByOthers(done.deleted);
      decision = await decide(request, step, 'holder' in done ? done.holder : undefined);
    }
  },
} satisfies Operation<EnsureRequest, EnsurePlan, EnsureInRegionsStep>;

/** @param known - The key pair in the first Region, if it is known: a lookup may still show the past. */
async function decide(request: EnsureRequest, step: EnsureInRegionsStep, known?: KeyPair): Promise<Decision> {
  const { keyName } = request;
  const seen = await inEach(step.regions, async (one): Promise<Seen> => {
    const pair = await one.keyPairs.find({ keyName });
    return { region: one.region, step: one, pair: one.region === known?.region ? (pair ?? known) : pair };
  });
  await inEach(seen, async ({ pair, step: one }) => {
    const journal = pair === undefined ? await findJournal(keyName, one.keyPairs) : undefined;
    if (journal !== undefined) throw rotatedElsewhere(journal);
  });
  if (seen.every(({ pair }) => pair === undefined)) return createUnlessTaken(request, step);
  const [first, ...others] = seen;
  // It is created there before it is created elsewhere, and only the key pair there has the tag of the store.
  const pairOfFirst = first.pair ?? (await first.step.keyPairs.findEventually({ keyName }));
  const found: AtLeastOne<Seen> = [{ ...first, pair: pairOfFirst }, ...others];
  const home = found.find(({ pair }) => pair !== undefined) ?? found[0];
  const original = await originalOf(home, found, keyName);
  const present = await inEach(found, async (one) => {
    if (one.pair === undefined) {
      return { ...one, plan: { missing: importPlanFor(original, request, one.step) } };
    }
    requireSameKey(one.pair, original);
    // The private key is delivered once.
    const places = one === home ? request : { ...request, sources: [], destinations: [] };
    return { ...one, plan: { existing: await planFitting(one.pair, places, one.step) } };
  });
  return { present, home: home.region };
}

/** Which key pair a Region has, as far as EC2 shows. */
interface Seen {
  readonly region: string;
  readonly step: OneEnsureStep;
  readonly pair: KeyPair | undefined;
}

/** The key pair whose key the other Regions get. EC2 may show a new one without its tags for a moment. */
async function originalOf({ pair, step }: Seen, all: readonly Seen[], keyName: string): Promise<KeyPair> {
  if (pair === undefined) throw new TypeError('no Region has the key pair');
  if (isManaged(pair.tags, step.run) || all.every((one) => one.pair !== undefined)) return pair;
  const again = await step.keyPairs.look(async (isLast) => {
    const now = await step.keyPairs.find({ keyName });
    return now !== undefined && (isManaged(now.tags, step.run) || isLast) ? now : undefined;
  });
  return again ?? pair;
}

/** If the store has a copy already, another job may have created the key pair since the last look. */
async function createUnlessTaken(request: EnsureRequest, step: EnsureInRegionsStep): Promise<Decision> {
  const { keyName, keyType = 'rsa', ...rest } = request;
  try {
    return { absent: await planEverywhere({ ...rest, keyType, name: { exact: keyName } }, step) };
  } catch (error) {
    if (!(error instanceof KeyPairError) || error.code !== 'STORE_TAKEN') throw error;
    const pair = await step.keyPairs.findEventually({ keyName });
    if (pair === undefined) throw error;
    return decide(request, step, pair);
  }
}

/** What was done, or what another job did first. */
type Attempted = { readonly report: Report } | { readonly holder: KeyPair } | { readonly deleted: KeyPair };

async function createAbsent(plans: CreatePlans, step: EnsureInRegionsStep): Promise<Attempted> {
  try {
    return { report: await createInRegions.execute(plans, step) };
  } catch (error) {
    // Only if nothing was created yet: the first Region decides who creates the key pair.
    if (!(error instanceof NameTakenError) || error.holder.region !== step.region) throw error;
    step.log.info(`Another process created key pair "${error.holder.keyName}" first. Checking again.`);
    return { holder: error.holder };
  }
}

async function usePresent(plans: PresentPlans, home: string, step: EnsureInRegionsStep): Promise<Attempted> {
  const deleted: KeyPair[] = [];
  const ready = await inEach(plans, async (one) => {
    if ('missing' in one.plan) return { ...one, tagged: undefined };
    const tagged = await setLackingTags(one.plan.existing, withNamedLog(one.step));
    if (tagged === undefined) deleted.push(one.plan.existing.pair);
    return { ...one, tagged };
  });
  const [gone] = deleted;
  if (gone !== undefined) return { deleted: gone };
  return step.claims.undoOnFailure(async (claims) => {
    const results = await inEach(ready, ({ plan, tagged, step: one }) =>
      'missing' in plan
        ? importPlanned(plan.missing, one, claims)
        : deliverExisting(tagged ?? plan.existing, one, { change: changeOf(plan.existing), claims }),
    );
    return { report: reportPresent(results, { plans, home }, step) };
  });
}

/** The private key of the one Region where it was found is that of all. */
function reportPresent(
  results: AtLeastOne<KeyPairResult>,
  { plans, home }: { readonly plans: PresentPlans; readonly home: string },
  step: ReportsRegions,
): Report {
  const delivered = results.find(({ region }) => region === home)?.delivered;
  const [first, ...others] = results.map((result) => ({ ...result, delivered }));
  if (first === undefined) throw new TypeError('no Region');
  const [original] = plans.flatMap(({ region, plan }) =>
    region === home && 'existing' in plan ? [plan.existing.pair] : [],
  );
  const outputs = [first, ...others].map((result) =>
    original === undefined ? outputsOf(result) : outputsWithStore(result, original),
  );
  return reportEach([first, ...others], step, outputs);
}
