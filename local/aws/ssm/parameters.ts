import { AwsError } from '../aws-error.ts';
import type { Tag } from '../ec2/tags.ts';
import { invalid, type JsonOperation, requiredText, textOf } from '../json-service.ts';
import { jsonTags, readJsonTags, withTags } from '../json-tags.ts';
import { isKmsKey } from '../kms-keys.ts';

/** A SecureString, as Parameter Store has it. */
export interface StoredParameter {
  readonly name: string;
  readonly value: string;
  /** The customer's own key; undefined for `alias/aws/ssm`. */
  readonly keyId: string | undefined;
  readonly tags: readonly Tag[];
  readonly version: number;
  readonly modified: Date;
  /** The versions before, oldest first. */
  readonly earlier: readonly ParameterVersion[];
}

/** One version of a parameter. */
export type ParameterVersion = Pick<StoredParameter, 'value' | 'keyId' | 'version' | 'modified'>;

/** Characters that a value of the standard tier can have. */
const MAX_VALUE = 4096;
const MAX_LEVELS = 15;

/** PutParameter: fails if the parameter exists, unless it is to be overwritten; tags are only taken for a new one. */
export const putParameter: JsonOperation = {
  members: ['Name', 'Value', 'Type', 'KeyId', 'Overwrite', 'Tags', 'Tier', 'Description'],
  secrets: ['Value'],
  alsoNeeds: ({ Tags, KeyId }) => [
    ...(Tags === undefined ? [] : ['AddTagsToResource']),
    ...(KeyId === undefined ? [] : ['kms:Encrypt']),
  ],
  prepare(parameters) {
    const name = checkName(requiredText(parameters, 'Name'));
    const value = requiredText(parameters, 'Value');
    const keyId = textOf(parameters, 'KeyId');
    const overwrite = parameters['Overwrite'] === true;
    const tags = readJsonTags(parameters);
    if (textOf(parameters, 'Type') !== 'SecureString' && !overwrite) {
      throw invalid('The endpoint only has parameters of the type SecureString.');
    }
    if (value.length > MAX_VALUE) {
      throw invalid(
        `Standard tier parameters support a maximum parameter value of ${MAX_VALUE} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
      );
    }
    if (overwrite && tags.length > 0) {
      throw invalid(
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
      );
    }
    if (keyId !== undefined && !isKmsKey(keyId)) {
      throw new AwsError('InvalidKeyId', `NotFoundException: ${keyId} is not found.`);
    }
    return ({ region: { parameters: stored } }) => {
      const before = stored.get(name);
      if (before !== undefined && !overwrite) {
        throw new AwsError(
          'ParameterAlreadyExists',
          'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
        );
      }
      const version = (before?.version ?? 0) + 1;
      const earlier = before === undefined ? [] : versionsOf(before);
      const now = { value, keyId, version, modified: new Date() };
      stored.set(name, { name, ...now, tags: before?.tags ?? tags, earlier });
      return { Version: version, Tier: 'Standard' };
    };
  },
};

/** GetParameter: the newest version, or the one after the colon. */
export const getParameter: JsonOperation = {
  members: ['Name', 'WithDecryption'],
  alsoNeeds: decrypts,
  prepare(parameters) {
    const selected = requiredText(parameters, 'Name');
    const [, name = selected, version] = /^(.*?):(\d+)$/.exec(selected) ?? [];
    const show = readerOf(parameters);
    return ({ region: { parameters: stored } }) => {
      const parameter = stored.read(name);
      if (parameter === undefined) throw new AwsError('ParameterNotFound', '');
      const shown = versionsOf(parameter).findLast(
        (one) => version === undefined || Number(version) === one.version,
      );
      if (shown === undefined) {
        throw new AwsError(
          'ParameterVersionNotFound',
          `Systems Manager could not find version ${version} of ${name}. Verify the version and try again.`,
        );
      }
      return {
        Parameter: { Name: name, Type: 'SecureString', DataType: 'text', ...versionShown(shown, show) },
      };
    };
  },
};

/** GetParameterHistory: all versions on one page, each with the key that encrypts it. */
export const getParameterHistory: JsonOperation = {
  members: ['Name', 'WithDecryption', 'MaxResults', 'NextToken'],
  alsoNeeds: decrypts,
  prepare(parameters) {
    const name = requiredText(parameters, 'Name');
    const show = readerOf(parameters);
    return ({ region: { parameters: stored } }) => {
      const parameter = stored.read(name);
      if (parameter === undefined) throw new AwsError('ParameterNotFound', '');
      return {
        Parameters: versionsOf(parameter).map((version) => ({
          ...{ Name: name, Type: 'SecureString', KeyId: version.keyId ?? 'alias/aws/ssm' },
          ...versionShown(version, show),
        })),
      };
    };
  },
};

/** AddTagsToResource: replaces tags with the same keys. */
export const addTagsToResource: JsonOperation = {
  members: ['ResourceType', 'ResourceId', 'Tags'],
  prepare(parameters) {
    const name = requiredText(parameters, 'ResourceId');
    const tags = readJsonTags(parameters);
    return ({ region: { parameters: stored } }) => {
      const parameter = stored.get(name);
      if (parameter === undefined) throw new AwsError('InvalidResourceId', '');
      stored.set(name, { ...parameter, tags: withTags(parameter.tags, tags) });
      return {};
    };
  },
};

export const deleteParameter: JsonOperation = {
  members: ['Name'],
  prepare(parameters) {
    const name = requiredText(parameters, 'Name');
    return ({ region: { parameters: stored } }) => {
      if (stored.get(name) === undefined) throw new AwsError('ParameterNotFound', '');
      stored.delete(name);
      return {};
    };
  },
};

export const listTagsForResource: JsonOperation = {
  members: ['ResourceType', 'ResourceId'],
  prepare(parameters) {
    const name = requiredText(parameters, 'ResourceId');
    if (requiredText(parameters, 'ResourceType') !== 'Parameter') {
      throw new AwsError('InvalidResourceType', 'The endpoint only has the resource type Parameter.');
    }
    return ({ region: { parameters: stored } }) => {
      const parameter = stored.read(name);
      if (parameter === undefined) {
        throw new AwsError(
          'InvalidResourceId',
          `The resource ID "${name}" is not valid. Verify that you entered the correct ID and try again.`,
        );
      }
      return { TagList: jsonTags(parameter.tags) };
    };
  },
};

function versionsOf(parameter: StoredParameter): ParameterVersion[] {
  return [...parameter.earlier, parameter];
}

function versionShown(
  { value, version, modified }: ParameterVersion,
  show: (value: string) => string,
): object {
  return { Value: show(value), Version: version, LastModifiedDate: modified.getTime() / 1_000 };
}

function decrypts({ WithDecryption }: Readonly<Record<string, unknown>>): string[] {
  return WithDecryption === true ? ['kms:Decrypt'] : [];
}

/** How a response shows a value. */
function readerOf({ WithDecryption }: Readonly<Record<string, unknown>>): (value: string) => string {
  return WithDecryption === true ? (value) => value : encrypted;
}

function encrypted(value: string): string {
  return Buffer.from(value).toString('base64').slice(0, 40);
}

/** @throws AwsError `ValidationException`, `HierarchyLevelLimitExceededException` */
function checkName(name: string): string {
  if (
    !/^[\w.\-/]+$/.test(name) ||
    name.endsWith('/') ||
    name.includes('//') ||
    (name.includes('/') && !name.startsWith('/'))
  ) {
    throw invalid('Parameter name must be a fully qualified name.');
  }
  if (/^\/?(?:aws|ssm)/i.test(name)) {
    throw invalid('Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).');
  }
  if (name.split('/').length - 1 > MAX_LEVELS) {
    throw new AwsError(
      'HierarchyLevelLimitExceededException',
      `A parameter hierarchy can have a maximum of ${MAX_LEVELS} levels.`,
    );
  }
  return name;
}
