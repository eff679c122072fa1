// TS2345: only inputs whose row says list have one value per line
import type { InputValues } from '../../src/inputs/values.ts';

export const tags = (inputs: InputValues) => inputs.tags('key-name', { reserved: () => false, max: 1 });
