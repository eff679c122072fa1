import type { Suite } from './plan.ts';
import { faults } from './suites/faults.ts';
import { killedAtCalls } from './suites/killed-at-calls.ts';

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [killedAtCalls, faults];
