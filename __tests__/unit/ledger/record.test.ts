import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ClaimRecord } from '../../../src/ledger/claim.ts';
import {
  absolutePath,
  listOf,
  matching,
  nonEmpty,
  optional,
  recordParser,
} from '../../../src/ledger/record.ts';

interface TicketRecord extends ClaimRecord {
  readonly kind: 'ticket';
  readonly from: string;
  readonly to: string;
  readonly seat?: string;
}

const parse = recordParser<TicketRecord>(
  'ticket',
  { from: nonEmpty, to: nonEmpty, seat: optional(matching(/^\d+$/)) },
  ({ from, to }) => from !== to,
);

const ticket: TicketRecord = { kind: 'ticket', from: 'Oslo', to: 'Bergen' };

describe('a record', () => {
  test.each<TicketRecord>([ticket, { ...ticket, seat: '12' }])(
    'is read back from JSON as it was written: %j.',
    (record) => {
      expect(parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    },
  );

  test.each<[said: string, value: unknown]>([
    ['of another kind', { ...ticket, kind: 'voucher' }],
    ['without a kind', { from: 'Oslo', to: 'Bergen' }],
    ['without a required field', { kind: 'ticket', from: 'Oslo' }],
    ['with a required field that fails its check', { ...ticket, to: '' }],
    ['with an optional field that fails its check', { ...ticket, seat: 'window' }],
    ['whose fields do not fit together', { ...ticket, to: 'Oslo' }],
    ['that is a list', [ticket]],
    ['that is null', null],
    ['that is text', JSON.stringify(ticket)],
    ['that inherits its fields', Object.create(ticket)],
  ])('%s is not accepted.', (_, value) => {
    expect(parse(value)).toBeUndefined();
  });

  test('may have fields that its kind does not know: they do not matter.', () => {
    expect(parse({ ...ticket, price: 12 })).toMatchObject(ticket);
  });

  test('is not compared field by field with others unless that was asked for.', () => {
    const withoutFits = recordParser<TicketRecord>('ticket', {
      from: nonEmpty,
      to: nonEmpty,
      seat: optional(nonEmpty),
    });
    expect(withoutFits({ ...ticket, to: 'Oslo' })).toEqual({ ...ticket, to: 'Oslo' });
  });

  test('of any other shape is not accepted, and nothing is thrown.', () => {
    fc.assert(fc.property(fc.anything(), (value) => parse(value) === undefined));
  });
});

describe('the check', () => {
  const { root } = path.parse(process.cwd());

  test.each<[check: string, accepts: (value: unknown) => boolean, accepted: unknown[], rejected: unknown[]]>([
    ['nonEmpty', nonEmpty, ['a', ' '], ['', 7, null, undefined, ['a'], {}]],
    [
      'absolutePath',
      absolutePath,
      [root, path.join(root, 'a', 'b')],
      ['', 'a', './a', '../a', 7, null, undefined, [root]],
    ],
    ['matching', matching(/^\d+$/), ['1', '12'], ['', 'a', '1\n', 12, null, undefined, ['1']]],
    ['listOf', listOf(nonEmpty), [[], ['a'], ['a', 'b']], ['a', ['a', ''], [7], { 0: 'a' }, null, undefined]],
    ['optional', optional(nonEmpty), [undefined, 'a'], ['', null, 7]],
  ])('%s accepts and rejects what its name says.', (_, accepts, accepted, rejected) => {
    expect(accepted.filter((value) => !accepts(value))).toEqual([]);
    expect(rejected.filter((value) => accepts(value))).toEqual([]);
  });
});
