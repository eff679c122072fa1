import { importPublicHalf } from '../../ec2/import-generated.ts';
import type { CreatedKeyPair } from '../../ec2/responses.ts';
import type { CreateRequest } from '../../inputs/request.ts';
import { generatePrivateKey } from '../../keys/generate.ts';
import type { PrivateKey } from '../../keys/private-key.ts';
import type { Claims } from '../../ledger/claim.ts';
import type { AtLeastOne } from '../../results/in-regions.ts';
import { namesOf } from '../../results/key-pair-list.ts';
import type { Report } from '../../results/report.ts';
import {
  type CreatePlan,
  type CreateStep,
  create,
  nameTaken,
  planNewPair,
  resultOfCreated,
} from '../create.ts';
import { deliver } from '../deliver.ts';
import { retentionOf } from '../new-pair.ts';
import type { Operation, Preview, StepRecord } from '../operation.ts';
import { type InRegions, inEach, type Planned } from './each.ts';
import { previewEach } from './preview.ts';
import { type ReportsRegions, reportEach } from './report.ts';
import { sameName } from './same-name.ts';

export interface CreateInRegionsStep extends CreateStep, InRegions<CreateStep>, ReportsRegions {}

type PlannedCreation = Planned<CreateStep, CreatePlan>;
export type CreatePlans = AtLeastOne<PlannedCreation>;

type NewPairRequest = Omit<CreateRequest, 'operation'>;

/** One private key, generated on the runner and delivered once, whose public half every Region gets. */
export const createInRegions = {
  async plan(request: NewPairRequest, step: CreateInRegionsStep): Promise<CreatePlans> {
    try {
      return await planEverywhere(request, step);
    } catch (error) {
      throw (await nameTaken(error, request, step.regions[0])) ?? error;
    }
  },

  preview(plans: CreatePlans): Promise<Preview> {
    return previewEach(plans, create.preview);
  },

  /** If an import or a delivery fails, the key pairs are deleted everywhere. */
  async execute(plans: CreatePlans, step: CreateInRegionsStep): Promise<Report> {
    const { registerMasks, log, run } = step;
    const [{ plan }] = plans;
    const { keyName, keyType } = plan.pair;
    const where = namesOf(plans.map(({ region }) => region));
    log.info(`Generating ${keyType} key pair "${keyName}" for ${where}.`);
    return step.claims.undoOnFailure(async (claims) => {
      const { obtained, delivered } = await deliver(
        plan.destinations,
        { claims, registerMasks },
        async () => {
          const privateKey = await generatePrivateKey(keyType);
          const created = await importEverywhere(privateKey, plans, claims);
          return { ...created[0].pair, created };
        },
      );
      const results = await inEach(obtained.created, async (one) =>
        resultOfCreated(one.pair, one.plan, { delivered, creatingRunId: run.runId }),
      );
      return reportEach(results, step);
    });
  },
} satisfies Operation<NewPairRequest, CreatePlans, CreateInRegionsStep>;

/** The store is in the first Region, so that only the key pair there has its tag. @throws as `planNewPair`. */
export async function planEverywhere(
  request: NewPairRequest,
  { regions: [first, ...others] }: CreateInRegionsStep,
): Promise<CreatePlans> {
  const name = sameName(request.name, first);
  const plan = await planNewPair({ ...request, name }, first);
  const planOther = async (step: CreateStep): Promise<PlannedCreation> => {
    const { identity, pair } = await planNewPair({ ...request, name, destinations: [] }, step);
    return { region: step.region, step, plan: { ...plan, identity, pair } };
  };
  return [{ region: first.region, step: first, plan }, ...(await Promise.all(others.map(planOther)))];
}

interface Created extends PlannedCreation {
  readonly pair: CreatedKeyPair;
}

/** The first Region decides who has the name: of several steps that race, one goes on to the others, all at once. */
async function importEverywhere(
  privateKey: PrivateKey,
  [first, ...others]: CreatePlans,
  claims: Claims<StepRecord>,
): Promise<AtLeastOne<Created>> {
  const importTo = async (one: PlannedCreation): Promise<Created> => {
    const { record, lifetime } = one.plan.identity;
    const claim = claims.intend(record, retentionOf(lifetime));
    const pair = await importPublicHalf(privateKey, one.plan.pair, one.step.keyPairs, { record, claim });
    return { ...one, pair };
  };
  const [created] = await inEach([first], importTo);
  const [other, ...more] = others;
  return [created, ...(other === undefined ? [] : await inEach([other, ...more], importTo))];
}
