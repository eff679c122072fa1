// TS2741: every kind of destination that can be asked for has a row
import { destinationKinds } from '../../src/destinations/kinds.ts';
import type { DestinationRequests } from '../../src/inputs/request.ts';

const { agent: _, ...rows } = destinationKinds;

export const kinds = rows satisfies Record<keyof DestinationRequests, object>;
