import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { FetchRequest } from '../inputs/request.ts';
import {
  type ExistingPair,
  type ExistingPairStep,
  executeExisting,
  pairNotFound,
  planExisting,
  previewExisting,
} from './existing-pair.ts';
import type { Operation } from './operation.ts';

interface FetchStep extends ExistingPairStep {
  readonly keyPairs: KeyPairs;
}

export const fetch = {
  /** @throws KeyPairError `PAIR_NOT_FOUND`, and the codes of `planExisting`. */
  async plan(request: FetchRequest, step: FetchStep): Promise<ExistingPair> {
    const pair = await step.keyPairs.findEventually(request.pair);
    if (pair === undefined) throw pairNotFound(request.pair, step.keyPairs.region, step.run);
    return planExisting(pair, request, step);
  },
  preview: (existing: ExistingPair, step: FetchStep) => previewExisting(existing, step),
  execute: (existing: ExistingPair, step: FetchStep) => executeExisting(existing, step),
} satisfies Operation<FetchRequest, ExistingPair, FetchStep>;
