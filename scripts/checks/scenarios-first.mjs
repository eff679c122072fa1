import Sequencer from '@jest/test-sequencer';

/**
 * Starts the scenarios before all other tests, and each group in jest's order: scenarios wait for timeouts, and whoever
 * waits at the end has a processor to itself. In a fresh clone, jest knows no durations and would start small files last.
 */
export default class ScenariosFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => Number(isScenario(b)) - Number(isScenario(a)));
  }
}

function isScenario({ path }) {
  return /[\\/]scenarios[\\/]/.test(path);
}
