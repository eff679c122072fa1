import type { EC2Client } from '@aws-sdk/client-ec2';

/** One way in which moto differs from EC2, so that the checks of the action cannot rely on moto there. */
export interface Difference {
  readonly about: string;
  readonly moto: string;
  readonly ec2: string;
  /** What this means for the checks of the action. */
  readonly checks: string;
  /** Shows the difference. Names of key pairs start with the given one. */
  observe(ec2: EC2Client, name: string): Promise<unknown>;
  /** What is observed with moto, and with EC2 as documented; local/aws stands in for EC2 if it has the call. */
  readonly results: { readonly moto: unknown; readonly ec2?: unknown };
}
