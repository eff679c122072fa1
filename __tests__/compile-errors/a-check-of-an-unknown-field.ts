// TS2353: only fields that the record has are checked
import type { OutputRecord } from '../../src/destinations/output.ts';
import { absolutePath, recordParser } from '../../src/ledger/record.ts';

export const parse = recordParser<OutputRecord>('output', { path: absolutePath, folder: absolutePath });
