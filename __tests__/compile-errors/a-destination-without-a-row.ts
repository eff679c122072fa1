// TS2741: every kind of destination that can be asked for has a row
import { destinationKinds } from '../../src/destinations/kinds.ts';
import type { DestinationRequests } from '../../src/inputs/request.ts';

export const kinds = { file: destinationKinds.file, output: destinationKinds.output } satisfies Record<
  keyof DestinationRequests,
  object
>;
