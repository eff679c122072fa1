import type { Suite } from './plan.ts';
import { delivery } from './suites/delivery.ts';
import { faults } from './suites/faults.ts';
import { killedAtCalls } from './suites/killed-at-calls.ts';
import { killedAtRequests } from './suites/killed-at-requests.ts';
import { killedPost } from './suites/killed-post.ts';
import { less } from './suites/less.ts';
import { masks } from './suites/masks.ts';
import { races } from './suites/races.ts';

/** All suites, in the order of the table. */
export const suites: readonly Suite[] = [
  killedAtCalls,
  killedAtRequests,
  killedPost,
  delivery,
  faults,
  races,
  less,
  masks,
];
