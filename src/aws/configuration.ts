import { loadSharedConfigFiles } from '@smithy/core/config';
import { KeyPairError } from '../errors.ts';
import type { Variables } from './session.ts';

/** A value that was configured, and where. */
export interface Setting {
  /** As in `AWS_REGION`, or `region of profile "ci"`. */
  readonly name: string;
  readonly value: string;
}

type Section = Readonly<Record<string, string | undefined>>;

/** Environment variables and one profile of the shared configuration files. What is empty is not set. */
export class Configuration {
  readonly profile: string;
  /** Whether the profile, or the one that its `source_profile` leads to, gets its credentials from SSO. */
  readonly usesSingleSignOn: boolean;
  readonly #variables: Variables;
  /** From both files; the credentials file wins. */
  readonly #values: Section;
  /** The section that `services` names. */
  readonly #services: Section | undefined;

  private constructor(
    variables: Variables,
    profile: string,
    { values, source, services }: Record<'values' | 'source', Section> & { services: Section | undefined },
  ) {
    this.#variables = variables;
    this.profile = profile;
    this.usesSingleSignOn = [source['sso_session'], source['sso_account_id']].some(Boolean);
    this.#values = values;
    this.#services = services;
  }

  /** With the profile that AWS_PROFILE names, or else AWS_DEFAULT_PROFILE. @throws KeyPairError `PROFILE_NOT_FOUND`. */
  static async read(variables: Variables): Promise<Configuration> {
    const chosen = firstOf(variables, ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']);
    const name = chosen?.value ?? 'default';
    const { configFile, credentialsFile } = await loadSharedConfigFiles();
    if (chosen !== undefined && !configFile[name] && !credentialsFile[name]) throw profileNotFound(chosen);
    const sections = (of: string): Section => ({ ...configFile[of], ...credentialsFile[of] });
    const values = sections(name);
    return new Configuration(variables, name, {
      values,
      source: sections(lastSource(name, sections)),
      services: configFile[`services.${values['services']}`],
    });
  }

  /** The first of these environment variables that is set. */
  variable(...names: readonly string[]): Setting | undefined {
    return firstOf(this.#variables, names);
  }

  /** A key of the profile. */
  ofProfile(key: string): Setting | undefined {
    const value = this.#values[key];
    return value ? { name: `${key} of profile "${this.profile}"`, value } : undefined;
  }

  /** An environment variable, or else a key of the profile. */
  either(variable: string, key: string): Setting | undefined {
    return this.variable(variable) ?? this.ofProfile(key);
  }

  /** A key such as `ec2.endpoint_url` in the section that the profile names. @throws KeyPairError `ENVIRONMENT_INVALID`. */
  ofServices(key: string): Setting | undefined {
    const services = this.ofProfile('services');
    if (services === undefined) return undefined;
    if (this.#services === undefined) {
      throw invalidSetting(
        services,
        'names a section that does not exist',
        `Add the section [services ${services.value}].`,
      );
    }
    const value = this.#services[key];
    return value ? { name: `${key} in [services ${services.value}]`, value } : undefined;
  }
}

/** @throws KeyPairError `ENVIRONMENT_INVALID` if the value is not a URL for requests. */
export function urlIn({ name, value }: Setting): string {
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) return value;
  // A password may be before the host.
  const shown = { name, value: value.replace(/^.*@/s, '***@') };
  throw invalidSetting(
    shown,
    'is not a URL',
    'Use a URL that starts with https://, or with http:// for this machine or a private network.',
  );
}

/** @param what - Continues the sentence that begins with the setting's name, and ends before its value. */
export function invalidSetting({ name, value }: Setting, what: string, hint: string): KeyPairError {
  return new KeyPairError('ENVIRONMENT_INVALID', `${name} ${what}: ${JSON.stringify(value)}.`, { hint });
}

/** The name of the profile that the chain of `source_profile` leads to; of one of them if it is a circle. */
function lastSource(profile: string, sections: (of: string) => Section): string {
  const visited = new Set<string>();
  let last = profile;
  for (
    let next: string | undefined = profile;
    next && !visited.has(next);
    next = sections(next)['source_profile']
  ) {
    visited.add(next);
    last = next;
  }
  return last;
}

function firstOf(variables: Variables, names: readonly string[]): Setting | undefined {
  const name = names.find((it) => variables[it]);
  return name === undefined ? undefined : { name, value: variables[name] ?? '' };
}

function profileNotFound({ name, value }: Setting): KeyPairError {
  return new KeyPairError(
    'PROFILE_NOT_FOUND',
    `${name} names the profile "${value}", which does not exist, or is empty.`,
    {
      hint: `No value of it is in ~/.aws/config (section [profile ${value}]) or in ~/.aws/credentials (section [${value}]), or in the files that AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name. Remove ${name}, or add the profile.`,
    },
  );
}
