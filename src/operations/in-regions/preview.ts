import { type AtLeastOne, outputsOfAll, unlessShared } from '../../results/in-regions.ts';
import type { PlannedAction, Preview } from '../operation.ts';
import { inEach, type Planned } from './each.ts';

/** Previews the plans of all Regions, as one. */
export async function previewEach<One, Plan>(
  plans: AtLeastOne<Planned<One, Plan>>,
  preview: (plan: Plan, step: One) => Promise<Preview>,
): Promise<Preview> {
  const previews = await inEach(plans, async ({ region, plan, step }) => ({
    region,
    ...(await preview(plan, step)),
  }));
  const actions = previews.flatMap((one) => one.actions);
  return {
    actions: [...new Map(actions.map((action): [string, PlannedAction] => [action.text, action])).values()],
    remarks: unlessShared(previews.map(({ region, remarks = [] }) => ({ region, sentences: remarks }))),
    warnings: unlessShared(previews.map(({ region, warnings }) => ({ region, sentences: warnings }))),
    outputs: outputsOfAll(
      previews.map(({ outputs }) => outputs),
      '',
    ),
  };
}
