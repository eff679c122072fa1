import type { InputName } from './table.ts';

/** What an input is called elsewhere: by Terraform, CloudFormation, the AWS CLI, Ansible, and other actions. */
export interface OtherNames {
  /** The inputs that may be meant. */
  readonly meant: readonly InputName[];
  /** Compared without case and separators. `*` matches any text. */
  readonly names: readonly string[];
  /** For names that are also common variables: which values the input would have. Absent if every value fits. */
  readonly values?: RegExp;
  /** What to write if it is no input, as a sentence. */
  readonly instead?: string;
}

const boolean = /^(?:true|false)$/i;

/** The first match applies. */
export const otherNames: readonly OtherNames[] = [
  {
    meant: ['operation'],
    names: ['action', 'command', 'mode', 'state'],
    values: /^(?:create|ensure|import|fetch|describe|rotate|delete|sweep|present|absent)$/i,
  },
  {
    meant: ['public-key'],
    names: ['key', 'keys', 'ssh-key'],
    values: /^(?:ssh-|ecdsa-|sk-|-{4,5} ?BEGIN )/,
  },
  {
    meant: ['public-key'],
    names: ['key-material', 'public-key-material', 'pub-key', 'ssh-pub-key', 'ssh-public-key'],
  },
  {
    meant: ['key-name'],
    names: [
      'name',
      'key',
      'keys',
      'key-pair',
      'pair-name',
      'ssh-key',
      'aws-key-name',
      'ec2-key-name',
      'ssh-key-name',
      '*key-pair-name',
    ],
    values: /^[\x20-\x7e]{1,255}$/,
  },
  {
    meant: ['key-name-prefix'],
    names: ['prefix', 'name-prefix', 'key-prefix', '*key-pair-prefix', '*key-pair-name-prefix'],
  },
  { meant: ['key-pair-id'], names: ['id', 'key-id', 'pair-id'], values: /^key-/i },
  { meant: ['key-name-pattern'], names: ['name-pattern', 'name-filter', 'key-pattern', 'key-name-filter'] },
  { meant: ['key-name-pattern'], names: ['pattern', 'filter'], values: /^[^/\n]*[*?][^/\n]*$/ },
  { meant: ['key-fingerprint'], names: ['fingerprint', 'ssh-fingerprint', '*key-pair-fingerprint'] },
  { meant: ['run-id'], names: ['run', 'github-run-id', 'workflow-run', 'workflow-run-id'], values: /^\d+$/ },
  {
    meant: ['key-type'],
    names: ['type', 'algorithm', 'key-algorithm', 'ssh-key-type', '*key-pair-type'],
    values: /^(?:ssh-)?(?:rsa|dsa|ecdsa|ed25519)/i,
  },
  {
    meant: ['generate-on'],
    names: ['generate', 'generator', 'generated-by'],
    values: /^(?:ec2|aws|runner)$/i,
  },
  {
    meant: ['generate-on'],
    names: ['bits', 'key-bits', 'rsa-bits', 'key-size', 'key-length'],
    values: /^\d+$/,
  },
  {
    meant: ['key-format'],
    names: ['format', 'file-format', 'output-format', 'private-key-format', '*key-pair-format'],
    values: /^(?:pem|ppk|putty|openssh|der|pkcs\d*)$/i,
  },
  {
    meant: ['public-key-path'],
    names: ['public-key-file*', 'pub-key-file', 'pub-key-path', 'ssh-public-key-file', 'ssh-public-key-path'],
  },
  { meant: ['private-key-path', 'public-key-path'], names: ['path', 'file', 'file-name', 'file-path'] },
  {
    meant: ['private-key-path'],
    names: [
      'key-path',
      'key-file*',
      'priv-key-file',
      'priv-key-path',
      'private-key-file*',
      'ssh-key-path',
      'ssh-key-file',
      'ssh-private-key-path',
      'ssh-private-key-file',
      'identity-file',
      'pem-file',
      'pem-path',
      'output-file',
      'output-path',
    ],
  },
  {
    meant: ['store'],
    names: ['save-to', 'save-in', 'save-key-to'],
    values: /^(?:ssm|secrets-manager)(?::|$)/i,
  },
  {
    meant: ['private-key-path'],
    names: ['save-to', 'save-as', 'save-key-to', 'write-to'],
  },
  {
    meant: ['tags'],
    names: [
      'aws-tags',
      'ec2-tags',
      'key-tags',
      'key-pair-tags',
      'resource-tags',
      'aws-resource-tags',
      'additional-tags',
      'custom-tags',
      'extra-tags',
      'tag-specifications',
    ],
    values: /[=:]/,
  },
  { meant: ['lifetime'], names: ['life*'], values: /^(?:job|run|persistent)$/i },
  {
    meant: ['lifetime'],
    names: [
      'keep',
      'keep-key',
      'keep-key-pair',
      'persist',
      'persistent',
      'temporary',
      'ephemeral',
      'cleanup',
      'auto-cleanup',
      'auto-delete',
    ],
    values: boolean,
  },
  {
    meant: ['expires-after'],
    names: ['ttl', 'expire', 'expires', 'expires-in', 'expiry', 'expiration', 'max-age'],
    values: /^\d+\s*[a-z]*$/i,
  },
  {
    meant: ['passphrase'],
    names: ['password', 'key-password', 'private-key-password', '*key-passphrase', 'ssh-passphrase'],
  },
  {
    meant: ['store'],
    names: ['key-store', 'private-key-store', 'secret-store', 'keep-in', 'store-in'],
  },
  {
    meant: ['store-kms-key-id'],
    names: [
      'kms-id',
      'kms-key-id',
      'kms-key',
      'kms-key-arn',
      'store-kms-id',
      'store-kms-key',
      'store-kms-key-arn',
    ],
  },
  {
    meant: ['output-private-key'],
    names: ['private-key', 'output-key', 'export-private-key'],
    values: boolean,
  },
  {
    meant: ['ssh-agent'],
    names: [
      'agent',
      'use-agent',
      'use-ssh-agent',
      'add-to-agent',
      'add-to-ssh-agent',
      'load-ssh-agent',
      'ssh-add',
    ],
    values: boolean,
  },
  {
    meant: ['update-instances'],
    names: ['update-instance', 'instances', 'running-instances', 'rotate-instances'],
    values: /^(?:none|ssm|true|false)$/i,
  },
  {
    meant: ['update-instances-policy'],
    names: ['instances-policy', 'instance-policy', 'if-unreachable', 'on-unreachable'],
    values: /^(?:fail|warn)$/i,
  },
  { meant: ['output-key-pair-arn'], names: ['arn', 'key-pair-arn', 'output-arn'], values: boolean },
  {
    meant: ['aws-region'],
    names: ['region', 'regions', 'default-region', 'ec2-region', 'aws*region*'],
    values: /(?:^|[\s,])[a-z]{2,5}(?:-[a-z]+)+-\d/i,
  },
  {
    meant: ['role-to-assume'],
    names: ['role', 'role-arn', 'iam-role*', 'aws-role*', 'assume-role*', 'oidc-role*'],
    values: /^arn:/,
  },
  {
    meant: ['role-to-assume'],
    names: [
      'assume-role',
      'assume-role-arn',
      'aws-assume-role',
      'aws-role-arn',
      'aws-role-to-assume',
      'role-arn',
    ],
    values: /^[\w+=,.:@/-]+$/,
  },
  {
    // Ignored if a role is set, which does not need a profile.
    meant: ['role-to-assume'],
    names: ['profile', 'profile-name', 'aws-profile', 'aws-profile-name'],
    // Others are profiles of build tools, or the one that applies anyway.
    values: /^(?!(?:complete|debug|default|false|minimal|release|true)$)[\w.@/+-]+$/i,
    instead: 'Set AWS_PROFILE in env: of the step instead.',
  },
  { meant: ['repository'], names: ['repo', 'repositories', 'repos'], values: /^(?:\*|[\w-]+\/[\w.-]+\s*)+$/ },
  { meant: ['older-than'], names: ['age', 'min-age', 'minimum-age'], values: /^\d+\s*[a-z]+$/i },
  {
    meant: ['github-token'],
    names: ['token', 'gh-token', 'github-pat', 'pat'],
    values: /^(?:gh[a-z]|github_pat)_/,
  },
  { meant: ['if-in-use'], names: ['if*use*', 'in*use*', 'on*use*', 'when*use*'], values: /^(?:fail|warn)$/i },
  { meant: ['force'], names: ['force-delete', 'force-deletion', 'force-destroy'], values: boolean },
  {
    meant: ['dry-run'],
    names: [
      'dry*',
      '*dry-run*',
      'check-mode',
      'no-op',
      'plan',
      'plan-only',
      'preview',
      'simulate',
      'what-if',
    ],
    values: boolean,
  },
];
