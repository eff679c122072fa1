/** Generates the descriptions of inputs and outputs for README and action.yml. */
import { Scalar, stringify } from 'yaml';
import { type InputRule, type InputTable, operations } from '../../src/inputs/table.ts';
import { code, table } from './markdown.ts';

/** The description of each output, by its name. */
export type OutputTable = Readonly<Record<string, string>>;

export function inputsAsMarkdown(inputs: InputTable): string {
  return table(
    ['Input', 'Operations', 'Default', 'Description'],
    Object.entries(inputs).map(([name, rule]) => [
      code(name),
      operationsOf(rule) ?? 'all',
      rule.fallback ?? '',
      rule.description,
    ]),
  );
}

export function outputsAsMarkdown(outputs: OutputTable): string {
  return table(
    ['Output', 'Description'],
    Object.entries(outputs).map(([name, description]) => [code(name), description]),
  );
}

/** Sets `default:` only for inputs that the runner must fill in. */
export function inputsAsYaml(inputs: InputTable): string {
  const described = mapValues(inputs, (rule) => ({
    description: folded(descriptionOf(rule)),
    ...(rule.filledIn === undefined ? {} : { default: defaultOf(rule) }),
  }));
  return asYaml({ inputs: described });
}

export function outputsAsYaml(outputs: OutputTable): string {
  return asYaml({ outputs: mapValues(outputs, (description) => ({ description: folded(description) })) });
}

/** Undefined if all operations support the input. */
function operationsOf({ takenBy }: InputRule): string | undefined {
  return takenBy.length === operations.length ? undefined : takenBy.join(', ');
}

/** The columns of README in one description. */
function descriptionOf(rule: InputRule): string {
  const operations = operationsOf(rule);
  return [
    ...(operations === undefined ? [] : [`${operations}:`]),
    rule.description,
    ...(rule.fallback === undefined ? [] : [`Default: ${rule.fallback}`]),
  ].join(' ');
}

/** @throws Error unless the fallback is a single value in code format: the runner would fill in prose. */
function defaultOf({ fallback = '', filledIn }: InputRule): string {
  if (typeof filledIn === 'string') return filledIn;
  const [, value] = /^`([^`]+)`$/.exec(fallback) ?? [];
  if (value === undefined)
    throw new Error(`An input with "filledIn" needs a single value as fallback: ${fallback}`);
  return value;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** A folded block (`>-`), which needs no quotes and can be wrapped. */
function folded(text: string): Scalar<string> {
  const scalar = new Scalar(text.trim().replace(/\s+/g, ' '));
  scalar.type = Scalar.BLOCK_FOLDED;
  return scalar;
}

function asYaml(content: object): string {
  return stringify(content, { lineWidth: 120 }).trimEnd();
}
