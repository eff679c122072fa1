import type { ClaimKinds } from '../ledger/claim.ts';
import { removeCommand } from '../ledger/shell-word.ts';
import type { StepRecord } from '../operations/operation.ts';

/**
 * The kinds of claims, for claims that are only reported: releasing one releases nothing, and says why and with which command
 * a person can.
 */
export function reportingKinds(kinds: ClaimKinds<StepRecord>, why: string): ClaimKinds<StepRecord> {
  return {
    'key-pair': {
      parse: kinds['key-pair'].parse,
      async release(record) {
        const { left } = await import('../ec2/key-pair-claim.ts');
        return left(record, why);
      },
    },
    rotation: {
      parse: kinds.rotation.parse,
      async release(record) {
        const { leftUnfinished } = await import('../operations/unfinished.ts');
        return leftUnfinished(record, why);
      },
    },
    swap: {
      parse: kinds.swap.parse,
      async release(record) {
        const { readName } = await import('../operations/unfinished.ts');
        const what = `the new key pair "${readName(record)}" in ${record.region}, which may be incomplete`;
        return { outcome: 'left', what, why };
      },
    },
    file: {
      parse: kinds.file.parse,
      release: async ({ path }) => ({
        outcome: 'left',
        what: `the private key file ${path}`,
        why,
        command: removeCommand(path),
      }),
    },
    'replaced-file': {
      parse: kinds['replaced-file'].parse,
      release: async ({ path, kept }) => ({
        outcome: 'left',
        what: `the old private key file of ${path}, which may be at ${kept}`,
        why,
      }),
    },
    agent: {
      parse: kinds.agent.parse,
      release: async () => ({ outcome: 'left', what: 'the private key in the SSH agent', why }),
    },
    store: {
      parse: kinds.store.parse,
      release: async ({ reference, region }) => ({
        outcome: 'left',
        what: `the private key in ${reference} in ${region}`,
        why,
      }),
    },
    output: {
      parse: kinds.output.parse,
      release: async () => ({ outcome: 'left', what: "the private key in the step's output file", why }),
    },
  };
}
