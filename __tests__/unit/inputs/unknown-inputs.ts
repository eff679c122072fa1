import { misspellings } from '../../../src/inputs/misspelled.ts';
import { unknownInputs } from '../../../src/inputs/values.ts';

/** As the runner names the variable of an input, without `INPUT_`. */
export function variable(name: string): string {
  return name.replaceAll(' ', '_').toUpperCase();
}

/** The problems with a step that sets these inputs, in addition to those that exist. */
export function problemsWith(given: Readonly<Record<string, string>>): string[] {
  const passed = Object.fromEntries(Object.entries(given).map(([name, value]) => [variable(name), value]));
  const raw = (name: string) => passed[variable(name)] ?? '';
  return misspellings(unknownInputs(Object.keys(passed)), raw);
}
