import type { DeliveredPair, Destination, Reservation } from '../destinations/destination.ts';
import type { DestinationRecord } from '../destinations/kinds.ts';
import type { DestinationRequest } from '../inputs/request.ts';
import { MaskedPrivateKey, type PrivateKey, type RegisterMasks } from '../keys/private-key.ts';
import type { Claims } from '../ledger/claim.ts';
import type { Delivered } from '../results/key-pair-result.ts';

export interface OpensDestinations {
  openDestination(request: DestinationRequest, pair: DeliveredPair): Promise<Destination<DestinationRecord>>;
}

/** Opens, and so checks, every destination before anything is created. */
export async function openAll(
  requests: readonly DestinationRequest[],
  pair: DeliveredPair,
  { openDestination }: OpensDestinations,
): Promise<Destination<DestinationRecord>[]> {
  const destinations: Destination<DestinationRecord>[] = [];
  for (const request of requests) destinations.push(await openDestination(request, pair));
  return destinations;
}

/**
 * Delivers a private key: reserves every destination, obtains the key, masks it, and only then hands it over.
 *
 * @param obtain - Creates or returns the key, once every destination is ready for it.
 */
export async function deliver<
  Obtained extends { readonly privateKey: PrivateKey; readonly keyPairId: string },
>(
  destinations: readonly Destination<DestinationRecord>[],
  {
    claims,
    registerMasks,
  }: { readonly claims: Claims<DestinationRecord>; readonly registerMasks: RegisterMasks },
  obtain: () => Promise<Obtained>,
): Promise<{ readonly obtained: Obtained; readonly delivered: readonly Delivered[] }> {
  const reservations: Reservation[] = [];
  try {
    for (const destination of destinations) reservations.push(await destination.reserve(claims));
    const obtained = await obtain();
    const key = await MaskedPrivateKey.mask(obtained.privateKey, registerMasks);
    const delivered: Delivered[] = [];
    for (const reservation of reservations)
      delivered.push(await reservation.deliver(key, obtained.keyPairId));
    return { obtained, delivered };
  } finally {
    await Promise.allSettled(reservations.map((reservation) => reservation.close()));
  }
}
