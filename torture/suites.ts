import type { Suite } from './plan.ts';
import { changedBeforePost } from './suites/changed-before-post.ts';
import { deliveryFails } from './suites/delivery-fails.ts';
import { ec2Fails } from './suites/ec2-fails.ts';
import { forgedState } from './suites/forged-state.ts';
import { killedAtCalls } from './suites/killed-at-calls.ts';
import { killedAtRequests } from './suites/killed-at-requests.ts';
import { killedPost } from './suites/killed-post.ts';
import { masks } from './suites/masks.ts';
import { missingFacts } from './suites/missing-facts.ts';
import { outages } from './suites/outages.ts';
import { races } from './suites/races.ts';
import { roleFaults } from './suites/roles.ts';
import { rotation } from './suites/rotation.ts';
import { rotationOfInstances } from './suites/rotation-of-instances.ts';
import { runnerMasks } from './suites/runner-masks.ts';
import { severalRegions } from './suites/several-regions.ts';
import { sshAgent } from './suites/ssh-agent.ts';
import { storeFaults } from './suites/stores.ts';
import { sweepFaults } from './suites/sweep.ts';
import { rotationSweeps } from './suites/sweep-rotations.ts';
import { twoFaults } from './suites/two-faults.ts';
import { wrongAnswers } from './suites/wrong-answers.ts';
import { wrongPages } from './suites/wrong-pages.ts';

/** All suites, in the order of the table. */
export const suites: readonly Suite[] = [
  killedAtCalls,
  killedAtRequests,
  killedPost,
  deliveryFails,
  sshAgent,
  missingFacts,
  ec2Fails,
  storeFaults,
  roleFaults,
  severalRegions,
  sweepFaults,
  rotationSweeps,
  rotation,
  rotationOfInstances,
  wrongPages,
  wrongAnswers,
  outages,
  twoFaults,
  races,
  changedBeforePost,
  forgedState,
  masks,
  runnerMasks,
];
