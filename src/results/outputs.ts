/** Every output with its description, in Markdown. action.yml and the table in the README are generated from it. */
export const outputTable = {
  'key-name': 'Name of the key pair.',
  'key-pair-id': 'ID of the key pair, such as `key-0123456789abcdef0`.',
  'key-pair-arn':
    'ARN of the key pair, with `output-key-pair-arn`, or if the credentials include the account ID.',
  'key-fingerprint': 'Fingerprint of the key pair, as EC2 shows it.',
  'previous-key-fingerprint': 'Fingerprint of the key that `rotate` replaced.',
  'key-type': '`rsa` or `ed25519`.',
  'public-key': 'Public key, as one line of `authorized_keys`.',
  instances: 'Instances that `rotate` updated or not, as a JSON array.',
  'private-key-path': 'Absolute path of the private key file, with forward slashes. Empty if there is none.',
  'private-key-store':
    'Where AWS keeps the private key, such as `ssm:/ec2/keypair/deploy`. You can pass it to other jobs.',
  'private-key':
    'Private key in PEM format, with `output-private-key`. The runner drops it from job outputs.',
  'aws-region': 'AWS Region of the key pair.',
  created: '`true` if this step created the key pair.',
  changed: '`true` if this step created, tagged, rotated, or deleted a key pair in EC2.',
  deleted: 'Number of key pairs that this step deleted. Only for `delete` and `sweep`.',
  'key-pairs':
    'Key pairs as a JSON array, as many as fit into an output. For `describe` and `sweep`, and with several Regions.',
  'key-pairs-path': 'Absolute path of a file with the complete JSON array.',
} as const;

export type OutputName = keyof typeof outputTable;

/** Values of outputs, except `private-key`: only its destination can set it. */
export type Outputs = Readonly<Partial<Record<Exclude<OutputName, 'private-key'>, string>>>;
