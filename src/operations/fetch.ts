import type { FetchRequest, PairChoice } from '../inputs/request.ts';
import type { KeyPair } from '../ec2/responses.ts';
import {
  type ExistingPair,
  type ExistingPairReads,
  pairNotFound,
  useExisting,
  verifyExisting,
} from './existing-pair.ts';
import type { PlannedAction } from './preview.ts';

export interface FetchReads extends ExistingPairReads {
  /** The pair, as soon as a look shows it. */
  findEventually(choice: PairChoice): Promise<KeyPair | undefined>;
}

/** Finds the pair and the private key that goes with it. @throws KeyPairError `PAIR_NOT_FOUND`, and those of `verifyExisting`. */
export async function plan(request: FetchRequest, look: FetchReads): Promise<ExistingPair> {
  const pair = await look.findEventually(request.pair);
  if (pair === undefined) throw pairNotFound(request.pair, look.region);
  return verifyExisting(pair, { path: request.privateKeyPath, output: request.output }, look);
}

/** What `carryOut` would do. */
export function preview({ pair, region, output }: ExistingPair): PlannedAction[] {
  return [
    { text: `use the key pair "${pair.keyName}" (${pair.keyPairId}) in ${region}` },
    ...(output ? [{ text: 'set the output private-key' }] : []),
  ];
}

/** Delivers what was found. */
export const execute = useExisting;
