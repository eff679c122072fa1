import type { Suite } from './plan.ts';
import { changedBeforePost } from './suites/changed-before-post.ts';
import { deliveryFails } from './suites/delivery-fails.ts';
import { ec2Fails } from './suites/ec2-fails.ts';
import { forgedState } from './suites/forged-state.ts';
import { killedAtCalls } from './suites/killed-at-calls.ts';
import { killedAtRequests } from './suites/killed-at-requests.ts';
import { killedPost } from './suites/killed-post.ts';
import { masks } from './suites/masks.ts';
import { races } from './suites/races.ts';

/** All suites, in the order of the table. */
export const suites: readonly Suite[] = [
  killedAtCalls,
  killedAtRequests,
  killedPost,
  deliveryFails,
  ec2Fails,
  races,
  changedBeforePost,
  forgedState,
  masks,
];
