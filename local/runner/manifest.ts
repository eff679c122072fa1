import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Scalar, Step } from './job-types.ts';

/** The parts of an action.yml that the runner needs. */
export type Manifest = ScriptManifest | CompositeManifest;

/** Defaults as written, with expressions; '' if there is none. In the order of the file. */
export type ManifestInputs = ReadonlyMap<
  string,
  { readonly default: string; readonly deprecation: string | undefined }
>;

/** An action that Node.js runs. */
export interface ScriptManifest {
  readonly kind: 'script';
  readonly inputs: ManifestInputs;
  readonly main: string;
  readonly pre: string | undefined;
  readonly preIf: string;
  readonly post: string | undefined;
  readonly postIf: string;
}

/** An action that is a list of steps. */
export interface CompositeManifest {
  readonly kind: 'composite';
  readonly inputs: ManifestInputs;
  readonly steps: readonly Step[];
  /** With expressions, which can refer to the outputs of its steps. */
  readonly outputs: ReadonlyMap<string, Scalar>;
}

/**
 * Reads action.yml or action.yaml in a folder.
 *
 * @throws Error if there is none, or it is neither a `node24` nor a `composite` action.
 */
export function readManifest(folder: string): Manifest {
  const root = mapping(parsed(textOfManifest(folder)), 'action.yml');
  const runs = mapping(root['runs'], "Top level 'runs:' section");
  const inputs = readInputs(root['inputs']);
  const using = text(runs['using']) ?? '';
  if (using.toLowerCase() === 'composite') {
    if (!Array.isArray(runs['steps'])) throw new Error('Required property is missing: steps');
    return { kind: 'composite', inputs, steps: runs['steps'], outputs: readOutputs(root['outputs']) };
  }
  if (using.toLowerCase() !== 'node24')
    throw new Error(`'using: ${using}' is not supported, use 'node24' instead.`);
  return { kind: 'script', inputs, ...readScripts(runs) };
}

function readScripts(runs: Readonly<Record<string, unknown>>): Omit<ScriptManifest, 'kind' | 'inputs'> {
  const main = text(runs['main']) ?? '';
  if (main === '')
    throw new Error('You are using a JavaScript Action but there is not an entry JavaScript file.');
  return {
    main,
    pre: text(runs['pre']),
    preIf: text(runs['pre-if']) ?? 'always()',
    post: text(runs['post']),
    postIf: text(runs['post-if']) ?? 'always()',
  };
}

/** By text: the torture runs the same action thousands of times, and to parse its action.yml takes milliseconds. */
const parsedTexts = new Map<string, unknown>();

function parsed(yaml: string): unknown {
  if (!parsedTexts.has(yaml)) parsedTexts.set(yaml, parse(yaml));
  return parsedTexts.get(yaml);
}

function textOfManifest(folder: string): string {
  try {
    return readFileSync(join(folder, 'action.yml'), 'utf8');
  } catch {
    return readFileSync(join(folder, 'action.yaml'), 'utf8');
  }
}

function readOutputs(outputs: unknown): CompositeManifest['outputs'] {
  const entries = Object.entries(mapping(outputs ?? {}, 'outputs'));
  return new Map(entries.map(([name, output]) => [name, text(mapping(output, name)['value']) ?? '']));
}

function readInputs(inputs: unknown): ManifestInputs {
  const entries = Object.entries(mapping(inputs ?? {}, 'inputs'));
  return new Map(
    entries.map(([name, value]) => {
      const input = mapping(value ?? {}, `input ${name}`);
      return [
        name,
        { default: text(input['default']) ?? '', deprecation: text(input['deprecationMessage']) },
      ];
    }),
  );
}

function mapping(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} must be a mapping.`);
  return { ...value };
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
