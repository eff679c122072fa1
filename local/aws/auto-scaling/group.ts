import { randomUUID } from 'node:crypto';
import type { LaunchTemplate } from '../ec2/launch-templates/launch-template.ts';
import { type Tag, tagsOf } from '../ec2/tags.ts';

/** A launch template as a group names it: by id or name, with a number, `$Default` or `$Latest`; no version is the default one. */
export interface LaunchTemplateReference {
  readonly id?: string;
  readonly name?: string;
  readonly version?: string;
}

export interface MixedInstancesPolicy {
  readonly launchTemplate: LaunchTemplateReference;
  /** Instance types, each with a launch template of its own where one is said. */
  readonly overrides?: readonly { instanceType: string; launchTemplate?: LaunchTemplateReference }[];
}

/** Where a group takes its instances from: one of three. */
type InstanceSource =
  | { readonly launchConfigurationName: string }
  | { readonly launchTemplate: LaunchTemplateReference }
  | { readonly mixedInstancesPolicy: MixedInstancesPolicy };

export type AutoScalingGroup = InstanceSource & {
  readonly name: string;
  /** The part of its ARN that tells it from an earlier group of that name. */
  readonly uuid: string;
  readonly createdTime: Date;
  readonly tags: readonly Tag[];
};

export type AutoScalingGroupSeed = InstanceSource & {
  readonly name: string;
  readonly createdTime?: Date;
  readonly tags?: Readonly<Record<string, string>>;
};

/** A group that knows the id and the name of each of its launch templates, as far as the template is there. */
export function groupFrom(
  seed: AutoScalingGroupSeed,
  templates: readonly LaunchTemplate[],
): AutoScalingGroup {
  const rest = {
    name: seed.name,
    uuid: randomUUID(),
    createdTime: seed.createdTime ?? new Date(),
    tags: tagsOf(seed.tags),
  };
  if ('launchConfigurationName' in seed) {
    return { ...rest, launchConfigurationName: seed.launchConfigurationName };
  }
  if ('launchTemplate' in seed) {
    return { ...rest, launchTemplate: resolved(seed.launchTemplate, templates) };
  }
  const { launchTemplate, overrides = [] } = seed.mixedInstancesPolicy;
  return {
    ...rest,
    mixedInstancesPolicy: {
      launchTemplate: resolved(launchTemplate, templates),
      overrides: overrides.map((override) =>
        override.launchTemplate === undefined
          ? override
          : { ...override, launchTemplate: resolved(override.launchTemplate, templates) },
      ),
    },
  };
}

/** Throws RangeError for a reference that names no template. */
function resolved(
  reference: LaunchTemplateReference,
  templates: readonly LaunchTemplate[],
): LaunchTemplateReference {
  const { id, name } = reference;
  if (id === undefined && name === undefined) {
    throw new RangeError('A launch template is named by its id or its name');
  }
  const template = templates.find((one) => one.id === id || (id === undefined && one.name === name));
  return template === undefined ? reference : { ...reference, id: template.id, name: template.name };
}
