import type { LocalAccount } from './accounts.ts';
import { type AutoScalingGroup, type AutoScalingGroupSeed, groupFrom } from './auto-scaling/group.ts';
import {
  type LaunchConfiguration,
  type LaunchConfigurationSeed,
  launchConfigurationFrom,
} from './auto-scaling/launch-configuration.ts';
import { type Instance, type InstanceSeed, instanceFrom } from './ec2/instances/instance.ts';
import { type KeyPairSeed, keyPairsFrom } from './ec2/key-pairs/seed.ts';
import type { StoredKeyPair } from './ec2/key-pairs/store.ts';
import {
  type LaunchTemplate,
  type LaunchTemplateSeed,
  launchTemplateFrom,
} from './ec2/launch-templates/launch-template.ts';
import type { World } from './world.ts';

/**
 * Puts things where somebody made them before the test began, without a request. Each returns what was made of the
 * seeds, in their order; the account is the first one unless said. A name or id that is taken is a RangeError.
 */
export interface Seeding {
  seedKeyPairs(
    region: string,
    seeds: readonly KeyPairSeed[],
    accountId?: string,
  ): Promise<readonly StoredKeyPair[]>;
  seedInstances(region: string, seeds: readonly InstanceSeed[], accountId?: string): readonly Instance[];
  seedLaunchTemplates(
    region: string,
    seeds: readonly LaunchTemplateSeed[],
    accountId?: string,
  ): readonly LaunchTemplate[];
  seedLaunchConfigurations(
    region: string,
    seeds: readonly LaunchConfigurationSeed[],
    accountId?: string,
  ): readonly LaunchConfiguration[];
  /** Their launch templates are found among those that are there already. */
  seedAutoScalingGroups(
    region: string,
    seeds: readonly AutoScalingGroupSeed[],
    accountId?: string,
  ): readonly AutoScalingGroup[];
}

export function seedingOf(world: World, { accountId: first }: LocalAccount): Seeding {
  return {
    async seedKeyPairs(region, seeds, accountId = first) {
      const pairs = await keyPairsFrom(seeds);
      world.region(accountId, region).keyPairs.addEarlier(pairs);
      return pairs;
    },
    seedInstances(region, seeds, accountId = first) {
      return add(world.region(accountId, region).instances, seeds.map(instanceFrom), ({ id }) => [id]);
    },
    seedLaunchTemplates(region, seeds, accountId = first) {
      const templates = seeds.map(launchTemplateFrom);
      return add(world.region(accountId, region).launchTemplates, templates, ({ id, name }) => [id, name]);
    },
    seedLaunchConfigurations(region, seeds, accountId = first) {
      const configurations = seeds.map(launchConfigurationFrom);
      return add(world.region(accountId, region).launchConfigurations, configurations, named);
    },
    seedAutoScalingGroups(region, seeds, accountId = first) {
      const { launchTemplates, autoScalingGroups } = world.region(accountId, region);
      const groups = seeds.map((seed) => groupFrom(seed, launchTemplates));
      return add(autoScalingGroups, groups, named);
    },
  };
}

function named({ name }: { name: string }): string[] {
  return [name];
}

function add<Item>(
  present: Item[],
  added: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): readonly Item[] {
  const taken = new Set(present.flatMap(namesOf));
  for (const name of added.flatMap(namesOf)) {
    if (taken.has(name)) throw new RangeError(`There is a "${name}" already`);
    taken.add(name);
  }
  present.push(...added);
  return added;
}
