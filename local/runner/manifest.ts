import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The parts of an action.yml that the runner needs. */
export interface Manifest {
  /** Defaults as written, with expressions; '' if there is none. In the order of the file. */
  readonly inputs: ReadonlyMap<
    string,
    { readonly default: string; readonly deprecation: string | undefined }
  >;
  readonly main: string;
  readonly pre: string | undefined;
  readonly preIf: string;
  readonly post: string | undefined;
  readonly postIf: string;
}

/** Reads action.yml or action.yaml in a folder. @throws Error if there is none, or it is not a `node24` action. */
export function readManifest(folder: string): Manifest {
  const root = mapping(parse(textOfManifest(folder)), 'action.yml');
  const runs = mapping(root['runs'], "Top level 'runs:' section");
  const using = text(runs['using']) ?? '';
  if (using.toLowerCase() !== 'node24')
    throw new Error(`'using: ${using}' is not supported, use 'node24' instead.`);
  const main = text(runs['main']) ?? '';
  if (main === '')
    throw new Error('You are using a JavaScript Action but there is not an entry JavaScript file.');
  return {
    inputs: readInputs(root['inputs']),
    main,
    pre: text(runs['pre']),
    preIf: text(runs['pre-if']) ?? 'always()',
    post: text(runs['post']),
    postIf: text(runs['post-if']) ?? 'always()',
  };
}

function textOfManifest(folder: string): string {
  try {
    return readFileSync(join(folder, 'action.yml'), 'utf8');
  } catch {
    return readFileSync(join(folder, 'action.yaml'), 'utf8');
  }
}

function readInputs(inputs: unknown): Manifest['inputs'] {
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
