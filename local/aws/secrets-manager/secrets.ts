import { createHash, randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import type { Tag } from '../ec2/tags.ts';
import { type JsonOperation, type JsonParameters, requiredText, textOf } from '../json-service.ts';
import { jsonTags, readJsonTags, withTags } from '../json-tags.ts';
import { isKmsKey } from '../kms-keys.ts';
import type { CallContext } from '../service.ts';

/** A secret, as Secrets Manager has it. */
export interface StoredSecret {
  readonly name: string;
  readonly value: string;
  /** The customer's own key; undefined for `aws/secretsmanager`. */
  readonly keyId: string | undefined;
  readonly tags: readonly Tag[];
  readonly versionId: string;
  /** The versions before, oldest first. */
  readonly earlier: readonly SecretVersion[];
  /** Set while the secret can still be restored. Until then, its name is taken. */
  readonly deletedDate: Date | undefined;
}

/** One version of a secret. */
export type SecretVersion = Pick<StoredSecret, 'value' | 'versionId'>;

const MAX_VALUE = 65_536;

/** CreateSecret: sent twice with the same token and value, the second one changes nothing. */
export const createSecret: JsonOperation = {
  members: ['Name', 'SecretString', 'KmsKeyId', 'Tags', 'ClientRequestToken', 'Description'],
  secrets: ['SecretString'],
  alsoNeeds: ({ Tags, KmsKeyId }) => [
    ...(Tags === undefined ? [] : ['TagResource']),
    ...(KmsKeyId === undefined ? [] : ['kms:GenerateDataKey']),
  ],
  prepare(parameters) {
    const name = requiredText(parameters, 'Name');
    const value = requiredText(parameters, 'SecretString');
    const keyId = textOf(parameters, 'KmsKeyId');
    const tags = readJsonTags(parameters);
    const versionId = textOf(parameters, 'ClientRequestToken') ?? randomUUID();
    if (!/^[\w/+=.@-]{1,512}$/.test(name)) {
      throw invalidParameter(
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );
    }
    if (value.length > MAX_VALUE) throw invalidParameter(`Secret value length must be at most ${MAX_VALUE}.`);
    if (keyId !== undefined && !isKmsKey(keyId))
      throw notFound("Secrets Manager can't find the specified KMS key.");
    return (context) => {
      const { secrets } = context.region;
      const before = secrets.get(name);
      if (before?.deletedDate !== undefined) {
        throw new AwsError(
          'InvalidRequestException',
          "You can't create this secret because a secret with this name is already scheduled for deletion.",
        );
      }
      if (before !== undefined && (before.versionId !== versionId || before.value !== value)) {
        throw new AwsError(
          'ResourceExistsException',
          `The operation failed because the secret ${name} already exists.`,
        );
      }
      if (before === undefined) {
        secrets.set(name, { name, value, keyId, tags, versionId, earlier: [], deletedDate: undefined });
      }
      return { ARN: arnOf(name, context), Name: name, VersionId: versionId };
    };
  },
};

/** GetSecretValue: the current version, or one by its ID or staging label. Not of a secret that is scheduled for deletion. */
export const getSecretValue: JsonOperation = {
  members: ['SecretId', 'VersionId', 'VersionStage'],
  alsoNeeds: () => ['kms:Decrypt'],
  prepare(parameters) {
    const versionId = textOf(parameters, 'VersionId');
    const stage = textOf(parameters, 'VersionStage');
    return (context) => {
      const secret = existing(parameters, context);
      if (secret.deletedDate !== undefined) throw marked();
      const shown = [...secret.earlier, secret].findLast(
        (one) =>
          (versionId === undefined || one.versionId === versionId) &&
          (stage === undefined || one === labeled(secret, stage)),
      );
      if (shown === undefined) {
        const which = versionId === undefined ? `staging label: ${stage}` : `VersionId: ${versionId}`;
        throw notFound(`Secrets Manager can't find the specified secret value for ${which}`);
      }
      const { name } = secret;
      const { value, versionId: VersionId } = shown;
      return { ARN: arnOf(name, context), Name: name, SecretString: value, VersionId };
    };
  },
};

/** The version with a staging label that Secrets Manager itself attaches. */
function labeled(secret: StoredSecret, stage: string): SecretVersion | undefined {
  if (stage === 'AWSCURRENT') return secret;
  return stage === 'AWSPREVIOUS' ? secret.earlier.at(-1) : undefined;
}

/** PutSecretValue: a new version, which becomes the current one. Sent twice with the same token, the second one changes nothing. */
export const putSecretValue: JsonOperation = {
  members: ['SecretId', 'SecretString', 'ClientRequestToken'],
  secrets: ['SecretString'],
  prepare(parameters) {
    const value = requiredText(parameters, 'SecretString');
    const versionId = textOf(parameters, 'ClientRequestToken') ?? randomUUID();
    if (value.length > MAX_VALUE) throw invalidParameter(`Secret value length must be at most ${MAX_VALUE}.`);
    return (context) => {
      const secret = written(parameters, context);
      const { name, earlier } = secret;
      if (secret.versionId !== versionId) {
        context.region.secrets.set(name, { ...secret, value, versionId, earlier: [...earlier, secret] });
      }
      return { ARN: arnOf(name, context), Name: name, VersionId: versionId };
    };
  },
};

/** TagResource: replaces tags with the same keys. */
export const tagResource: JsonOperation = {
  members: ['SecretId', 'Tags'],
  prepare(parameters) {
    const tags = readJsonTags(parameters);
    return (context) => {
      const secret = written(parameters, context);
      context.region.secrets.set(secret.name, { ...secret, tags: withTags(secret.tags, tags) });
      return {};
    };
  },
};

export const describeSecret: JsonOperation = {
  members: ['SecretId'],
  prepare: (parameters) => (context) => {
    const { name, keyId, tags, deletedDate } = existing(parameters, context);
    return {
      ARN: arnOf(name, context),
      Name: name,
      ...(keyId === undefined ? {} : { KmsKeyId: keyId }),
      ...(deletedDate === undefined ? {} : { DeletedDate: deletedDate.getTime() / 1000 }),
      Tags: jsonTags(tags),
    };
  },
};

/** DeleteSecret: at once, or after a recovery window. At once, it succeeds for a secret that does not exist. */
export const deleteSecret: JsonOperation = {
  members: ['SecretId', 'ForceDeleteWithoutRecovery', 'RecoveryWindowInDays'],
  prepare(parameters) {
    const name = requiredText(parameters, 'SecretId');
    const isForced = parameters['ForceDeleteWithoutRecovery'] === true;
    return (context) => {
      const { secrets } = context.region;
      const secret = secrets.get(name);
      if (secret === undefined && !isForced) throw secretNotFound();
      if (secret?.deletedDate !== undefined && !isForced) throw marked();
      const deletedDate = new Date();
      if (isForced) secrets.delete(name);
      else if (secret !== undefined) secrets.set(name, { ...secret, deletedDate });
      return { ARN: arnOf(name, context), Name: name, DeletionDate: deletedDate.getTime() / 1000 };
    };
  },
};

/** The secret as it is now, to be changed. */
function written(parameters: JsonParameters, { region }: CallContext): StoredSecret {
  const secret = region.secrets.get(requiredText(parameters, 'SecretId'));
  if (secret === undefined) throw secretNotFound();
  if (secret.deletedDate !== undefined) throw marked();
  return secret;
}

function existing(parameters: JsonParameters, { region }: CallContext): StoredSecret {
  const secret = region.secrets.read(requiredText(parameters, 'SecretId'));
  if (secret === undefined) throw secretNotFound();
  return secret;
}

function secretNotFound(): AwsError {
  return notFound("Secrets Manager can't find the specified secret.");
}

function notFound(message: string): AwsError {
  return new AwsError('ResourceNotFoundException', message);
}

function marked(): AwsError {
  return new AwsError(
    'InvalidRequestException',
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}

function invalidParameter(message: string): AwsError {
  return new AwsError('InvalidParameterException', message);
}

/** ARNs end in six random characters. Here, they are a hash of the name. */
function arnOf(name: string, { account, regionName }: CallContext): string {
  const end = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `arn:aws:secretsmanager:${regionName}:${account.accountId}:secret:${name}-${end}`;
}
