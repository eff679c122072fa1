/** What `operation` can be. */
export const operations = [
  'create',
  'ensure',
  'import',
  'fetch',
  'describe',
  'rotate',
  'delete',
  'sweep',
] as const;
export type OperationName = (typeof operations)[number];

/** Everything about one input. action.yml and the table in the README are generated from it. */
export interface InputRule {
  /** The operations that it applies to. With any other operation, it is an error. */
  readonly takenBy: readonly OperationName[];
  /** For users, in Markdown. Without expressions, which the runner would evaluate in action.yml. */
  readonly description: string;
  /** What applies if the input is not set, in Markdown; absent if nothing does. */
  readonly fallback?: string;
  /** One value per line. */
  readonly list?: true;
  /** Masked before any input is read, and never quoted in an error. */
  readonly secret?: true;
  /** Not trimmed. */
  readonly verbatim?: true;
  /**
   * Has a `default:` in action.yml: the fallback, or this expression. The runner then always sets it, so it is never an
   * error.
   */
  readonly filledIn?: true | string;
}

/** Rules by input name. Tests use tables of their own. */
export type InputTable = Readonly<Record<string, InputRule>>;

/**
 * Every input, in the order of action.yml. Most defaults are only described. The runner would set a default from action.yml,
 * and the action could not tell whether the user set the input.
 */
export const inputTable = {
  operation: {
    takenBy: operations,
    description:
      'What the step does: `create`, `ensure`, `import`, `fetch`, `describe`, `rotate`, `delete`, or `sweep`.',
    fallback: '`create`',
    filledIn: true,
  },
  'key-name': {
    takenBy: ['create', 'ensure', 'import', 'fetch', 'describe', 'rotate', 'delete'],
    description: 'Exact name of the key pair, up to 255 printable ASCII characters. No wildcards.',
  },
  'key-name-prefix': {
    takenBy: ['create', 'import'],
    description: 'Prefix of the generated name, `<prefix><run ID>-<attempt>-<8 hex digits>`.',
    fallback: '`gha-<repository>-`',
  },
  'key-pair-id': {
    takenBy: ['fetch', 'describe', 'rotate', 'delete'],
    description: 'ID of the key pair, such as `key-0123456789abcdef0`, instead of its name.',
  },
  'key-name-pattern': {
    takenBy: ['describe'],
    description: 'Lists only key pairs whose name matches, such as `gha-*`.',
  },
  'key-fingerprint': {
    takenBy: ['describe'],
    description: 'Lists only key pairs with this fingerprint, as EC2 shows it.',
  },
  'run-id': {
    takenBy: ['describe', 'delete'],
    description:
      'ID of a workflow run (`github.run_id`), to select the key pairs that it created. `delete` keeps `persistent` ones.',
  },
  'key-type': {
    takenBy: ['create', 'ensure', 'rotate'],
    description:
      '`rsa` (2048 bits) or `ed25519` (not for Windows instances). `ensure` fails if an existing key pair has another type.',
    fallback: '`rsa` for a new key pair; with `rotate`, as before',
  },
  'generate-on': {
    takenBy: ['create', 'ensure'],
    description: 'Where a new key is generated: by `ec2`, or on the `runner` (RSA with 4096 bits).',
    fallback: '`ec2`',
  },
  'key-format': {
    takenBy: ['create', 'ensure', 'rotate'],
    description: 'Format of the private key file: `pem`, or `ppk` for PuTTY.',
    fallback: '`pem`',
  },
  'public-key': {
    takenBy: ['import', 'rotate'],
    description: 'Public key in OpenSSH format (`ssh-ed25519 AAAA… comment`), RFC 4716, or PEM.',
  },
  'public-key-path': {
    takenBy: ['import', 'rotate'],
    description: 'Path of the public key file, relative to the workspace, or `~/…`.',
  },
  tags: {
    takenBy: ['create', 'ensure', 'import', 'describe', 'rotate', 'sweep'],
    description:
      'Additional tags, one `key=value` per line. `describe` and `sweep` select key pairs with all of them.',
    list: true,
  },
  lifetime: {
    takenBy: ['create', 'ensure', 'import'],
    description:
      'How long the key pair is kept: until the job ends (`job`), a `delete` step with `run-id` (`run`), or you delete it (`persistent`). `ensure`, and `import` with `key-name`, do not accept `job`.',
    fallback:
      '`job` for `create` without `store`, and for `import` without `key-name`; `run` for `create` with `store` but without `key-name`; otherwise `persistent`',
  },
  'expires-after': {
    takenBy: ['create', 'ensure', 'import', 'rotate'],
    description:
      'Sets a tag with the expiry time, such as `30m`, `12h`, or `7d` from now; `ensure` and `rotate` renew it. `sweep` deletes expired key pairs.',
  },
  'private-key-path': {
    takenBy: ['create', 'ensure', 'fetch', 'rotate'],
    description:
      'Path of the private key file, relative to the workspace, or `~/…`; `none` for no file. `ensure` and `fetch` accept an existing file with the private key; `rotate` replaces it. A new file is deleted when the job ends, except for a `persistent` key pair on a self-hosted runner.',
    fallback: "a file in the runner's temp folder",
  },
  passphrase: {
    takenBy: ['create', 'ensure', 'fetch', 'rotate'],
    description: 'Encrypts the private key file, or decrypts an existing one. At least 8 characters.',
    secret: true,
    verbatim: true,
  },
  'output-private-key': {
    takenBy: ['create', 'ensure', 'fetch', 'rotate'],
    description: 'Whether to also set the output `private-key`, which is masked.',
    fallback: '`false`',
  },
  'ssh-agent': {
    takenBy: ['create', 'ensure', 'fetch', 'rotate'],
    description: 'Whether to add the private key to an SSH agent for later steps, until the job ends.',
    fallback: '`false`',
  },
  store: {
    takenBy: ['create', 'ensure', 'rotate'],
    description:
      'Keeps the private key in AWS for other jobs: `ssm` (Parameter Store), `secrets-manager`, or a name there, such as `ssm:/team/{key-name}`.',
  },
  'store-kms-key-id': {
    takenBy: ['create', 'ensure', 'rotate'],
    description: 'Your own KMS key for `store`: ID, ARN, or alias.',
    fallback: 'the AWS managed key',
  },
  'update-instances': {
    takenBy: ['rotate'],
    description: 'Whether to also replace the key on running instances: `ssm` (Run Command), or `none`.',
    fallback: '`none`',
  },
  'update-instances-policy': {
    takenBy: ['rotate'],
    description: 'What to do if an instance cannot be updated: `fail` or `warn`.',
    fallback: '`fail`',
  },
  'output-key-pair-arn': {
    takenBy: ['create', 'ensure', 'import', 'fetch', 'rotate'],
    description: 'Whether to always set the output `key-pair-arn`, with one request to AWS STS if needed.',
    fallback: '`false`',
  },
  'aws-region': {
    takenBy: operations,
    description: 'AWS Region, such as `eu-west-1`; or several, separated by commas or lines.',
    fallback: 'as for the AWS CLI',
    list: true,
  },
  'role-to-assume': {
    takenBy: operations,
    description:
      "ARN of the IAM role that this step, and later its cleanup, assume with GitHub's OIDC token. Needs `id-token: write`.",
    fallback: 'the AWS credentials of the job',
  },
  repository: {
    takenBy: ['sweep'],
    description: 'Repositories whose key pairs are swept: one `owner/name` per line, or `*` for all.',
    fallback: 'this repository',
    list: true,
  },
  'older-than': {
    takenBy: ['sweep'],
    description:
      'Age, such as `7d`. Also deletes `job` and `run` key pairs that are older if GitHub does not show their run.',
  },
  'github-token': {
    takenBy: ['sweep'],
    description: 'Token with `actions: read`.',
    fallback: '`github.token`',
    filledIn: '${{ github.token }}',
    secret: true,
  },
  'if-in-use': {
    takenBy: ['delete', 'sweep'],
    description:
      'What to do if instances, launch templates, launch configurations, or Auto Scaling groups use the key pair: `ignore`, `warn`, or `fail`. With `warn` or `fail`, `sweep` keeps it.',
    fallback: '`ignore`',
  },
  force: {
    takenBy: ['rotate', 'delete'],
    description:
      'Whether to also rotate or delete key pairs that this action did not create in this repository. With `run-id`, also deletes `persistent` ones.',
    fallback: '`false`',
  },
  'dry-run': {
    takenBy: operations,
    description: 'Whether to only print what the step would do, and ask EC2 whether it would be allowed.',
    fallback: '`false`',
  },
} as const satisfies InputTable;

export type InputName = keyof typeof inputTable;
/** Inputs with one value per line. */
export type ListInput = {
  [Name in InputName]: (typeof inputTable)[Name] extends { list: true } ? Name : never;
}[InputName];
