import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import { LedgerClaims } from '../../../src/ledger/claims.ts';
import { readLedger } from '../../../src/ledger/ledger.ts';
import { MemoryLedger, type Thing, Things } from './known-claims.ts';

const thing = (name: string, id?: string): Thing => ({
  kind: 'thing',
  name,
  ...(id === undefined ? {} : { id }),
});

function open(things = new Things()) {
  const ledger = new MemoryLedger();
  const claims = new LedgerClaims<Thing>(ledger, { thing: things });
  const forPost = () => readLedger(ledger.lines, [things]).open.map(({ record }) => record);
  return { ledger, claims, things, forPost };
}

const broken = new Error('the disk is on fire');
const fails = () => Promise.reject(broken);

describe('at every moment post would find', () => {
  test('what is intended, before it is made', () => {
    const { claims, forPost } = open();
    claims.intend(thing('a'), 'beyond');
    expect(forPost()).toEqual([thing('a')]);
  });

  test('what is held, with all that is known of it', () => {
    const { claims, forPost } = open();
    claims.intend(thing('a'), 'beyond').held(thing('a', 'id'));
    expect(forPost()).toEqual([thing('a', 'id')]);
  });

  test('nothing of what was never made', () => {
    const { claims, forPost } = open();
    claims.intend(thing('a'), 'job').void();
    expect(forPost()).toEqual([]);
  });

  test('what goes with the job, once the work is done, and not what stays', async () => {
    const { claims, forPost, things } = open();
    const answer = await claims.undoUnless(async () => {
      claims.intend(thing('stays'), 'beyond').held(thing('stays', 'id'));
      claims.intend(thing('goes'), 'job');
      return 42;
    });
    expect(answer).toBe(42);
    expect(forPost()).toEqual([thing('goes')]);
    expect(things.released).toEqual([]);
  });
});

describe('work that fails', () => {
  test('is undone, last first, by what is known last, and its error goes on as it was', async () => {
    const { claims, things, forPost } = open();
    const work = claims.undoUnless(async () => {
      claims.intend(thing('first'), 'beyond');
      claims.intend(thing('second'), 'job').held(thing('second', 'id'));
      claims.intend(thing('never made'), 'job').void();
      return fails();
    });
    await expect(work).rejects.toBe(broken);
    expect(things.released).toEqual([thing('second', 'id'), thing('first')]);
    expect(forPost()).toEqual([]);
  });

  test('is undone to its end, even when one thing cannot be removed and another throws', async () => {
    const fate = ({ name }: Thing) =>
      name === 'c' ? ('left' as const) : name === 'b' ? new Error('no answer') : ('removed' as const);
    const { claims, things, forPost } = open(new Things(fate));
    const error = new KeyPairError('PATH_NOT_WRITABLE', 'No room.', { hint: 'Make room.' });
    const work = claims.undoUnless(async () => {
      for (const name of ['a', 'b', 'c']) claims.intend(thing(name), 'job');
      throw error;
    });
    const failure = await work.catch((reason: unknown) => reason);
    expect(things.released.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(forPost()).toEqual([thing('a'), thing('b'), thing('c')].slice(1));
    expect(failure).toBeInstanceOf(KeyPairError);
    expect(failure).toMatchObject({ code: 'PATH_NOT_WRITABLE', cause: error });
    const { message, hint = '' } = failure as KeyPairError;
    expect(message.split('\n')[0]).toBe('No room.');
    expect(message).toContain('the thing c: it is stuck');
    expect(message).toContain('no answer');
    expect(hint).toContain('Make room.');
    expect(hint).toContain('By hand: rm c');
  });

  test('says both what failed and that what somebody would miss was removed again', async () => {
    const { claims } = open();
    const error = new KeyPairError('PATH_NOT_WRITABLE', 'No room.', { hint: 'Make room.' });
    const work = claims.undoUnless(async () => {
      for (const name of ['dear', 'other']) claims.intend(thing(name), 'beyond').held(thing(name, 'id'));
      throw error;
    });
    await expect(work).rejects.toMatchObject({
      code: 'PATH_NOT_WRITABLE',
      message: 'No room.\nThe thing dear was taken back.',
      hint: 'Make room.',
      cause: error,
    });
  });

  test('says of each thing what became of it: one was removed again, another is left', async () => {
    const { claims } = open(new Things(({ name }) => (name === 'dear' ? 'removed' : 'left')));
    const work = claims.undoUnless(async () => {
      for (const name of ['dear', 'stuck']) claims.intend(thing(name), 'job');
      throw new KeyPairError('PATH_NOT_WRITABLE', 'No room.');
    });
    await expect(work).rejects.toMatchObject({
      message: 'No room.\nThe thing dear was taken back.\nLeft behind: the thing stuck: it is stuck',
      hint: 'The post step tries once more to remove what is left.\nBy hand: rm stuck',
    });
  });

  test('with an error that is not ours says so, and what is left', async () => {
    const { claims } = open(new Things(() => 'left'));
    const work = claims.undoUnless(async () => {
      claims.intend(thing('a'), 'job');
      return fails();
    });
    await expect(work).rejects.toMatchObject({
      code: 'UNEXPECTED',
      message: expect.stringMatching(
        /^Something unexpected happened: Error: the disk is on fire\nLeft behind: the thing a/,
      ),
      hint: expect.stringMatching(/please report it[\s\S]*By hand: rm a/),
    });
  });

  test('of something that is gone already leaves nothing to say', async () => {
    const { claims, forPost } = open(new Things(() => 'already-gone'));
    const work = claims.undoUnless(async () => {
      claims.intend(thing('a'), 'job');
      return fails();
    });
    await expect(work).rejects.toBe(broken);
    expect(forPost()).toEqual([]);
  });

  test('once does not undo again what failed before', async () => {
    const { claims, things } = open();
    const work = (name: string) =>
      claims.undoUnless(async () => {
        claims.intend(thing(name), 'job');
        return fails();
      });
    await work('a').catch(() => {});
    await work('b').catch(() => {});
    expect(things.released.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('after work that was done leaves that alone', async () => {
    const { claims, things } = open();
    await claims.undoUnless(async () => claims.intend(thing('done'), 'job'));
    await claims.undoUnless(fails).catch(() => {});
    expect(things.released).toEqual([]);
  });
});

describe('a ledger that cannot be written', () => {
  test('lets nothing be made', async () => {
    const { claims, ledger, things } = open();
    ledger.refuse = () => true;
    const made: string[] = [];
    const work = claims.undoUnless(async () => {
      claims.intend(thing('a'), 'job');
      made.push('a');
    });
    await expect(work).rejects.toThrow('no room for claim-1-intended');
    expect([made, things.released]).toEqual([[], []]);
  });

  test('when a thing is held, has it released by its id all the same', async () => {
    const { claims, ledger, things } = open();
    ledger.refuse = (name) => name.endsWith('held');
    const work = claims.undoUnless(async () => claims.intend(thing('a'), 'beyond').held(thing('a', 'id')));
    await expect(work).rejects.toThrow('no room for claim-1-held');
    expect(things.released).toEqual([thing('a', 'id')]);
  });

  test('when a thing is kept, has it released: post would remove it, and nobody would know', async () => {
    const { claims, ledger, things, forPost } = open();
    ledger.refuse = (name) => name.endsWith('kept');
    const work = claims.undoUnless(async () => claims.intend(thing('a'), 'beyond'));
    await expect(work).rejects.toThrow('no room for claim-1-kept');
    expect(things.released).toEqual([thing('a')]);
    expect(forPost()).toEqual([]);
  });

  test('when a thing is released, lets the rest be released, and post look again', async () => {
    const { claims, ledger, things, forPost } = open();
    ledger.refuse = (name) => name.endsWith('released');
    const work = claims.undoUnless(async () => {
      claims.intend(thing('a'), 'job');
      claims.intend(thing('b'), 'job');
      return fails();
    });
    await expect(work).rejects.toBe(broken);
    expect(things.released.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(forPost()).toEqual([thing('a'), thing('b')]);
  });

  test('between two things that are kept, as a kill there would, settles neither: a pair and its file go together', async () => {
    const { claims, ledger, forPost } = open(new Things(() => 'left'));
    ledger.refuse = (name) => name === 'claim-1-2-kept';
    const work = claims.undoUnless(async () => {
      claims.intend(thing('file'), 'beyond');
      claims.intend(thing('pair'), 'beyond');
    });
    await expect(work).rejects.toThrow('no room');
    expect(forPost()).toEqual([thing('file'), thing('pair')]);
  });
});

test('every claim has a number of its own, and intended always stands before anything else of it', async () => {
  const { claims, ledger } = open();
  await claims.undoUnless(async () => {
    for (const name of ['a', 'b']) claims.intend(thing(name), 'beyond').held(thing(name, 'id'));
  });
  claims.intend(thing('c'), 'job').void();
  expect(ledger.lines.map(([name]) => name).filter((name) => !name.endsWith('kept'))).toEqual([
    'claim-1-intended',
    'claim-1-held',
    'claim-2-intended',
    'claim-2-held',
    'claim-3-intended',
    'claim-3-released',
  ]);
});
