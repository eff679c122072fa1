import type { QueryParameters } from '../../query.ts';
import { Refusal } from '../../refusal.ts';

const LONGEST_NAME = 255;

/** The name for a new pair: 1 to 255 printable ASCII characters, no space at either end. Throws InvalidParameterValue. */
export function readNewKeyName(parameters: QueryParameters): string {
  const name = parameters.required('KeyName');
  if (name === '') throw blankName();
  if (!/^[\x20-\x7e]*$/.test(name)) {
    throw invalidParameter('KeyName', name, 'Character sets beyond ASCII are not supported.');
  }
  if (name.length > LONGEST_NAME) {
    throw invalidParameter('KeyName', name, `Length exceeds maximum of ${LONGEST_NAME}.`);
  }
  if (name !== name.trim()) {
    throw invalidParameter('KeyName', name, 'Leading and trailing spaces are not allowed.');
  }
  return name;
}

/** One of a few words; absent is the first. Throws InvalidParameterValue. */
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

/** A pair's id, well formed. Throws InvalidParameterValue. */
export function checkKeyPairId(id: string): string {
  if (/^key-[0-9a-f]{8}(?:[0-9a-f]{9})?$/.test(id)) return id;
  throw new Refusal('InvalidParameterValue', `Invalid value '${id}' for keyPairId. Expecting 'key-...'.`);
}

export function blankName(): Refusal {
  return new Refusal('InvalidParameterValue', "Invalid value '' for keyPairNames. It should not be blank");
}

export function nameNotFound(name: string): Refusal {
  return new Refusal('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
}

export function idNotFound(id: string): Refusal {
  return new Refusal('InvalidKeyPair.NotFound', `The key pair ID '${id}' does not exist`);
}

function invalidParameter(parameter: string, value: string, rule: string): Refusal {
  return new Refusal(
    'InvalidParameterValue',
    `Value (${value}) for parameter ${parameter} is invalid. ${rule}`,
  );
}
