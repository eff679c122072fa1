// TS2741: every field that is read back from the ledger is checked
import type { OutputRecord } from '../../src/destinations/output.ts';
import { isTrue, recordParser } from '../../src/ledger/record.ts';

export const parse = recordParser<OutputRecord>('output', { filled: isTrue });
