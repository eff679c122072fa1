/** EC2's names for errors that something here depends on (EC2 API reference, error codes). */
export const ec2ErrorNames = {
  duplicate: 'InvalidKeyPair.Duplicate',
  notFound: 'InvalidKeyPair.NotFound',
  wouldBeAllowed: 'DryRunOperation',
} as const;
