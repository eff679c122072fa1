import { KeyPairError } from '../../errors.ts';
import type { DescribeRequest } from '../../inputs/request.ts';
import {
  type ListedKeyPair,
  listJson,
  listLines,
  listOutputs,
  listSummary,
  listWarnings,
} from '../../results/key-pair-list.ts';
import type { Report } from '../../results/report.ts';
import { joinedErrors } from '../delete.ts';
import { byName, type DescribeStep, describe } from '../describe.ts';
import type { Operation, Preview } from '../operation.ts';
import { type InRegions, inEach } from './each.ts';

type DescribeInRegionsStep = DescribeStep & InRegions<DescribeStep & { readonly region: string }>;

/** The key pairs of all Regions, and in which Regions the one that was named does not exist. */
interface DescribePlan {
  readonly pairs: readonly ListedKeyPair[];
  readonly notFound: readonly KeyPairError[];
  readonly regions: readonly [string, ...string[]];
}

export const describeInRegions = {
  /** @throws KeyPairError `PAIR_NOT_FOUND` for a key pair that was named, and exists in none of the Regions. */
  async plan(request: DescribeRequest, step: DescribeInRegionsStep): Promise<DescribePlan> {
    const found = await inEach(step.regions, (one) =>
      describe.plan(request, one).catch((error: unknown) => {
        if (error instanceof KeyPairError && error.code === 'PAIR_NOT_FOUND') return error;
        throw error;
      }),
    );
    const notFound = found.flatMap((one) => (one instanceof KeyPairError ? [one] : []));
    if (notFound.length === found.length) throw joinedErrors(notFound);
    // In the order of the Regions, where several have a key pair with the same name.
    const pairs = found.flatMap((one) => (one instanceof KeyPairError ? [] : one)).sort(byName);
    const [first, ...others] = step.regions;
    return { pairs, notFound, regions: [first.region, ...others.map(({ region }) => region)] };
  },

  async preview({ pairs, notFound, regions }: DescribePlan, step: DescribeInRegionsStep): Promise<Preview> {
    const previews = await inEach(step.regions, (one) =>
      describe.preview(
        pairs.filter(({ region }) => region === one.region),
        one,
      ),
    );
    return {
      actions: previews.flatMap(({ actions }) => actions),
      remarks: notFound.map(({ message }) => message),
      warnings: listWarnings(pairs),
      outputs: listOutputs(pairs, regions[0], ''),
    };
  },

  async execute({ pairs, notFound, regions }: DescribePlan, step: DescribeInRegionsStep): Promise<Report> {
    const file = step.writeListFile(listJson(pairs));
    step.setOutputs(listOutputs(pairs, regions[0], file));
    const missing = notFound.map(({ message }) => message);
    const summary = listSummary(pairs, regions, file);
    return {
      lines: [...listLines(pairs, regions, file), ...missing],
      warnings: listWarnings(pairs),
      summary: missing.length === 0 ? summary : { ...summary, notes: [...(summary.notes ?? []), ...missing] },
    };
  },
} satisfies Operation<DescribeRequest, DescribePlan, DescribeInRegionsStep>;
