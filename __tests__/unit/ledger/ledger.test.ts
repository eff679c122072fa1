import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type FactName, writeFact, writeKept } from '../../../src/ledger/ledger.ts';
import { continuedLedger, readLedger } from '../../../src/ledger/read-ledger.ts';
import { MemoryLedger, Things, thing } from './known-claims.ts';

const kinds = { thing: new Things() };

function readLines(lines: readonly (readonly [string, string])[]) {
  const { open, unreadable } = readLedger(lines, kinds);
  return { open: open.map(({ number, record }) => [number, record]), unreadable };
}

test('Any record is read back as it was written, whatever text it holds.', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.array(fc.record({ name: text, id: text }), { maxLength: 12 }), (named) => {
      const ledger = new MemoryLedger();
      const records = named.map(({ name, id }) => thing(name, id));
      for (const [index, record] of records.entries()) writeFact(ledger, index + 1, 'intended', record);
      expect(readLines(ledger.lines)).toEqual({
        open: records.map((record, index) => [index + 1, record]),
        unreadable: [],
      });
      expect(ledger.lines.every(([name, value]) => !/[\r\n]/.test(name + value))).toBe(true);
    }),
  );
});

describe('a claim', () => {
  test.each<[FactName[], 'open' | 'settled']>([
    [['intended'], 'open'],
    [['intended', 'held'], 'open'],
    [['intended', 'kept'], 'settled'],
    [['intended', 'held', 'kept'], 'settled'],
    [['intended', 'released'], 'settled'],
    [['intended', 'held', 'released'], 'settled'],
    [['intended', 'held', 'kept', 'released'], 'settled'],
  ])('that is %j is %s, in whatever order the runner passes the lines on.', (facts, fate) => {
    const lines = facts.map((fact): [string, string] => [`claim-1-${fact}`, JSON.stringify(thing('a'))]);
    for (const order of [lines, lines.toReversed()]) {
      expect(readLines(order)).toEqual({ open: fate === 'open' ? [[1, thing('a')]] : [], unreadable: [] });
    }
  });

  test('that is held is known by the last record of it.', () => {
    const lines: [string, string][] = [
      ['claim-1-intended', JSON.stringify(thing('a'))],
      ['claim-1-held', JSON.stringify(thing('a', 'id-1'))],
    ];
    expect(readLines(lines).open).toEqual([[1, thing('a', 'id-1')]]);
    expect(readLines(lines.toReversed()).open).toEqual([[1, thing('a', 'id-1')]]);
  });

  test('is settled even if the line that says so is damaged.', () => {
    const lines: [string, string][] = [
      ['claim-1-intended', JSON.stringify(thing('a'))],
      ['claim-1-released', 'tr'],
    ];
    expect(readLines(lines)).toEqual({ open: [], unreadable: [] });
  });
});

test('A held line that is cut off anywhere loses only its own fact.', () => {
  const held = JSON.stringify(thing('a', 'id-1'));
  for (let cut = 0; cut < held.length; cut += 1) {
    expect(
      readLines([
        ['claim-1-intended', JSON.stringify(thing('a'))],
        ['claim-1-held', held.slice(0, cut)],
      ]),
    ).toEqual({ open: [[1, thing('a')]], unreadable: [] });
  }
});

test('An intended line that is cut off anywhere makes its claim unreadable, and no other.', () => {
  const whole = JSON.stringify(thing('a'));
  for (let cut = 0; cut < whole.length; cut += 1) {
    expect(
      readLines([
        ['claim-1-intended', whole.slice(0, cut)],
        ['claim-2-intended', whole],
      ]),
    ).toEqual({ open: [[2, thing('a')]], unreadable: [1] });
  }
});

test('Whatever the state contains, nothing is thrown, and nothing is open that no kind has written.', () => {
  const name = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.nat(12_000), fc.constantFrom('intended', 'held', 'kept', 'released', 'Intended', 'done'))
      .map(([number, fact]) => `claim-${number}-${fact}`),
  );
  const value = fc.oneof(fc.string(), fc.json(), fc.constant(JSON.stringify(thing('a'))));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 20 }), (lines) => {
      const { open, unreadable } = readLedger(lines, kinds);
      for (const { record } of open) expect(record).toEqual(thing('a'));
      const numbers = [...open.map(({ number }) => number), ...unreadable];
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
    { numRuns: 300 },
  );
});

test('Names of other state are ignored, even if they look like those of claims.', () => {
  expect(
    readLines([
      ['main-process', '{"pid":1}'],
      ['claim', 'x'],
      ['claim-1-intended-2', 'x'],
      ['xclaim-1-intended', 'x'],
      ['CLAIM-1-intended', 'x'],
    ]),
  ).toEqual({ open: [], unreadable: [] });
});

test('Open claims come in the order of their numbers, with ten after nine.', () => {
  const lines = [10, 9, 2, 1].map((number): [string, string] => [
    `claim-${number}-intended`,
    JSON.stringify(thing(`${number}`)),
  ]);
  expect(readLines(lines).open.map(([number]) => number)).toEqual([1, 2, 9, 10]);
});

describe('a held record', () => {
  const intended = ['claim-1-intended', JSON.stringify(thing('a'))] as const;
  const held = ['claim-1-held', JSON.stringify(thing('a', 'id-1'))] as const;

  test.each([
    ['of another thing', JSON.stringify(thing('b', 'id-2'))],
    ['that is damaged', '{"kind":"thing"'],
  ])('%s does not replace what was intended, nor what is held.', (_, value) => {
    const other = ['claim-1-held', value] as const;
    expect(readLines([intended, other]).open).toEqual([[1, thing('a')]]);
    expect(readLines([intended, held, other]).open).toEqual([[1, thing('a', 'id-1')]]);
  });

  test('is known even if what was intended is damaged.', () => {
    expect(readLines([['claim-1-intended', '{'], held]).open).toEqual([[1, thing('a', 'id-1')]]);
  });

  test('still belongs to what was intended first, if that is intended again.', () => {
    const again = ['claim-1-intended', JSON.stringify(thing('b'))] as const;
    expect(readLines([intended, held, again]).open).toEqual([[1, thing('a', 'id-1')]]);
  });
});

describe('a ledger that is continued by a copy of it', () => {
  const record = (name: string, id?: string) => JSON.stringify(thing(name, id));
  const known = [['claim-1-intended', record('a')]] as const;
  const continued = (...copies: [string, string][][]) => readLines(continuedLedger(known, copies)).open;

  test('has the facts and the claims that the copy adds.', () => {
    expect(
      continued([
        ['claim-1-held', record('a', 'id-1')],
        ['claim-2-intended', record('b')],
      ]),
    ).toEqual([
      [1, thing('a', 'id-1')],
      [2, thing('b')],
    ]);
  });

  test.each(['claim-1-kept', 'claim-1-released', 'claim-1-2-kept', 'claim-2-1-released', 'claim-01-kept'])(
    'has no claim settled by the copy (%s).',
    (name) => {
      expect(continued([[name, 'true']])).toEqual([[1, thing('a')]]);
    },
  );

  test.each([
    'claim-1-intended',
    'claim-01-intended',
    'claim-1-2-intended',
    'claim-1-held',
    'claim-01-held',
    'claim-2-1-held',
  ])('has no claim of another thing in its place (%s).', (name) => {
    expect(continued([[name, record('b', 'id-2')]])).toEqual([[1, thing('a')]]);
  });

  test('has what each of several copies adds, in their order.', () => {
    const genuine: [string, string][] = [['claim-2-intended', record('b')]];
    const forged: [string, string][] = [['claim-2-intended', record('c')]];
    expect(continued(genuine, forged)).toEqual([
      [1, thing('a')],
      [2, thing('b')],
    ]);
  });
});

describe('one line that keeps several claims', () => {
  const lines = [1, 2, 3].map((number): [string, string] => [
    `claim-${number}-intended`,
    JSON.stringify(thing(`${number}`)),
  ]);

  test('settles exactly these.', () => {
    const ledger = new MemoryLedger();
    writeKept(ledger, [1, 3]);
    expect(ledger.lines).toHaveLength(1);
    expect(readLines([...lines, ...ledger.lines]).open).toEqual([[2, thing('2')]]);
  });

  test('is not written if there are none.', () => {
    const ledger = new MemoryLedger();
    writeKept(ledger, []);
    expect(ledger.lines).toEqual([]);
  });
});
