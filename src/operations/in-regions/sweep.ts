import { KeyPairError } from '../../errors.ts';
import type { SweepRequest } from '../../inputs/request.ts';
import { type AtLeastOne, unlessShared, withRegion } from '../../results/in-regions.ts';
import type { Report } from '../../results/report.ts';
import {
  type SweptKeyPair,
  sweepJson,
  sweepLines,
  sweepOutputs,
  sweepSummary,
  sweepWarnings,
} from '../../results/sweep-result.ts';
import { joinedErrors } from '../delete.ts';
import type { Operation, Preview } from '../operation.ts';
import { foreseen, type SweepPlan, type SweepStep, sweep, sweepPlanned } from '../sweep.ts';
import { failureIn, type InRegions, type Planned, withNamedLog } from './each.ts';

type OneSweepStep = SweepStep & { readonly region: string };
type SweepInRegionsStep = OneSweepStep & InRegions<OneSweepStep>;
type PlannedSweep = Planned<OneSweepStep, SweepPlan>;
type SweepPlans = AtLeastOne<PlannedSweep>;

/** One Region after the other, each at its own pace. */
export const sweepInRegions = {
  /** Deletes nothing anywhere if it cannot look into one of the Regions. Asks GitHub for each run once. */
  async plan(request: SweepRequest, step: SweepInRegionsStep): Promise<SweepPlans> {
    const { statusOf } = await step.openSweep(request.githubToken);
    const planIn = async (one: OneSweepStep): Promise<PlannedSweep> => {
      const { region } = one;
      try {
        const tools = { ...(await one.openSweep(request.githubToken)), statusOf };
        // By then, the time of the step may be up.
        const { keyPairs } = await tools.nextTurn(0);
        const named = { ...withNamedLog(one), keyPairs, openSweep: async () => tools };
        return { region, step: named, plan: await sweep.plan(request, named) };
      } catch (error) {
        if (error instanceof KeyPairError && error.code === 'GITHUB_REFUSED') throw error;
        throw failureIn(region, error);
      }
    };
    const [first, ...others] = step.regions;
    const plans: [PlannedSweep, ...PlannedSweep[]] = [await planIn(first)];
    for (const one of others) plans.push(await planIn(one));
    return plans;
  },

  async preview(plans: SweepPlans): Promise<Preview> {
    const previews = [];
    for (const { region, step, plan } of plans) {
      previews.push({ region, ...(await sweep.preview(plan, step)) });
    }
    const swept = plans.flatMap(({ step, plan }) => foreseen(plan.pairs, step));
    return {
      actions: previews.flatMap(({ region, actions }) =>
        actions.map((action) =>
          action.text.includes(region) ? action : { ...action, text: `${action.text} in ${region}` },
        ),
      ),
      remarks: previews.flatMap(({ region, remarks = [] }) =>
        remarks.map((remark) => withRegion(region, remark)),
      ),
      warnings: unlessShared(previews.map(({ region, warnings }) => ({ region, sentences: warnings }))),
      outputs: sweepOutputs(swept, plans[0].region, ''),
    };
  },

  /** Goes on in the next Region if one fails. The report has what failed in all of them. */
  async execute(plans: SweepPlans, step: SweepInRegionsStep): Promise<Report> {
    const all: SweptKeyPair[] = [];
    const lines: string[] = [];
    const failures: KeyPairError[] = [];
    for (const { region, step: one, plan } of plans) {
      try {
        const { swept, failure } = await sweepPlanned(plan, one);
        all.push(...swept);
        lines.push(...sweepLines(swept).map((line) => withRegion(region, line)));
        if (failure !== undefined) failures.push(failureIn(region, failure));
      } catch (error) {
        failures.push(failureIn(region, error));
      }
    }
    const file = step.writeListFile(sweepJson(all));
    step.setOutputs(sweepOutputs(all, plans[0].region, file));
    const inUse = plans.map(({ region, plan }) => ({ region, sentences: plan.warnings }));
    return {
      lines,
      warnings: [...unlessShared(inUse), ...sweepWarnings(all)],
      summary: sweepSummary(
        all,
        plans.map(({ region }) => region),
        file,
      ),
      failure: failures.length > 1 ? joinedErrors(failures) : failures[0],
    };
  },
} satisfies Operation<SweepRequest, SweepPlans, SweepInRegionsStep>;
