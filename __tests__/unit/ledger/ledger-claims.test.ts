import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import { diskFull, fails, openClaims, thing } from './known-claims.ts';

describe('at every moment, the post step would find', () => {
  test('what is intended, before it is created.', async () => {
    const { claims, forPost } = openClaims();
    await claims.undoOnFailure(async (work) => {
      work.intend(thing('a'), 'beyond');
      expect(forPost()).toEqual([thing('a')]);
    });
  });

  test('what is held, with everything known about it.', async () => {
    const { claims, forPost } = openClaims();
    await claims.undoOnFailure(async (work) => {
      work.intend(thing('a'), 'beyond').held(thing('a', 'id'));
      expect(forPost()).toEqual([thing('a', 'id')]);
    });
  });

  test('nothing of what was never created.', async () => {
    const { claims, forPost } = openClaims();
    await claims.undoOnFailure(async (work) => {
      work.intend(thing('a'), 'job').cancelled();
      expect(forPost()).toEqual([]);
    });
  });

  test('what ends with the job, once the work is done, and not what is kept.', async () => {
    const { claims, forPost, things } = openClaims();
    const result = await claims.undoOnFailure(async (work) => {
      work.intend(thing('kept'), 'beyond').held(thing('kept', 'id'));
      work.intend(thing('for the job'), 'job');
      return 42;
    });
    expect(result).toBe(42);
    expect(forPost()).toEqual([thing('for the job')]);
    expect(things.released).toEqual([]);
  });

  test('either all things that are kept together or none of them, even if the step is killed between two lines.', async () => {
    const { claims, ledger, forPost } = openClaims();
    await claims.undoOnFailure(async (work) => {
      for (const name of ['key pair', 'file']) work.intend(thing(name), 'beyond').held(thing(name, 'id'));
    });
    const bothHeld = ledger.facts().lastIndexOf('held file') + 1;
    const found = ledger.lines
      .slice(bothHeld - 1)
      .map((_, index) => forPost(ledger.lines.slice(0, bothHeld + index)).length);
    expect(new Set(found)).toEqual(new Set([2, 0]));
  });
});

describe('work that fails', () => {
  test('is undone, last first, by what is known last, and its error is passed on unchanged.', async () => {
    const { claims, things, forPost } = openClaims();
    const done = claims.undoOnFailure(async (work) => {
      work.intend(thing('first'), 'beyond');
      work.intend(thing('second'), 'job').held(thing('second', 'id'));
      work.intend(thing('never created'), 'job').cancelled();
      return fails();
    });
    await expect(done).rejects.toBe(diskFull);
    expect(things.released).toEqual([thing('second', 'id'), thing('first')]);
    expect(forPost()).toEqual([]);
  });

  test('is undone to the end, even if one thing cannot be deleted and another throws.', async () => {
    const { claims, things, forPost } = openClaims(({ name }) =>
      name === 'c' ? 'left' : name === 'b' ? new Error('no response') : 'done',
    );
    const error = new KeyPairError('PATH_NOT_WRITABLE', 'No room.', { hint: 'Free some space.' });
    const done = claims.undoOnFailure(async (work) => {
      for (const name of ['a', 'b', 'c']) work.intend(thing(name), 'job');
      throw error;
    });
    const failure = await done.catch((reason: unknown) => reason);
    expect(things.names()).toEqual(['c', 'b', 'a']);
    expect(forPost()).toEqual([thing('b'), thing('c')]);
    expect(failure).toBeInstanceOf(KeyPairError);
    expect(failure).toMatchObject({ code: 'PATH_NOT_WRITABLE', cause: error });
    const { message, hint } = failure as KeyPairError;
    expect(message.split('\n')).toEqual([
      'No room.',
      'Not cleaned up: the thing c: it is stuck.',
      expect.stringMatching(/^Not cleaned up: a thing recorded by this step: no response\.$/),
    ]);
    expect(hint?.split('\n')).toEqual([
      'Free some space.',
      'The post step will try again.',
      'To delete it yourself:',
      'rm c',
    ]);
  });

  test('names all commands if several things are left.', async () => {
    const { claims } = openClaims(() => 'left');
    const done = claims.undoOnFailure(async (work) => {
      for (const name of ['a', 'b']) work.intend(thing(name), 'job');
      throw new KeyPairError('PATH_NOT_WRITABLE', 'No room.');
    });
    await expect(done).rejects.toMatchObject({ hint: expect.stringContaining('yourself:\nrm b\nrm a') });
  });

  test('says both what failed and what was undone that someone would miss.', async () => {
    const { claims } = openClaims();
    const error = new KeyPairError('PATH_NOT_WRITABLE', 'No room.', { hint: 'Free some space.' });
    const done = claims.undoOnFailure(async (work) => {
      for (const name of ['important', 'other']) work.intend(thing(name), 'beyond').held(thing(name, 'id'));
      throw error;
    });
    await expect(done).rejects.toMatchObject({
      code: 'PATH_NOT_WRITABLE',
      message: 'No room.\nBecause the step failed, the thing important was put back.',
      hint: 'Free some space.',
      cause: error,
    });
  });

  test('has no hint if there is none to pass on and nothing to clean up.', async () => {
    const { claims } = openClaims();
    const done = claims.undoOnFailure(async (work) => {
      work.intend(thing('important'), 'job');
      throw new KeyPairError('PATH_NOT_WRITABLE', 'No room.');
    });
    await expect(done).rejects.toMatchObject({ message: expect.stringContaining('\n'), hint: undefined });
  });

  test('says of each thing what became of it: one was undone, another is left.', async () => {
    const { claims } = openClaims(({ name }) => (name === 'important' ? 'done' : 'left'));
    const done = claims.undoOnFailure(async (work) => {
      for (const name of ['important', 'stuck']) work.intend(thing(name), 'job');
      throw new KeyPairError('PATH_NOT_WRITABLE', 'No room.');
    });
    await expect(done).rejects.toMatchObject({
      message:
        'No room.\nBecause the step failed, the thing important was put back.\nNot cleaned up: the thing stuck: it is stuck.',
      hint: 'The post step will try again.\nTo delete it yourself:\nrm stuck',
    });
  });

  test('with an unexpected error says so, and what is left.', async () => {
    const { claims } = openClaims(() => 'left');
    const done = claims.undoOnFailure(async (work) => {
      work.intend(thing('a'), 'job');
      return fails();
    });
    await expect(done).rejects.toMatchObject({
      code: 'UNEXPECTED',
      message: 'Unexpected error: Error: the disk is full\nNot cleaned up: the thing a: it is stuck.',
      hint: expect.stringMatching(/Please report it[\s\S]*To delete it yourself:\nrm a/),
      cause: diskFull,
    });
  });

  test('adds nothing to its error if everything is gone already.', async () => {
    const { claims, forPost } = openClaims(() => 'already-gone');
    const done = claims.undoOnFailure(async (work) => {
      work.intend(thing('a'), 'job');
      return fails();
    });
    await expect(done).rejects.toBe(diskFull);
    expect(forPost()).toEqual([]);
  });

  test('does not undo again what other work undid before.', async () => {
    const { claims, things } = openClaims();
    for (const name of ['a', 'b']) {
      const done = claims.undoOnFailure(async (work) => {
        work.intend(thing(name), 'job');
        return fails();
      });
      await expect(done).rejects.toBe(diskFull);
    }
    expect(things.names()).toEqual(['a', 'b']);
  });

  test('leaves alone what other work has delivered before.', async () => {
    const { claims, things } = openClaims();
    await claims.undoOnFailure(async (work) => work.intend(thing('delivered'), 'job'));
    await expect(claims.undoOnFailure(fails)).rejects.toBe(diskFull);
    expect(things.released).toEqual([]);
  });
});

test('Every claim has its own number, and is intended before anything else is recorded about it.', async () => {
  const { claims, ledger } = openClaims();
  await claims.undoOnFailure(async (work) => {
    for (const name of ['a', 'b']) work.intend(thing(name), 'beyond').held(thing(name, 'id'));
    work.intend(thing('c'), 'job').cancelled();
  });
  expect(ledger.facts()).toEqual([
    'intended a',
    'held a',
    'intended b',
    'held b',
    'intended c',
    'released c',
    'kept a b',
  ]);
});
