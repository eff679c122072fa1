import { InstanceStore } from './ec2/instances/store.ts';
import { KeyPairStore } from './ec2/key-pairs/store.ts';
import type { Faults } from './faults.ts';
import type { CommandFaults } from './machines/command-faults.ts';
import { MachineStore } from './machines/store.ts';
import type { StoredSecret } from './secrets-manager/secrets.ts';
import type { StoredParameter } from './ssm/parameters.ts';
import { StaleMap } from './stale-map.ts';

/** Everything that exists in one Region of one account. */
export interface RegionState {
  readonly keyPairs: KeyPairStore;
  readonly parameters: StaleMap<StoredParameter>;
  readonly secrets: StaleMap<StoredSecret>;
  readonly instances: InstanceStore;
  readonly machines: MachineStore;
}

/** The Regions of all accounts. A Region is empty when it is first used. */
export class State {
  readonly #faults: Faults;
  readonly #commandFaults: CommandFaults;
  readonly #regions = new Map<string, RegionState>();

  constructor(faults: Faults, commandFaults: CommandFaults) {
    this.#faults = faults;
    this.#commandFaults = commandFaults;
  }

  region(accountId: string, regionName: string): RegionState {
    const id = `${accountId}/${regionName}`;
    const known = this.#regions.get(id);
    if (known !== undefined) return known;
    const created: RegionState = {
      keyPairs: new KeyPairStore(this.#faults),
      parameters: new StaleMap(this.#faults),
      secrets: new StaleMap(this.#faults),
      instances: new InstanceStore(),
      machines: new MachineStore(this.#commandFaults),
    };
    this.#regions.set(id, created);
    return created;
  }
}
