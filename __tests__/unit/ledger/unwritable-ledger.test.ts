import { describe, expect, test } from '@jest/globals';
import { diskFull, fails, openClaims, thing } from './known-claims.ts';

describe('a ledger that cannot be written', () => {
  test('lets nothing be created.', async () => {
    const { claims, ledger, things } = openClaims();
    ledger.refuse = () => true;
    const created: string[] = [];
    const done = claims.undoOnFailure(async (work) => {
      work.intend(thing('a'), 'job');
      created.push('a');
    });
    await expect(done).rejects.toThrow('no room for intended');
    expect([created, things.released]).toEqual([[], []]);
  });

  test('when a thing is held, has it released by its ID all the same.', async () => {
    const { claims, ledger, things } = openClaims();
    ledger.refuse = (fact) => fact === 'held';
    const done = claims.undoOnFailure(async (work) =>
      work.intend(thing('a'), 'beyond').held(thing('a', 'id')),
    );
    await expect(done).rejects.toThrow('no room for held');
    expect(things.released).toEqual([thing('a', 'id')]);
  });

  test('when a claim is cancelled, has it released: the post step would find it, too.', async () => {
    const { claims, ledger, things } = openClaims(() => 'already-gone');
    ledger.refuse = (fact) => fact === 'released';
    const done = claims.undoOnFailure(async (work) => work.intend(thing('a'), 'job').cancelled());
    await expect(done).rejects.toThrow('no room for released');
    expect(things.released).toEqual([thing('a')]);
  });

  test('when a thing is kept, has it released: otherwise the post step would release what was reported as kept.', async () => {
    const { claims, ledger, things, forPost } = openClaims();
    ledger.refuse = (fact) => fact === 'kept';
    const done = claims.undoOnFailure(async (work) => work.intend(thing('a'), 'beyond'));
    await expect(done).rejects.toThrow('no room for kept');
    expect(things.released).toEqual([thing('a')]);
    expect(forPost()).toEqual([]);
  });

  test('when one of two things is kept, keeps neither: a key pair and its file stay together.', async () => {
    const { claims, ledger, forPost } = openClaims(() => 'left');
    ledger.refuse = (fact) => fact === 'kept';
    const done = claims.undoOnFailure(async (work) => {
      work.intend(thing('file'), 'beyond');
      work.intend(thing('key pair'), 'beyond');
    });
    await expect(done).rejects.toThrow('no room for kept');
    expect(forPost()).toEqual([thing('file'), thing('key pair')]);
  });

  test('when things are released, has all of them released, and the post step checks again.', async () => {
    const { claims, ledger, things, forPost } = openClaims();
    ledger.refuse = (fact) => fact === 'released';
    const done = claims.undoOnFailure(async (work) => {
      for (const name of ['a', 'b']) work.intend(thing(name), 'job');
      return fails();
    });
    await expect(done).rejects.toBe(diskFull);
    expect(things.names()).toEqual(['b', 'a']);
    expect(forPost()).toEqual([thing('a'), thing('b')]);
  });
});
