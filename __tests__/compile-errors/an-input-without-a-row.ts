// TS2345: only inputs of the table can be read
import type { InputValues } from '../../src/inputs/values.ts';

export const text = (inputs: InputValues) => inputs.text('launch-instances');
