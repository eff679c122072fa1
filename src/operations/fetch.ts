import type { FetchRequest, PairChoice } from '../contract/request.ts';
import type { KeyPair } from '../ec2/key-pair-answers.ts';
import {
  type ExistingPair,
  type ExistingPairLook,
  pairNotFound,
  useExisting,
  verifyExisting,
} from './existing-pair.ts';
import type { Intention } from './intention.ts';

export interface FetchLook extends ExistingPairLook {
  /** The pair, as soon as a look shows it. */
  findPatiently(choice: PairChoice): Promise<KeyPair | undefined>;
}

/** Finds the pair and the private key that goes with it. @throws KeyPairError `PAIR_NOT_FOUND`, and those of `verifyExisting`. */
export async function plan(request: FetchRequest, look: FetchLook): Promise<ExistingPair> {
  const pair = await look.findPatiently(request.pair);
  if (pair === undefined) throw pairNotFound(request.pair, look.region);
  return verifyExisting(pair, { path: request.privateKeyPath, output: request.output }, look);
}

/** What `carryOut` would do. */
export function intentions({ pair, region, output }: ExistingPair): Intention[] {
  return [
    { text: `use the key pair "${pair.keyName}" (${pair.keyPairId}) in ${region}` },
    ...(output ? [{ text: 'set the output private-key' }] : []),
  ];
}

/** Delivers what was found. */
export const carryOut = useExisting;
