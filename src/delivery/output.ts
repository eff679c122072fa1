import { setOutput } from '../runner/outputs.ts';
import type { Destination } from './destination.ts';

/** The step's `private-key` output: masked in the log of this job, and dropped by the runner between jobs. */
export const outputDestination: Destination = {
  async reserve() {
    return {
      async deliver(key) {
        setOutput('private-key', key.pem());
        return {};
      },
    };
  },
};
