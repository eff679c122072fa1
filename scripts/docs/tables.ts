import { code, table } from './markdown.ts';

/** An input as README shows it. */
export interface DocumentedInput {
  readonly name: string;
  /** The operations that the input applies to; none if it applies to all of them. */
  readonly operations: readonly string[];
  /** What is used when the input is not set, as Markdown. */
  readonly default?: string | undefined;
  readonly description: string;
  readonly required?: boolean | undefined;
}

/** An output as README shows it. */
export interface DocumentedOutput {
  readonly name: string;
  readonly description: string;
}

/** The part of action.yml that says what inputs and outputs are. */
export interface Manifest {
  readonly inputs: Readonly<Record<string, Described>> & { readonly operation: Described };
  readonly outputs: Readonly<Record<string, Described>>;
}

interface Described {
  readonly description: string;
}

export function inputTable(inputs: readonly DocumentedInput[]): string {
  return table(
    ['Input', 'Operations', 'Default', 'Description'],
    inputs.map(({ name, operations, default: fallback = '', description, required = false }) => [
      code(name),
      operations.length === 0 ? 'all' : operations.join(', '),
      required ? 'required' : fallback,
      description,
    ]),
  );
}

export function outputTable(outputs: readonly DocumentedOutput[]): string {
  return table(
    ['Output', 'Description'],
    outputs.map(({ name, description }) => [code(name), description]),
  );
}

/** Reads what the descriptions of action.yml say, which begin `create, ensure: …` and end `Default: …`. */
export function documentedInputs({ inputs }: Manifest): DocumentedInput[] {
  const known = operationsOf(inputs.operation).join('|');
  const prefix = new RegExp(`(?<=^|\\. )((?:${known})(?:, (?:${known}))*): `, 'g');
  return Object.entries(inputs).map(([name, { description }]) => {
    const [text = '', fallback] = description
      .replace(/\s+/g, ' ')
      .trim()
      .split(/ ?\bDefault: /);
    const operations = [...text.matchAll(prefix)].flatMap(([, list = '']) => list.split(', '));
    const rest = text.replace(prefix, onlyLater);
    return {
      name,
      operations: [...new Set(operations)],
      default: fallback,
      description: rest === text ? text : capitalized(rest),
    };
  });
}

export function documentedOutputs({ outputs }: Manifest): DocumentedOutput[] {
  return Object.entries(outputs).map(([name, { description }]) => ({ name, description }));
}

/** The operations that the description of the input `operation` lists. */
export function operationsOf({ description }: Described): string[] {
  const [choices = ''] = description.split(/\bDefault:/);
  return [...choices.matchAll(/`([a-z]+)`/g)].map(([, name = '']) => name);
}

/** The operations at the start of a description have a column of their own. */
function onlyLater(prefix: string, _operations: string, at: number): string {
  return at === 0 ? '' : prefix;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
