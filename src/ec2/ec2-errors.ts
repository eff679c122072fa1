import type { ServiceErrors } from '../aws/explain.ts';

/** EC2's names for errors that something here depends on (EC2 API reference, error codes). */
export const ec2ErrorNames = {
  duplicate: 'InvalidKeyPair.Duplicate',
  notFound: 'InvalidKeyPair.NotFound',
  wouldBeAllowed: 'DryRunOperation',
} as const;

/** What to do about errors that only EC2 has. */
export const ec2Errors: ServiceErrors = {
  KeyPairLimitExceeded: {
    code: 'TOO_MANY_KEY_PAIRS',
    hint: 'Delete key pairs that no one uses, or ask AWS for a higher quota (5,000 per Region by default).',
  },
};
