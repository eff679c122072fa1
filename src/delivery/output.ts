import type { Claims } from '../contract/claim.ts';
import { outputFile, setOutput } from '../runner/outputs.ts';
import type { Destination } from './destination.ts';
import type { OutputRecord } from './output-claim.ts';

/**
 * The step's `private-key` output: masked in the log of this job, and dropped by the runner between jobs.
 * The runner keeps it in a file until the job ends: post empties that.
 */
export function outputDestination(claims: Claims<OutputRecord>): Destination {
  return {
    async reserve() {
      const record: OutputRecord = { kind: 'output', path: outputFile() };
      const claim = claims.intend(record, 'job');
      return {
        async deliver(key) {
          setOutput('private-key', await key.as('pem', { comment: '' }));
          claim.held(record);
          return {};
        },
        async close() {},
      };
    },
  };
}
