import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseReference } from '../../../src/inputs/store-reference.ts';
import { type CopyNotes, keepCopy, type NewCopy } from '../../../src/stores/keep-copy.ts';
import type { Store } from '../../../src/stores/store.ts';
import { FakeStores, storeErrors } from '../../lib/fake-stores.ts';
import { someRun } from '../../lib/workflow-run.ts';

const reference = 'ssm:/ec2/keypair/deploy';
const pair = { keyPairId: 'key-0a', nonce: 'a nonce' };
const copy: NewCopy = { text: 'the key', pair, isPairNew: true, kmsKeyId: undefined, run: someRun };
const ownTags = [
  ['managed-by', 'ec2-key-pair-action'],
  ['ec2-key-pair-action:repository', 'github.com/octo/widgets'],
  ['ec2-key-pair-action:key-pair-id', 'key-0a'],
  ['ec2-key-pair-action:nonce', 'a nonce'],
] as const;
const othersTags = [...ownTags.slice(0, 3), ['ec2-key-pair-action:nonce', 'of another key pair']] as const;

let folder: string;
let stores: FakeStores;
let notes: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keep-copy-'));
  stores = new FakeStores(path.join(folder, 'stores'));
  notes = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

const noting: CopyNotes = {
  confirmed: () => void notes.push('confirmed'),
  cancelled: () => void notes.push('cancelled'),
};

function open(): Promise<Store> {
  const parsed = parseReference(reference);
  if (parsed === undefined) throw new Error(`${reference} is not a reference`);
  return stores.open(parsed);
}

async function keep(changes: Partial<NewCopy> = {}): Promise<string> {
  return keepCopy(await open(), { ...copy, ...changes }, noting);
}

async function codeOf(kept: Promise<unknown>): Promise<string> {
  const error = await kept.catch((reason: unknown) => reason);
  return String(error instanceof Error && 'code' in error ? error.code : error);
}

describe('a copy is kept', () => {
  test('under a free name, with its own tags, is confirmed, and read back', async () => {
    expect(await keep({ kmsKeyId: 'alias/team' })).toBe('equal');
    expect(stores.get(reference)).toEqual({ text: 'the key', tags: ownTags, kmsKeyId: 'alias/team' });
    expect(notes).toEqual(['confirmed']);
    expect(stores.journal).toEqual([`put ${reference}`, `read ${reference}`]);
  });

  test('once, if the response to its request was lost', async () => {
    stores.faults.put.push({ afterwards: storeErrors.reset() });
    expect(await keep()).toBe('equal');
    expect(notes).toEqual(['confirmed']);
  });

  test('although reads lag behind', async () => {
    stores.staleReads = 2;
    expect(await keep()).toBe('equal');
  });

  test('although the role may not read it, which proves nothing', async () => {
    stores.faults.read.push({ instead: storeErrors.denied() });
    expect(await keep()).toBe('not allowed');
    expect(notes).toEqual(['confirmed']);
  });

  test('if it is there already for a key pair that others created, and belongs to them', async () => {
    stores.set(reference, { text: 'the key', tags: ownTags });
    expect(await keep({ isPairNew: false })).toBe('equal');
    expect(notes).toEqual(['cancelled']);
  });
});

describe('an error says', () => {
  test('that the name is taken, whoever has it, and nothing is claimed or changed', async () => {
    for (const tags of [[], othersTags]) {
      stores.set(reference, { text: 'the key', tags });
      expect(await codeOf(keep())).toBe('STORE_TAKEN');
      expect(stores.get(reference)).toEqual({ text: 'the key', tags });
    }
    expect(notes).toEqual(['cancelled', 'cancelled']);
  });

  test('that the store refused the copy, and then nothing is claimed', async () => {
    stores.faults.put.push({ instead: storeErrors.denied() });
    expect(await codeOf(keep())).toBe('NOT_ALLOWED');
    expect(notes).toEqual(['cancelled']);
  });

  test('that there was no answer, and then it stays claimed', async () => {
    stores.faults.put.push(...Array.from({ length: 30 }, () => ({ instead: storeErrors.reset() })));
    expect(await codeOf(keep())).toBe('NO_ANSWER');
    expect(notes).toEqual([]);
  });

  test('that something else has the name after a lost response, and then nothing is claimed', async () => {
    stores.faults.put.push({ instead: storeErrors.reset() });
    stores.set(reference, { text: 'x', tags: othersTags });
    expect(await codeOf(keep())).toBe('STORE_TAKEN');
    expect(notes).toEqual(['cancelled']);
  });

  test('that the name is taken by what the store does not show, and after a lost response it stays claimed', async () => {
    stores.faults.put.push({ instead: storeErrors.reset() });
    stores.set(reference, { text: 'x', tags: ownTags });
    stores.staleReads = 1_000;
    expect(await codeOf(keep())).toBe('STORE_TAKEN');
    expect(notes).toEqual([]);
  });

  test('that another value is there, or none', async () => {
    stores.set(reference, { text: 'another key', tags: ownTags });
    expect(await codeOf(keep())).toBe('STORE_UNCONFIRMED');
    stores.staleReads = 1_000;
    stores.faults.look.push(undefined);
    const store = await open();
    await store.delete();
    expect(await codeOf(keep())).toBe('STORE_UNCONFIRMED');
  });

  test('that the private key is too long, before anything is sent', async () => {
    expect(await codeOf(keep({ text: 'x'.repeat(4097) }))).toBe('INVALID_INPUT');
    expect([stores.journal, notes]).toEqual([[], ['cancelled']]);
  });
});
