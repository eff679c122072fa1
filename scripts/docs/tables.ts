/** The inputs and outputs of the action, as README and action.yml describe them. */
import { Scalar, stringify } from 'yaml';
import { type InputRule, type InputTable, operations } from '../../src/inputs/table.ts';
import { code, table } from './markdown.ts';

/** What users read of each output, by its name. */
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

/** A `default:` only where the runner is to fill it in. */
export function inputsAsYaml(inputs: InputTable): string {
  const described = mapValues(inputs, (rule) => ({
    description: folded(descriptionOf(rule)),
    ...(rule.filledIn === true ? { default: defaultOf(rule) } : {}),
  }));
  return asYaml({ inputs: described });
}

export function outputsAsYaml(outputs: OutputTable): string {
  return asYaml({ outputs: mapValues(outputs, (description) => ({ description: folded(description) })) });
}

/** Undefined where every operation takes the input. */
function operationsOf({ takenBy }: InputRule): string | undefined {
  return takenBy.length === operations.length ? undefined : takenBy.join(', ');
}

/** Everything that the columns of README say, in one text. */
function descriptionOf(rule: InputRule): string {
  const operations = operationsOf(rule);
  return [
    ...(operations === undefined ? [] : [`${operations}:`]),
    rule.description,
    ...(rule.fallback === undefined ? [] : [`Default: ${rule.fallback}`]),
  ].join(' ');
}

/** @throws Error where the fallback is not one value in code: the runner would fill in prose. */
function defaultOf({ fallback = '' }: InputRule): string {
  const [, value] = /^`([^`]+)`$/.exec(fallback) ?? [];
  if (value === undefined)
    throw new Error(`An input that is filled in needs one value as fallback: ${fallback}`);
  return value;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** A folded block (`>-`): it needs no quotes, and its lines can be wrapped. */
function folded(text: string): Scalar<string> {
  const scalar = new Scalar(text.trim().replace(/\s+/g, ' '));
  scalar.type = Scalar.BLOCK_FOLDED;
  return scalar;
}

function asYaml(content: object): string {
  return stringify(content, { lineWidth: 120 }).trimEnd();
}
