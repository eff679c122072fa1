import type { AutoScalingGroup } from './auto-scaling/group.ts';
import type { LaunchConfiguration } from './auto-scaling/launch-configuration.ts';
import type { Instance } from './ec2/instances/instance.ts';
import { KeyPairStore } from './ec2/key-pairs/store.ts';
import type { LaunchTemplate } from './ec2/launch-templates/launch-template.ts';
import type { Faults } from './faults.ts';

/** All that exists in one account and one region. */
export interface Region {
  readonly keyPairs: KeyPairStore;
  readonly instances: Instance[];
  readonly launchTemplates: LaunchTemplate[];
  readonly launchConfigurations: LaunchConfiguration[];
  readonly autoScalingGroups: AutoScalingGroup[];
}

/** The regions of all accounts; each begins empty when it is first asked for. */
export class World {
  readonly #faults: Faults;
  readonly #regions = new Map<string, Region>();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  region(accountId: string, regionName: string): Region {
    const place = `${accountId}/${regionName}`;
    const known = this.#regions.get(place);
    if (known !== undefined) return known;
    const fresh: Region = {
      keyPairs: new KeyPairStore(this.#faults),
      instances: [],
      launchTemplates: [],
      launchConfigurations: [],
      autoScalingGroups: [],
    };
    this.#regions.set(place, fresh);
    return fresh;
  }
}
