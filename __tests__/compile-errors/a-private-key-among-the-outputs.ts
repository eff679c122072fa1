// TS2353: only its destination can set the output private-key
import type { Outputs } from '../../src/results/outputs.ts';

export const outputs: Outputs = { 'key-name': 'deploy', 'private-key': 'text' };
