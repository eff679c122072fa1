import { loadSharedConfigFiles } from '@smithy/core/config';
import { KeyPairError } from '../errors.ts';

type Section = Readonly<Record<string, string | undefined>>;

/** The sections of the shared configuration files. */
interface Sections {
  /** Of both files; the credentials file wins. Undefined if neither has the profile. */
  profile(name: string): Section | undefined;
  ssoSession(name: string): Section | undefined;
}

/**
 * Why no credentials can be loaded from a profile, whatever AWS answers; undefined if that is not known. The SDK says it in
 * the words of a program, or fails with a TypeError.
 */
export async function profileProblem(name: string): Promise<KeyPairError | undefined> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const sections: Sections = {
    profile: (of) =>
      configFile[of] || credentialsFile[of] ? { ...configFile[of], ...credentialsFile[of] } : undefined,
    ssoSession: (of) => configFile[`sso-session.${of}`],
  };
  return problemIn(name, sections, new Set());
}

/** Follows `source_profile`, as the SDK does. */
function problemIn(name: string, sections: Sections, before: Set<string>): KeyPairError | undefined {
  const profile = sections.profile(name);
  if (profile === undefined || before.has(name)) return undefined;
  const isSource = before.size > 0;
  before.add(name);
  const { role_arn: role, source_profile: source, credential_source: other } = profile;
  if (isSource && hasKeys(profile)) return undefined;
  if (role && (source || other)) {
    if (profile['mfa_serial']) return needsMfa(name);
    if (!source) return undefined;
    return sections.profile(source) === undefined
      ? noSection(`source_profile of profile "${name}"`, source, `profile ${source}`)
      : problemIn(source, sections, before);
  }
  if (role && !hasKeys(profile) && !profile['web_identity_token_file']) return needsSource(name);
  const isOther = hasKeys(profile) || (role && profile['web_identity_token_file']);
  return isOther || profile['credential_process'] ? undefined : problemOfSso(name, profile, sections);
}

function hasKeys(profile: Section): boolean {
  return Boolean(profile['aws_access_key_id'] && profile['aws_secret_access_key']);
}

function problemOfSso(name: string, profile: Section, sections: Sections): KeyPairError | undefined {
  const { sso_session: session } = profile;
  if (!Object.keys(profile).some((key) => key.startsWith('sso_'))) return undefined;
  const ofSession = session ? sections.ssoSession(session) : profile;
  if (session && ofSession === undefined)
    return noSection(`sso_session of profile "${name}"`, session, `sso-session ${session}`);
  return (
    lacks(session ? `[sso-session ${session}]` : `profile "${name}"`, ofSession, [
      'sso_start_url',
      'sso_region',
    ]) ?? lacks(`profile "${name}"`, profile, ['sso_account_id', 'sso_role_name'])
  );
}

function lacks(
  where: string,
  section: Section | undefined,
  keys: readonly string[],
): KeyPairError | undefined {
  const missing = keys.filter((key) => !section?.[key]);
  if (missing.length === 0) return undefined;
  return new KeyPairError(
    'ENVIRONMENT_INVALID',
    `SSO is set, but ${missing.join(' and ')} of ${where} ${missing.length === 1 ? 'is' : 'are'} not.`,
    {
      hint: 'Add what is missing. `aws configure sso` writes all of it.',
    },
  );
}

function noSection(setting: string, value: string, section: string): KeyPairError {
  return new KeyPairError(
    'ENVIRONMENT_INVALID',
    `${setting} names a section that does not exist: ${JSON.stringify(value)}.`,
    { hint: `Add the section [${section}].` },
  );
}

function needsSource(name: string): KeyPairError {
  return new KeyPairError(
    'ENVIRONMENT_INVALID',
    `role_arn of profile "${name}" is set, but source_profile and credential_source are not.`,
    { hint: 'Set one of them: it says with which credentials to assume the role.' },
  );
}

function needsMfa(name: string): KeyPairError {
  return new KeyPairError(
    'CREDENTIALS_NOT_LOADED',
    `AWS credentials could not be loaded from profile "${name}": it has mfa_serial, and no one can enter an MFA code in a job.`,
    { hint: 'Use a role that trusts the OIDC tokens of GitHub instead: set role-to-assume.' },
  );
}
