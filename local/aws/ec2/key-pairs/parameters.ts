import { AwsError } from '../../aws-error.ts';
import type { QueryParameters } from '../../query.ts';

const MAX_NAME_LENGTH = 255;

/**
 * The name of a new key pair: 1 to 255 printable ASCII characters, no leading or trailing spaces.
 *
 * @throws AwsError `InvalidParameterValue`
 */
export function readNewKeyName(parameters: QueryParameters): string {
  const name = parameters.required('KeyName');
  if (name === '') throw blankName();
  if (!/^[\x20-\x7e]*$/.test(name)) {
    throw invalidParameter('KeyName', name, 'Character sets beyond ASCII are not supported.');
  }
  if (name.length > MAX_NAME_LENGTH) {
    throw invalidParameter('KeyName', name, `Length exceeds maximum of ${MAX_NAME_LENGTH}.`);
  }
  if (name !== name.trim()) {
    throw invalidParameter('KeyName', name, 'Leading and trailing spaces are not allowed.');
  }
  return name;
}

/** One of several values. Default: the first. @throws AwsError `InvalidParameterValue` */
export function readChoice<const Choices extends readonly [string, ...string[]]>(
  parameters: QueryParameters,
  parameter: string,
  choices: Choices,
): Choices[number] {
  const value = parameters.text(parameter);
  if (value === undefined) return choices[0];
  const choice = choices.find((known) => known === value);
  if (choice === undefined) {
    throw invalidParameter(parameter, value, `Valid values are: ${choices.join(', ')}.`);
  }
  return choice;
}

/** Returns the ID if it has the right form. @throws AwsError `InvalidParameterValue` */
export function checkKeyPairId(id: string): string {
  if (/^key-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(id)) return id;
  throw new AwsError('InvalidParameterValue', `Invalid value '${id}' for keyPairId. Expecting 'key-...'.`);
}

export function blankName(): AwsError {
  return new AwsError('InvalidParameterValue', "Invalid value '' for keyPairNames. It should not be blank");
}

export function nameNotFound(name: string): AwsError {
  return new AwsError('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
}

export function idNotFound(id: string): AwsError {
  return new AwsError('InvalidKeyPair.NotFound', `The key pair ID '${id}' does not exist`);
}

function invalidParameter(parameter: string, value: string, rule: string): AwsError {
  return new AwsError(
    'InvalidParameterValue',
    `Value (${value}) for parameter ${parameter} is invalid. ${rule}`,
  );
}
