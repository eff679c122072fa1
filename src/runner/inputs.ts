import * as core from '@actions/core';
import type { RawInput } from '../inputs/values.ts';

/** The inputs of this step, as they were given; empty where they were not. */
export const rawInput: RawInput = (name) => core.getInput(name, { trimWhitespace: false });
