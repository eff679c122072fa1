import { randomUUID } from 'node:crypto';

/** What instances of a group are like, in the manner that launch templates replaced. */
export interface LaunchConfiguration {
  readonly name: string;
  /** The part of its ARN that tells it from an earlier one of that name. */
  readonly uuid: string;
  readonly keyName?: string;
  readonly imageId: string;
  readonly instanceType: string;
  readonly createdTime: Date;
}

/** A launch configuration to be there; what is not said is made up. */
export type LaunchConfigurationSeed = Pick<LaunchConfiguration, 'name'> & Partial<LaunchConfiguration>;

export function launchConfigurationFrom(seed: LaunchConfigurationSeed): LaunchConfiguration {
  return {
    uuid: randomUUID(),
    imageId: 'ami-00000000000000001',
    instanceType: 't3.micro',
    createdTime: new Date(),
    ...seed,
  };
}
