import { KeyPairError, unexpectedError } from '../../errors.ts';
import { type AtLeastOne, withRegion } from '../../results/in-regions.ts';
import { joinedErrors } from '../delete.ts';
import type { Log } from '../operation.ts';

/** A step in each Region, in the order in which they were set. */
export interface InRegions<One> {
  readonly regions: AtLeastOne<One>;
}

/** What is planned in one Region, with the step there. */
export interface Planned<One, Plan> {
  readonly region: string;
  readonly step: One;
  readonly plan: Plan;
}

/** Plans in every Region at once. @throws as `inEach`. */
export function planEach<One extends { readonly region: string }, Plan>(
  steps: AtLeastOne<One>,
  plan: (step: One) => Promise<Plan>,
): Promise<AtLeastOne<Planned<One, Plan>>> {
  return inEach(steps, async (step) => ({ region: step.region, step, plan: await plan(step) }));
}

/**
 * Does something in every Region at once, and waits for all of them: what fails in one must not leave another one halfway.
 *
 * @returns The results, in the order of the Regions.
 * @throws KeyPairError about all Regions in which it failed, each by its name; with the code of the first.
 */
export async function inEach<One extends { readonly region: string }, Result>(
  regions: AtLeastOne<One>,
  work: (one: One) => Promise<Result>,
): Promise<AtLeastOne<Result>> {
  const [first, ...others] = regions;
  const start = async (one: One) => work(one);
  const ofFirst = start(first);
  const ofOthers = others.map(start);
  const settled = await Promise.allSettled([ofFirst, ...ofOthers]);
  const failures = settled.flatMap((outcome, index) =>
    outcome.status === 'rejected' ? [failureIn(regions[index]?.region ?? '', outcome.reason)] : [],
  );
  const [failure, ...more] = failures;
  if (failure !== undefined) throw more.length === 0 ? failure : joinedErrors(failures);
  return [await ofFirst, ...(await Promise.all(ofOthers))];
}

/** An error that names its Region. */
export function failureIn(region: string, error: unknown): KeyPairError {
  const failure = error instanceof KeyPairError ? error : unexpectedError(error);
  const { code, message, hint, details } = failure;
  if (message.includes(region)) return failure;
  return new KeyPairError(code, withRegion(region, message), { hint, details, cause: failure });
}

/** A step whose log names its Region. */
export function withNamedLog<One extends { readonly region: string; readonly log: Log }>(step: One): One {
  const { region, log } = step;
  const named: Log = {
    info: (text) => log.info(withRegion(region, text)),
    notice: (text) => log.notice(withRegion(region, text)),
    warning: (text) => log.warning(withRegion(region, text)),
  };
  return { ...step, log: named };
}
