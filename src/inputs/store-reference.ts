/** The services that can keep a private key, with the name under which each does so by default. */
const defaultNames = {
  ssm: '/ec2/keypair/{key-name}',
  'secrets-manager': 'ec2-ssh-key/{key-name}/private',
} as const;

export type StoreServiceName = keyof typeof defaultNames;

/** Where a private key is kept, without account and Region. Its text is `ssm:/path`: a tag of the key pair, and an output. */
export interface StoreReference {
  readonly service: StoreServiceName;
  readonly name: string;
}

/** Characters that EC2 takes in the value of a tag, which the reference is. */
const maxLength = 256;
/** Levels of a parameter's name (Systems Manager user guide, parameter names). */
const maxLevels = 15;

/** Reads `ssm:/path`; undefined for anything that is no reference, or has a name that the service would reject. */
export function parseReference(text: string): StoreReference | undefined {
  const reference = readReference(text);
  return reference === undefined || ruleAgainst(reference) !== undefined ? undefined : reference;
}

/** The reference that the input `store` sets, whether or not its name is valid; undefined if it names no service. */
export function referenceFor(store: string, keyName: string): StoreReference | undefined {
  const reference = readReference(store) ?? withDefaultName(store);
  return reference && { ...reference, name: reference.name.replaceAll('{key-name}', keyName) };
}

export function referenceText({ service, name }: StoreReference): string {
  return `${service}:${name}`;
}

/**
 * The temporary name of the new copy while a key pair is rotated: the old copy keeps its name until the new key is in EC2.
 *
 * @param nonce - Of the new key pair, in hex.
 */
export function temporaryReference({ service, name }: StoreReference, nonce: string): StoreReference {
  return { service, name: `${name}.rotating-${nonce.slice(0, 8)}` };
}

/** The name that a temporary one stands for; undefined for any other name. */
export function lastingReference({ service, name }: StoreReference): StoreReference | undefined {
  const [, lasting] = /^(.+)\.rotating-[0-9a-f]{8}$/s.exec(name) ?? [];
  return lasting === undefined ? undefined : { service, name: lasting };
}

/** Why the service, or EC2, would reject a reference; undefined if neither would. */
export function ruleAgainst(reference: StoreReference): string | undefined {
  const { service, name } = reference;
  if (referenceText(reference).length > maxLength) return `is longer than ${maxLength} characters`;
  return service === 'ssm' ? ruleOfParameters(name) : ruleOfSecrets(name);
}

function readReference(text: string): StoreReference | undefined {
  const [, given = '', name = ''] = /^([\w-]+):(.+)$/s.exec(text) ?? [];
  const service = serviceNamed(given);
  return service && { service, name };
}

function withDefaultName(text: string): StoreReference | undefined {
  const service = serviceNamed(text);
  return service && { service, name: defaultNames[service] };
}

/** In any case. */
function serviceNamed(text: string): StoreServiceName | undefined {
  return (Object.keys(defaultNames) as StoreServiceName[]).find((name) => name === text.toLowerCase());
}

/** Systems Manager API reference, PutParameter. */
function ruleOfParameters(name: string): string | undefined {
  if (!/^[\w.\-/]+$/.test(name)) {
    return 'has characters that a parameter name cannot have. Use letters, digits, and _ . - /';
  }
  if (name.includes('/') && !name.startsWith('/')) return 'has a slash, but does not start with one';
  if (/\/(?:\/|$)/.test(name)) return 'has an empty part between two slashes, or at its end';
  if (/^\/?(?:aws|ssm)/i.test(name)) return 'starts with aws or ssm, which is reserved by AWS';
  return name.split('/').length > maxLevels + 1 ? `has more than ${maxLevels} levels` : undefined;
}

/** Secrets Manager API reference, CreateSecret. */
function ruleOfSecrets(name: string): string | undefined {
  if (/^[\w/+=.@-]+$/.test(name)) return undefined;
  return 'has characters that the name of a secret cannot have. Use letters, digits, and / _ + = . @ -';
}
