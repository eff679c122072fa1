import { describe, expect, test } from '@jest/globals';
import { diskFull, type Fate, fails, openClaims, thing } from './known-claims.ts';

describe('two works of one step', () => {
  test('never share a claim: the post step finds the things of both.', async () => {
    const { claims, forPost } = openClaims();
    const create = (region: string) =>
      claims.undoOnFailure(async (work) => {
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
    const { claims, things, ledger, forPost } = openClaims();
    const otherIsDone = Promise.withResolvers<void>();
    const failing = claims.undoOnFailure(async (work) => {
      work.intend(thing('failing, kept'), 'beyond').held(thing('failing, kept', 'id'));
      work.intend(thing('failing, for the job'), 'job');
      await otherIsDone.promise;
      work.intend(thing('failing, late'), 'beyond');
      return fails();
    });
    await claims.undoOnFailure(async (work) => {
      work.intend(thing('kept'), 'beyond');
      work.intend(thing('for the job'), 'job');
    });
    expect(forPost()).toEqual([
      thing('failing, kept', 'id'),
      thing('failing, for the job'),
      thing('for the job'),
    ]);
    otherIsDone.resolve();
    await expect(failing).rejects.toBe(diskFull);
    expect(things.released).toEqual([
      thing('failing, late'),
      thing('failing, for the job'),
      thing('failing, kept', 'id'),
    ]);
    expect(forPost()).toEqual([thing('for the job')]);
    expect(ledger.facts().filter((fact) => fact.startsWith('kept'))).toEqual(['kept kept']);
  });

  test('do not undo each other: one that goes on while the other fails keeps its things.', async () => {
    const { claims, things, ledger, forPost } = openClaims();
    const otherHasFailed = Promise.withResolvers<void>();
    const good = claims.undoOnFailure(async (work) => {
      work.intend(thing('kept'), 'beyond');
      await otherHasFailed.promise;
      work.intend(thing('for the job'), 'job');
    });
    const failing = claims.undoOnFailure(async (work) => {
      work.intend(thing('failing'), 'beyond');
      return fails();
    });
    await expect(failing).rejects.toBe(diskFull);
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
    const { claims, things, ledger, forPost } = openClaims();
    await claims.undoOnFailure(async (work) => {
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
        const { claims, things, ledger } = openClaims(({ name }) => (name === 'a' ? outcome : 'done'));
        await claims
          .undoOnFailure(async (work) => {
            const [first] = ['a', 'b'].map((name) => work.intend(thing(name), 'beyond'));
            expect(await first?.release()).toMatchObject({ outcome });
            return end();
          })
          .catch((error: unknown) => expect(error).toBe(diskFull));
        expect(things.names().filter((name) => name === 'a')).toHaveLength(1);
        expect(ledger.facts().at(-1)).toBe(end === fails ? 'released b' : 'kept b');
      }
    },
  );

  test.each<[said: string, fate: Fate]>([
    ['was left', () => 'left'],
    ['could not be released', () => new Error('no response')],
  ])('stays claimed if it %s, and is released again when the work fails.', async (_, fate) => {
    const { claims, things, ledger, forPost } = openClaims(fate);
    const done = claims.undoOnFailure(async (work) => {
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
      const { claims, forPost } = openClaims(() => 'left');
      await claims.undoOnFailure(async (work) => work.intend(thing('a'), retention).release());
      expect(forPost()).toEqual([thing('a')]);
    },
  );
});
