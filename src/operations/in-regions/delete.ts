import type { KeyPair } from '../../ec2/responses.ts';
import type { DeleteRequest } from '../../inputs/request.ts';
import { deletionOutputs, deletionSummary } from '../../results/deletion.ts';
import { type AtLeastOne, unlessShared } from '../../results/in-regions.ts';
import { jsonThatFits, namesOf } from '../../results/key-pair-list.ts';
import type { Outputs } from '../../results/outputs.ts';
import type { Report, Summary } from '../../results/report.ts';
import {
  type DeletePlan,
  type DeleteStep,
  type Deletion,
  deleteOperation,
  deletePlanned,
  joinedErrors,
} from '../delete.ts';
import type { Operation, Preview } from '../operation.ts';
import { failureIn, type InRegions, inEach, type Planned, planEach, withNamedLog } from './each.ts';
import type { ReportsRegions } from './report.ts';

type OneDeleteStep = DeleteStep & { readonly region: string };
type DeleteInRegionsStep = OneDeleteStep & InRegions<OneDeleteStep> & ReportsRegions;
type DeletePlans = AtLeastOne<Planned<OneDeleteStep, DeletePlan>>;

export const deleteInRegions = {
  /** Deletes nothing anywhere if something may not be deleted in one of the Regions. */
  async plan(request: DeleteRequest, step: DeleteInRegionsStep): Promise<DeletePlans> {
    return planEach(step.regions, (one) => deleteOperation.plan(request, withNamedLog(one)));
  },

  async preview(plans: DeletePlans): Promise<Preview> {
    const previews = await inEach(plans, async ({ region, plan, step }) => ({
      region,
      ...(await deleteOperation.preview(plan, step)),
    }));
    return {
      actions: previews.flatMap(({ region, actions }) =>
        actions.map((action) =>
          action.text.includes(region) ? action : { ...action, text: `${action.text} in ${region}` },
        ),
      ),
      warnings: unlessShared(previews.map(({ region, warnings }) => ({ region, sentences: warnings }))),
      outputs: outputsOfAll(
        plans,
        plans.flatMap(({ plan }) => plan.pairs),
        '',
      ),
    };
  },

  /** Deletes in every Region at once, even if that fails in another one. @throws KeyPairError about all that are left. */
  async execute(plans: DeletePlans, step: DeleteInRegionsStep): Promise<Report> {
    const deletions = await inEach(plans, async ({ region, plan, step: one }): Promise<Deletion> => {
      try {
        const { deleted, failures } = await deletePlanned(plan, withNamedLog(one));
        return { deleted, failures: failures.map((failure) => failureIn(region, failure)) };
      } catch (error) {
        return { deleted: [], failures: [failureIn(region, error)] };
      }
    });
    const deleted = deletions.flatMap((one) => one.deleted);
    const file = step.writeListFile(JSON.stringify(deleted.map(entryOf)));
    step.setOutputs(outputsOfAll(plans, deleted, file));
    const failures = deletions.flatMap((one) => one.failures);
    if (failures.length > 0) throw joinedErrors(failures);
    return { lines: [], warnings: [], summary: summaryOf(plans, deleted) };
  },
} satisfies Operation<DeleteRequest, DeletePlans, DeleteInRegionsStep>;

function outputsOfAll([first]: DeletePlans, deleted: readonly KeyPair[], file: string): Outputs {
  return {
    ...deletionOutputs({ region: first.region, deleted }),
    'key-pairs': jsonThatFits(deleted.map(entryOf)),
    'key-pairs-path': file,
  };
}

function entryOf({ keyName, keyPairId, keyType, fingerprint, region }: KeyPair): object {
  return { keyName, keyPairId, keyType: keyType ?? '', fingerprint, region };
}

function summaryOf(plans: DeletePlans, deleted: readonly KeyPair[]): Summary {
  const region = namesOf(plans.map((one) => one.region));
  const kept = plans.flatMap(({ plan }) => plan.kept);
  const summary = deletionSummary({ region, deleted }, kept);
  if (summary.columns === undefined) return summary;
  return {
    ...summary,
    columns: [...summary.columns, 'Region'],
    rows: summary.rows.map((row, index) => [...row, deleted[index]?.region ?? '']),
  };
}
