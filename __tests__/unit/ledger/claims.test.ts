import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import { LedgerClaims } from '../../../src/ledger/claims.ts';
import { readLedger } from '../../../src/ledger/read-ledger.ts';
import { type Fate, MemoryLedger, type Thing, Things, thing } from './known-claims.ts';

function open(fate?: Fate) {
  const things = new Things(fate);
  const ledger = new MemoryLedger();
  const claims = new LedgerClaims<Thing>(ledger, { thing: things });
  /** What the post step would find in these lines of the ledger. */
  const forPost = (lines = ledger.lines) =>
    readLedger(lines, { thing: things }).open.map(({ record }) => record);
  return { ledger, claims, things, forPost };
}

const broken = new Error('the disk is full');
const fails = () => Promise.reject(broken);

describe('at every moment, the post step would find', () => {
  test('what is intended, before it is created.', async () => {
    const { claims, forPost } = open();
    await claims.undoUnless(async (work) => {
      work.intend(thing('a'), 'beyond');
      expect(forPost()).toEqual([thing('a')]);
    });
  });

  test('what is held, with everything known about it.', async () => {
    const { claims, forPost } = open();
    await claims.undoUnless(async (work) => {
      work.intend(thing('a'), 'beyond').held(thing('a', 'id'));
      expect(forPost()).toEqual([thing('a', 'id')]);
    });
  });

  test('nothing of what was never created.', async () => {
    const { claims, forPost } = open();
    await claims.undoUnless(async (work) => {
      work.intend(thing('a'), 'job').cancelled();
      expect(forPost()).toEqual([]);
    });
  });

  test('what ends with the job, once the work is done, and not what is kept.', async () => {
    const { claims, forPost, things } = open();
    const result = await claims.undoUnless(async (work) => {
      work.intend(thing('kept'), 'beyond').held(thing('kept', 'id'));
      work.intend(thing('for the job'), 'job');
      return 42;
    });
    expect(result).toBe(42);
    expect(forPost()).toEqual([thing('for the job')]);
    expect(things.released).toEqual([]);
  });

  test('either all things that are kept together or none of them, even if the step is killed between two lines.', async () => {
    const { claims, ledger, forPost } = open();
    await claims.undoUnless(async (work) => {
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
    const { claims, things, forPost } = open();
    const done = claims.undoUnless(async (work) => {
      work.intend(thing('first'), 'beyond');
      work.intend(thing('second'), 'job').held(thing('second', 'id'));
      work.intend(thing('never created'), 'job').cancelled();
      return fails();
    });
    await expect(done).rejects.toBe(broken);
    expect(things.released).toEqual([thing('second', 'id'), thing('first')]);
    expect(forPost()).toEqual([]);
  });

  test('is undone to the end, even if one thing cannot be deleted and another throws.', async () => {
    const { claims, things, forPost } = open(({ name }) =>
      name === 'c' ? 'left' : name === 'b' ? new Error('no response') : 'done',
    );
    const error = new KeyPairError('PATH_NOT_WRITABLE', 'No room.', { hint: 'Free some space.' });
    const done = claims.undoUnless(async (work) => {
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
      expect.stringMatching(/^Not cleaned up: .*thing: no response\.$/),
    ]);
    expect(hint?.split('\n')).toEqual([
      'Free some space.',
      'The post step will try again.',
      'To delete it yourself: rm c',
    ]);
  });

  test('names all commands if several things are left.', async () => {
    const { claims } = open(() => 'left');
    const done = claims.undoUnless(async (work) => {
      for (const name of ['a', 'b']) work.intend(thing(name), 'job');
      throw new KeyPairError('PATH_NOT_WRITABLE', 'No room.');
    });
    await expect(done).rejects.toMatchObject({ hint: expect.stringContaining('rm b ; rm a') });
  });

  test('says both what failed and what was undone that someone would miss.', async () => {
    const { claims } = open();
    const error = new KeyPairError('PATH_NOT_WRITABLE', 'No room.', { hint: 'Free some space.' });
    const done = claims.undoUnless(async (work) => {
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

  test('says of each thing what became of it: one was undone, another is left.', async () => {
    const { claims } = open(({ name }) => (name === 'important' ? 'done' : 'left'));
    const done = claims.undoUnless(async (work) => {
      for (const name of ['important', 'stuck']) work.intend(thing(name), 'job');
      throw new KeyPairError('PATH_NOT_WRITABLE', 'No room.');
    });
    await expect(done).rejects.toMatchObject({
      message:
        'No room.\nBecause the step failed, the thing important was put back.\nNot cleaned up: the thing stuck: it is stuck.',
      hint: 'The post step will try again.\nTo delete it yourself: rm stuck',
    });
  });

  test('with an unexpected error says so, and what is left.', async () => {
    const { claims } = open(() => 'left');
    const done = claims.undoUnless(async (work) => {
      work.intend(thing('a'), 'job');
      return fails();
    });
    await expect(done).rejects.toMatchObject({
      code: 'UNEXPECTED',
      message: 'Unexpected error: Error: the disk is full\nNot cleaned up: the thing a: it is stuck.',
      hint: expect.stringMatching(/Please report it[\s\S]*To delete it yourself: rm a/),
      cause: broken,
    });
  });

  test('adds nothing to its error if everything is gone already.', async () => {
    const { claims, forPost } = open(() => 'already-gone');
    const done = claims.undoUnless(async (work) => {
      work.intend(thing('a'), 'job');
      return fails();
    });
    await expect(done).rejects.toBe(broken);
    expect(forPost()).toEqual([]);
  });

  test('does not undo again what other work undid before.', async () => {
    const { claims, things } = open();
    for (const name of ['a', 'b']) {
      const done = claims.undoUnless(async (work) => {
        work.intend(thing(name), 'job');
        return fails();
      });
      await expect(done).rejects.toBe(broken);
    }
    expect(things.names()).toEqual(['a', 'b']);
  });

  test('leaves alone what other work has delivered before.', async () => {
    const { claims, things } = open();
    await claims.undoUnless(async (work) => work.intend(thing('delivered'), 'job'));
    await expect(claims.undoUnless(fails)).rejects.toBe(broken);
    expect(things.released).toEqual([]);
  });
});

describe('two works of one step', () => {
  test('never share a claim: the post step finds the things of both.', async () => {
    const { claims, forPost } = open();
    const create = (region: string) =>
      claims.undoUnless(async (work) => {
        const claim = work.intend(thing(region), 'job');
        await Promise.resolve();
        claim.held(thing(region, 'id'));
      });
    await Promise.all(['us-east-1', 'eu-west-1'].map(create));
    await create('ap-south-1');
    expect(forPost()).toEqual([
      thing('us-east-1', 'id'),
      thing('eu-west-1', 'id'),
      thing('ap-south-1', 'id'),
    ]);
  });

  test('do not settle each other: one that fails is undone, even if the other ended well meanwhile.', async () => {
    const { claims, things, ledger, forPost } = open();
    const otherIsDone = Promise.withResolvers<void>();
    const failing = claims.undoUnless(async (work) => {
      work.intend(thing('failing, kept'), 'beyond').held(thing('failing, kept', 'id'));
      work.intend(thing('failing, for the job'), 'job');
      await otherIsDone.promise;
      work.intend(thing('failing, late'), 'beyond');
      return fails();
    });
    await claims.undoUnless(async (work) => {
      work.intend(thing('kept'), 'beyond');
      work.intend(thing('for the job'), 'job');
    });
    expect(forPost()).toEqual([
      thing('failing, kept', 'id'),
      thing('failing, for the job'),
      thing('for the job'),
    ]);
    otherIsDone.resolve();
    await expect(failing).rejects.toBe(broken);
    expect(things.released).toEqual([
      thing('failing, late'),
      thing('failing, for the job'),
      thing('failing, kept', 'id'),
    ]);
    expect(forPost()).toEqual([thing('for the job')]);
    expect(ledger.facts().filter((fact) => fact.startsWith('kept'))).toEqual(['kept kept']);
  });

  test('do not undo each other: one that goes on while the other fails keeps its things.', async () => {
    const { claims, things, ledger, forPost } = open();
    const otherHasFailed = Promise.withResolvers<void>();
    const good = claims.undoUnless(async (work) => {
      work.intend(thing('kept'), 'beyond');
      await otherHasFailed.promise;
      work.intend(thing('for the job'), 'job');
    });
    const failing = claims.undoUnless(async (work) => {
      work.intend(thing('failing'), 'beyond');
      return fails();
    });
    await expect(failing).rejects.toBe(broken);
    expect(forPost()).toEqual([thing('kept')]);
    otherHasFailed.resolve();
    await good;
    expect(things.names()).toEqual(['failing']);
    expect(forPost()).toEqual([thing('for the job')]);
    expect(ledger.facts()).toContain('kept kept');
  });
});

describe('a claim that is released alone', () => {
  test('is recorded as released, says what was done, and leaves the other claims open.', async () => {
    const { claims, things, ledger, forPost } = open();
    await claims.undoUnless(async (work) => {
      const [first] = ['a', 'b'].map((name) => work.intend(thing(name), 'job'));
      first?.held(thing('a', 'id'));
      expect(await first?.release()).toEqual({ outcome: 'done', said: 'Put the thing a back where it was.' });
      expect(ledger.facts()).toEqual(['intended a', 'intended b', 'held a', 'released a']);
      expect(forPost()).toEqual([thing('b')]);
    });
    expect(things.released).toEqual([thing('a', 'id')]);
    expect(forPost()).toEqual([thing('b')]);
  });

  test.each(['done', 'already-gone'] as const)(
    'is neither kept when the work ends well nor released again when it fails (%s).',
    async (outcome) => {
      for (const end of [async () => {}, fails]) {
        const { claims, things, ledger } = open(({ name }) => (name === 'a' ? outcome : 'done'));
        await claims
          .undoUnless(async (work) => {
            const [first] = ['a', 'b'].map((name) => work.intend(thing(name), 'beyond'));
            expect(await first?.release()).toMatchObject({ outcome });
            return end();
          })
          .catch((error: unknown) => expect(error).toBe(broken));
        expect(things.names().filter((name) => name === 'a')).toHaveLength(1);
        expect(ledger.facts().at(-1)).toBe(end === fails ? 'released b' : 'kept b');
      }
    },
  );

  test.each<[said: string, fate: Fate]>([
    ['was left', () => 'left'],
    ['could not be released', () => new Error('no response')],
  ])('stays claimed if it %s, and is released again when the work fails.', async (_, fate) => {
    const { claims, things, ledger, forPost } = open(fate);
    const done = claims.undoUnless(async (work) => {
      const outcome = await work.intend(thing('a'), 'beyond').release();
      expect(outcome).toMatchObject({ outcome: 'left' });
      expect(forPost()).toEqual([thing('a')]);
      return fails();
    });
    await expect(done).rejects.toThrow('Not cleaned up: ');
    expect(things.names()).toEqual(['a', 'a']);
    expect(forPost()).toEqual([thing('a')]);
    expect(ledger.facts()).toEqual(['intended a']);
  });

  test.each(['job', 'beyond'] as const)(
    'stays claimed for the post step if it was left and the work ends well (%s).',
    async (retention) => {
      const { claims, forPost } = open(() => 'left');
      await claims.undoUnless(async (work) => work.intend(thing('a'), retention).release());
      expect(forPost()).toEqual([thing('a')]);
    },
  );
});

describe('a ledger that cannot be written', () => {
  test('lets nothing be created.', async () => {
    const { claims, ledger, things } = open();
    ledger.refuse = () => true;
    const created: string[] = [];
    const done = claims.undoUnless(async (work) => {
      work.intend(thing('a'), 'job');
      created.push('a');
    });
    await expect(done).rejects.toThrow('no room for intended');
    expect([created, things.released]).toEqual([[], []]);
  });

  test('when a thing is held, has it released by its ID all the same.', async () => {
    const { claims, ledger, things } = open();
    ledger.refuse = (fact) => fact === 'held';
    const done = claims.undoUnless(async (work) => work.intend(thing('a'), 'beyond').held(thing('a', 'id')));
    await expect(done).rejects.toThrow('no room for held');
    expect(things.released).toEqual([thing('a', 'id')]);
  });

  test('when a claim is cancelled, has it released: the post step would find it, too.', async () => {
    const { claims, ledger, things } = open(() => 'already-gone');
    ledger.refuse = (fact) => fact === 'released';
    const done = claims.undoUnless(async (work) => work.intend(thing('a'), 'job').cancelled());
    await expect(done).rejects.toThrow('no room for released');
    expect(things.released).toEqual([thing('a')]);
  });

  test('when a thing is kept, has it released: otherwise the post step would release what was reported as kept.', async () => {
    const { claims, ledger, things, forPost } = open();
    ledger.refuse = (fact) => fact === 'kept';
    const done = claims.undoUnless(async (work) => work.intend(thing('a'), 'beyond'));
    await expect(done).rejects.toThrow('no room for kept');
    expect(things.released).toEqual([thing('a')]);
    expect(forPost()).toEqual([]);
  });

  test('when one of two things is kept, keeps neither: a key pair and its file stay together.', async () => {
    const { claims, ledger, forPost } = open(() => 'left');
    ledger.refuse = (fact) => fact === 'kept';
    const done = claims.undoUnless(async (work) => {
      work.intend(thing('file'), 'beyond');
      work.intend(thing('key pair'), 'beyond');
    });
    await expect(done).rejects.toThrow('no room for kept');
    expect(forPost()).toEqual([thing('file'), thing('key pair')]);
  });

  test('when things are released, has all of them released, and the post step checks again.', async () => {
    const { claims, ledger, things, forPost } = open();
    ledger.refuse = (fact) => fact === 'released';
    const done = claims.undoUnless(async (work) => {
      for (const name of ['a', 'b']) work.intend(thing(name), 'job');
      return fails();
    });
    await expect(done).rejects.toBe(broken);
    expect(things.names()).toEqual(['b', 'a']);
    expect(forPost()).toEqual([thing('a'), thing('b')]);
  });
});

test('Every claim has its own number, and is intended before anything else is recorded about it.', async () => {
  const { claims, ledger } = open();
  await claims.undoUnless(async (work) => {
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
