import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { KeyPairError } from '../errors.ts';
import { type Configuration, type Setting, urlIn } from './configuration.ts';

/** What credentials are loaded from. */
export interface CredentialSource {
  /** @throws KeyPairError `CREDENTIALS_NOT_LOADED`, `NO_CREDENTIALS`. */
  readonly provider: AwsCredentialIdentityProvider;
  /** What gives the credentials, if their access key is new each time; undefined for an access key that was configured. */
  readonly identity?: string;
}

/** What a client for a service is constructed with. */
export interface ServiceSettings {
  readonly region: string;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
  readonly ignoreConfiguredEndpointUrls: boolean;
  readonly endpoint?: string;
}

/**
 * Chooses as the AWS CLI does. One source is chosen by what is configured: if it fails, no other is tried.
 *
 * @param settingsOf - Called only if the service is needed.
 * @throws KeyPairError `ENVIRONMENT_INVALID` if a part of what was configured is missing.
 */
export function chooseSource(
  configuration: Configuration,
  settingsOf: (serviceId: 'STS' | 'SSO') => ServiceSettings,
): CredentialSource {
  const sts = () => settingsOf('STS');
  const sso = () => settingsOf('SSO');
  return (
    exportedKeys(configuration) ??
    assumedRole(configuration, sts, sso) ??
    webIdentity(configuration, sts) ??
    keysOfProfile(configuration) ??
    singleSignOn(configuration, sso) ??
    otherOfProfile(configuration, sts) ??
    container(configuration) ??
    instance(configuration)
  );
}

function exportedKeys(configuration: Configuration): CredentialSource | undefined {
  const id = configuration.variable('AWS_ACCESS_KEY_ID');
  if (id === undefined) return undefined;
  const secret = configuration.variable('AWS_SECRET_ACCESS_KEY');
  const token = configuration.variable('AWS_SECURITY_TOKEN', 'AWS_SESSION_TOKEN');
  const account = configuration.variable('AWS_ACCOUNT_ID');
  return keys(id, required(secret, 'AWS_SECRET_ACCESS_KEY', id), token, account);
}

function keysOfProfile(configuration: Configuration): CredentialSource | undefined {
  const id = configuration.ofProfile('aws_access_key_id');
  if (id === undefined || configuration.ofProfile('sso_account_id') !== undefined) return undefined;
  const secret = configuration.ofProfile('aws_secret_access_key');
  const token = configuration.ofProfile('aws_security_token') ?? configuration.ofProfile('aws_session_token');
  const account = configuration.ofProfile('aws_account_id');
  return keys(id, required(secret, 'aws_secret_access_key', id), token, account);
}

function keys(
  id: Setting,
  secret: Setting,
  token: Setting | undefined,
  account: Setting | undefined,
): CredentialSource {
  const credentials = {
    accessKeyId: id.value,
    secretAccessKey: secret.value,
    ...(token && { sessionToken: token.value }),
    ...(account && { accountId: account.value }),
  };
  return { provider: () => Promise.resolve(credentials) };
}

function assumedRole(
  configuration: Configuration,
  sts: () => ServiceSettings,
  sso: () => ServiceSettings,
): CredentialSource | undefined {
  const role = configuration.ofProfile('role_arn');
  if (role === undefined || configuration.ofProfile('web_identity_token_file') !== undefined)
    return undefined;
  if (!configuration.usesSingleSignOn) return profileWith(role, configuration, sts);
  return profileWith(role, configuration, () => inItsOwnRegion(sso()), sts);
}

function webIdentity(configuration: Configuration, sts: () => ServiceSettings): CredentialSource | undefined {
  const token = configuration.either('AWS_WEB_IDENTITY_TOKEN_FILE', 'web_identity_token_file');
  if (token === undefined) return undefined;
  const role = required(configuration.either('AWS_ROLE_ARN', 'role_arn'), 'AWS_ROLE_ARN', token);
  const session = configuration.either('AWS_ROLE_SESSION_NAME', 'role_session_name');
  const init = {
    webIdentityTokenFile: token.value,
    roleArn: role.value,
    ...(session === undefined ? {} : { roleSessionName: session.value }),
    clientConfig: sts(),
  };
  return {
    identity: role.value,
    provider: explained(`${token.name}, for the role ${role.value}`, async (properties) => {
      const { fromTokenFile } = await import('@aws-sdk/credential-provider-web-identity');
      return fromTokenFile(init)(properties);
    }),
  };
}

function singleSignOn(
  configuration: Configuration,
  sso: () => ServiceSettings,
): CredentialSource | undefined {
  const source = configuration.ofProfile('sso_session') ?? configuration.ofProfile('sso_account_id');
  return source && profileWith(source, configuration, () => inItsOwnRegion(sso()));
}

/** SSO is in the Region that the profile names for it, which need not be that of the job. */
function inItsOwnRegion({ region, ...settings }: ServiceSettings): Partial<ServiceSettings> {
  return settings;
}

function otherOfProfile(
  configuration: Configuration,
  sts: () => ServiceSettings,
): CredentialSource | undefined {
  const source = configuration.ofProfile('login_session') ?? configuration.ofProfile('credential_process');
  return source === undefined ? undefined : profileWith(source, configuration, sts);
}

/**
 * Anything that needs more than the profile says itself.
 *
 * @param ofRole - For the role of the profile, if its credentials are from another service.
 */
function profileWith(
  source: Setting,
  configuration: Configuration,
  settings: () => Partial<ServiceSettings>,
  ofRole?: () => ServiceSettings,
): CredentialSource {
  const { profile } = configuration;
  const account = configuration.ofProfile('sso_account_id');
  return {
    identity: [source.name, source.value, account?.value].join('\n'),
    provider: explainedByProfile(source.name, profile, async (properties) => {
      const { fromIni } = await import('@aws-sdk/credential-provider-ini');
      const requestHandler = properties?.['callerClientConfig']?.requestHandler;
      const roleAssumer =
        ofRole &&
        (await import('@aws-sdk/client-sts')).getDefaultRoleAssumer({ ...ofRole(), requestHandler });
      return fromIni({
        profile,
        clientConfig: { ...settings(), requestHandler },
        ...(roleAssumer && { roleAssumer }),
      })(properties);
    }),
  };
}

function container(configuration: Configuration): CredentialSource | undefined {
  const path = configuration.variable('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI');
  const address = path ?? configuration.variable('AWS_CONTAINER_CREDENTIALS_FULL_URI');
  if (address === undefined) return undefined;
  if (path === undefined) urlIn(address);
  return {
    identity: address.value,
    provider: explained(address.name, async () => {
      const { fromHttp } = await import('@aws-sdk/credential-provider-http');
      return fromHttp({})();
    }),
  };
}

/** Asked if nothing is configured: often, this machine is no EC2 instance. */
function instance(configuration: Configuration): CredentialSource {
  const { profile } = configuration;
  const isDisabled = configuration.variable('AWS_EC2_METADATA_DISABLED')?.value.toLowerCase() === 'true';
  const isHalf = configuration.variable('AWS_SECRET_ACCESS_KEY') !== undefined;
  const service = configuration.either('AWS_EC2_METADATA_SERVICE_ENDPOINT', 'ec2_metadata_service_endpoint');
  const known = isHalf ? ['AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not.'] : [];
  return {
    identity: 'instance',
    async provider() {
      if (isDisabled) throw (await import('./explain-credentials.ts')).noCredentials(known);
      if (service !== undefined) urlIn(service);
      try {
        const { fromInstanceMetadata } = await import('@smithy/credential-provider-imds');
        return await fromInstanceMetadata({ profile })();
      } catch (error) {
        throw (await import('./explain-credentials.ts')).noCredentialsOfInstance(known, error);
      }
    },
  };
}

function explained(source: string, load: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  return async (properties) => {
    try {
      return await load(properties);
    } catch (error) {
      throw (await import('./explain-credentials.ts')).notLoaded(source, error);
    }
  };
}

/** What the SDK says of a profile that is incomplete is not for its users. */
function explainedByProfile(
  source: string,
  profile: string,
  load: AwsCredentialIdentityProvider,
): AwsCredentialIdentityProvider {
  return explained(source, async (properties) => {
    try {
      return await load(properties);
    } catch (error) {
      throw (await (await import('./explain-profile.ts')).profileProblem(profile)) ?? error;
    }
  });
}

function required(setting: Setting | undefined, name: string, given: Setting): Setting {
  if (setting !== undefined) return setting;
  throw new KeyPairError('ENVIRONMENT_INVALID', `${given.name} is set, but ${name} is not.`, {
    hint: 'Set both, or neither.',
  });
}
