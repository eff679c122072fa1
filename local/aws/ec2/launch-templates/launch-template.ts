import { newId } from '../ids.ts';
import { type Tag, tagsOf } from '../tags.ts';

/** What instances launched from a version are like; none of it has to be said in the template. */
export interface LaunchTemplateData {
  readonly keyName?: string;
  readonly imageId?: string;
  readonly instanceType?: string;
}

export interface LaunchTemplateVersion extends LaunchTemplateData {
  readonly number: number;
  readonly description?: string;
  readonly createTime: Date;
}

/** A launch template with those of its versions that were not deleted, the oldest first. */
export interface LaunchTemplate {
  readonly id: string;
  readonly name: string;
  readonly createTime: Date;
  readonly tags: readonly Tag[];
  readonly versions: readonly LaunchTemplateVersion[];
  readonly defaultVersion: LaunchTemplateVersion;
  readonly latestVersion: LaunchTemplateVersion;
}

export interface LaunchTemplateSeed {
  readonly name: string;
  readonly id?: string;
  readonly createTime?: Date;
  readonly tags?: Readonly<Record<string, string>>;
  /** The oldest first. Numbered from 1 on, unless said: versions in between may have been deleted. */
  readonly versions: readonly (LaunchTemplateData & { number?: number; description?: string })[];
  /** The first of those that are there, unless said. */
  readonly defaultVersion?: number;
}

/** Throws RangeError for a seed that EC2 could not hold: no version, numbers that do not rise, a default that is none. */
export function launchTemplateFrom(seed: LaunchTemplateSeed): LaunchTemplate {
  const createTime = seed.createTime ?? new Date();
  const versions: LaunchTemplateVersion[] = [];
  for (const { number, ...version } of seed.versions) {
    const before = versions.at(-1)?.number ?? 0;
    if (number !== undefined && number <= before) {
      throw new RangeError(`Version ${number} of ${seed.name} cannot come after version ${before}`);
    }
    versions.push({ ...version, number: number ?? before + 1, createTime });
  }
  const defaultVersion =
    seed.defaultVersion === undefined
      ? versions[0]
      : versions.find(({ number }) => number === seed.defaultVersion);
  const latestVersion = versions.at(-1);
  if (defaultVersion === undefined || latestVersion === undefined) {
    throw new RangeError(`The launch template ${seed.name} has no default version`);
  }
  return {
    id: seed.id ?? newId('lt'),
    name: seed.name,
    createTime,
    tags: tagsOf(seed.tags),
    versions,
    defaultVersion,
    latestVersion,
  };
}
