import { NODE_REGION_CONFIG_OPTIONS } from '@smithy/core/config';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { KeyPairError } from '../errors.ts';
import { type AwsClient, type ClientSettings, clientSettings } from './client.ts';
import { Configuration, invalidSetting, type Setting, urlIn } from './configuration.ts';
import { type CredentialSource, chooseSource, type ServiceSettings } from './credential-source.ts';
import { isRegion } from './region.ts';
import type { Variables } from './session.ts';

/** What a client is constructed with instead of reading it from the environment. */
export interface EnvironmentSettings {
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  readonly ignoreConfiguredEndpointUrls?: boolean;
  readonly endpoint?: string;
}

export interface Environment {
  readonly region: string;
  /** `CredentialSource.identity` */
  readonly source: string | undefined;
  /** The file that `ca_bundle` of the profile names. */
  readonly caBundle?: string | undefined;
  /** The settings of the endpoints of all clients so far. Undefined if the SDK itself reads them in the variables. */
  readonly endpoints?: readonly Setting[];
  /** @throws KeyPairError `ENVIRONMENT_INVALID`, if the endpoint of the client's service is. */
  settingsFor(Client: new (settings: ClientSettings) => AwsClient): EnvironmentSettings;
}

/**
 * Reads the environment and the shared configuration files as the AWS CLI does. The SDK differs: it does not read
 * AWS_DEFAULT_REGION, AWS_DEFAULT_PROFILE and AWS_SECURITY_TOKEN, takes only `true` as true, and prefers AWS_PROFILE to
 * exported keys, and a profile to a web identity. Changes no variable: programs that give credentials inherit them.
 *
 * @param given - The Region, if it is not that of the environment.
 * @param role - In place of the credentials of the environment.
 * @throws KeyPairError `PROFILE_NOT_FOUND`, `ENVIRONMENT_INVALID`, `NO_REGION`.
 */
export async function readEnvironment(
  variables: Variables,
  given: string | undefined,
  role?: { source(sts: () => ServiceSettings): CredentialSource },
): Promise<Environment> {
  const configuration = await Configuration.read(variables);
  const region = given ?? (await regionOf(configuration));
  const common = {
    region,
    useFipsEndpoint: flagOf(configuration, 'use_fips_endpoint'),
    useDualstackEndpoint: flagOf(configuration, 'use_dualstack_endpoint'),
    ignoreConfiguredEndpointUrls: true,
  };
  const hasEndpoints = !flagOf(configuration, 'ignore_configured_endpoint_urls');
  const endpoints: Setting[] = [];
  const settingsOf = (serviceId: string) => {
    const set = hasEndpoints ? endpointOf(configuration, serviceId) : undefined;
    if (set === undefined) return common;
    const endpoint = urlIn(set);
    if (common.useFipsEndpoint) throw notCombined(set, 'use_fips_endpoint');
    if (common.useDualstackEndpoint) throw notCombined(set, 'use_dualstack_endpoint');
    endpoints.push(set);
    return { ...common, endpoint };
  };
  const { provider, identity } =
    role?.source(() => settingsOf('STS')) ?? chooseSource(configuration, settingsOf);
  return {
    region,
    source: identity,
    caBundle: configuration.ofProfile('ca_bundle')?.value,
    endpoints,
    settingsFor(Client) {
      // Only a client tells which service it is for.
      const { serviceId = '' } = new Client({ ...clientSettings, region }).config;
      return { ...settingsOf(serviceId), credentials: provider };
    },
  };
}

/** The last place is the instance's own Region. */
async function regionOf(configuration: Configuration): Promise<string> {
  const set = configuration.variable('AWS_REGION', 'AWS_DEFAULT_REGION') ?? configuration.ofProfile('region');
  if (set === undefined) {
    const ofInstance = NODE_REGION_CONFIG_OPTIONS.default as () => Promise<string>;
    return ofInstance().catch(async (cause: unknown) => {
      throw (await import('./explain-credentials.ts')).noRegion(cause);
    });
  }
  if (isRegion(set.value)) return set.value;
  throw invalidSetting(set, 'is not an AWS Region', hintForRegion(set.value));
}

function hintForRegion(value: string): string {
  if (isRegion(value.trim())) return 'Remove the spaces or line breaks around it.';
  if (isRegion(value.slice(0, -1)))
    return 'It looks like an Availability Zone. A Region does not end in a letter.';
  return 'Use the code of a Region, such as eu-west-1.';
}

/** @param key - In the profile. The variable has the same name, in capital letters. */
function flagOf(configuration: Configuration, key: string): boolean {
  const set = configuration.either(`AWS_${key.toUpperCase()}`, key);
  const text = set?.value.toLowerCase();
  if (set === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw invalidSetting(
    set,
    'is neither true nor false',
    'Use true or false. The AWS CLI silently takes any other value as false.',
  );
}

/** AWS has such endpoints, and no other server does. */
function notCombined({ name }: Setting, flag: string): KeyPairError {
  const variable = `AWS_${flag.toUpperCase()}`;
  return new KeyPairError('ENVIRONMENT_INVALID', `${variable} cannot be combined with ${name}.`, {
    hint: `Remove ${name}, or ${variable} (${flag} in the profile). AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true ignores all endpoints.`,
  });
}

/** Variables are first, and what is for one service is before what is for all. */
function endpointOf(configuration: Configuration, serviceId: string): Setting | undefined {
  const service = serviceId.replaceAll(' ', '_');
  return (
    configuration.variable(`AWS_ENDPOINT_URL_${service.toUpperCase()}`, 'AWS_ENDPOINT_URL') ??
    configuration.ofServices(`${service.toLowerCase()}.endpoint_url`) ??
    configuration.ofProfile('endpoint_url')
  );
}
