// TS2739: only a key whose masks are registered can be delivered
import type { Reservation } from '../../src/destinations/destination.ts';
import type { PrivateKey } from '../../src/keys/private-key.ts';

export const deliver = (reservation: Reservation, key: PrivateKey) => reservation.deliver(key, 'key-0a');
