import { closeSync, openSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Reservation } from '../../../src/destinations/destination.ts';
import { destinationKinds } from '../../../src/destinations/kinds.ts';
import { type MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { keyPairId } from '../../lib/key-pair-id.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import {
  bodyLinesOf,
  createLedger,
  type DestinationCase,
  type DestinationKindName,
  keyName,
  openCase,
  tracesOf,
  withDestination,
} from './destination-case.ts';
import { createMaskedKey } from './masked-key.ts';
import { createTestJob, type TestJob } from './test-job.ts';

/** Registers the tests that every destination must pass. */
export function testDestination<Kind extends DestinationKindName>(
  kind: Kind,
  one: DestinationCase<Kind>,
): void {
  const { place, format } = one;
  const textOf = (key: MaskedPrivateKey): Promise<string> => key.as(format, { comment: keyName });

  describe(`${place}`, () => {
    test('says what it would do, and creates and claims nothing when it is opened', async () => {
      await using job = await createTestJob();
      const before = job.snapshot();
      const { open } = createLedger(job);
      const { intent, tags } = await openCase(one, job);
      expect(intent).toMatch(/^[a-z].*[^.]$/);
      expect(tags).toEqual(one.tags ?? []);
      expect([job.snapshot(), open()]).toEqual([before, { open: [], unreadable: [] }]);
    });

    test('reports in a dry run what it reports when it delivers the key, and creates nothing', () =>
      withDestination(one, async ({ job, destination, claims }) => {
        const before = job.snapshot();
        const expected = await destination.expected();
        expect(job.snapshot()).toEqual(before);
        const { key } = await createMaskedKey();
        const reservation = await destination.reserve(claims);
        const delivered = await reservation.deliver(key, keyPairId);
        await reservation.close();
        expect({ ...expected, outputs: {} }).toEqual({ ...delivered, outputs: {} });
        expect([{}, delivered.outputs]).toContainEqual(expected.outputs);
      }));

    test('creates nothing if its claim cannot be recorded', async () => {
      await using job = await createTestJob();
      const before = job.snapshot();
      const destination = await openCase(one, job);
      const { claims } = createLedger(job, (name) => {
        throw new Error(`no room for ${name}`);
      });
      const { key } = await createMaskedKey();
      const work = claims.undoOnFailure(async (its) => {
        const reservation = await destination.reserve(its);
        return reservation.deliver(key, keyPairId);
      });
      await expect(work).rejects.toThrow('no room');
      expect(job.snapshot()).toEqual(before);
    });

    test('claims whatever it creates before there is a key', () =>
      withDestination(one, async ({ job, destination, claims, open, post }) => {
        const before = job.snapshot();
        const reservation = await destination.reserve(claims);
        expect(open().open.map(({ record }) => record.kind)).toEqual(one.isClaimedLate ? [] : [kind]);
        await reservation.close();
        await post();
        expect(job.snapshot()).toEqual(before);
      }));

    test('contains exactly the text of the key, and nothing of it before its masks are registered', () =>
      withDestination(one, async ({ job, destination, claims }) => {
        let text = '';
        const early: string[][] = [];
        const { key } = await createMaskedKey(async () => void early.push(tracesOf(text, job)));
        text = await textOf(key);
        const reservation = await destination.reserve(claims);
        expect(tracesOf(text, job)).toEqual([]);
        const { where } = await reservation.deliver(key, keyPairId);
        await reservation.close();
        expect(early.flat()).toEqual([]);
        expect(one.read(where, job)).toBe(text);
        expect(tracesOf(text, job)).toHaveLength(1);
      }));

    test('only accepts a key whose masks are registered', () =>
      withDestination(one, async ({ job, destination, claims }) => {
        const { pem } = freshEd25519();
        const reservation = await destination.reserve(claims);
        await expect(deliverUnmasked(reservation, PrivateKey.parse(pem))).rejects.toThrow(TypeError);
        await reservation.close();
        expect(tracesOf(pem, job)).toEqual([]);
      }));

    test('returns outputs that name the place, and nothing that contains a part of the key', () =>
      withDestination(one, async ({ destination, claims }) => {
        const { key } = await createMaskedKey();
        const reservation = await destination.reserve(claims);
        const delivered = await reservation.deliver(key, keyPairId);
        await reservation.close();
        expect(delivered.label).toMatch(/^Private key /);
        expect(delivered.outputs).toEqual(one.outputs(delivered.where));
        const lines = bodyLinesOf(await textOf(key));
        expect(lines.filter((line) => JSON.stringify(delivered).includes(line))).toEqual([]);
      }));

    test('is released by the post step if the step is killed after the delivery, and only once', () =>
      withDestination(one, async ({ job, destination, claims, open, post }) => {
        const before = job.snapshot();
        const { key } = await createMaskedKey();
        const reservation = await destination.reserve(claims);
        const { where } = await reservation.deliver(key, keyPairId);
        await reservation.close();
        const { open: left } = open();
        expect(left.map(({ record }) => record.kind)).toEqual([kind]);
        expect(await post()).toEqual([{ outcome: 'done', said: expect.stringMatching(/^[A-Z].*\.$/) }]);
        expect(one.read(where, job)).toBeUndefined();
        expect([tracesOf(await textOf(key), job), job.snapshot()]).toEqual([[], before]);
        const again = await Promise.all(left.map((claim) => claim.kind.release(claim.record)));
        expect(again).toEqual([{ outcome: 'already-gone', what: expect.stringMatching(/^the private key/) }]);
        expect([open().open, job.snapshot()]).toEqual([[], before]);
      }));

    test('outlives the job if it says so, and only then', async () => {
      await using job = await createTestJob();
      const { key } = await createMaskedKey();
      const text = await textOf(key);
      const { claims, post } = createLedger(job);
      const destination = await openCase(one, job);
      const { where, outlivesJob, until } = await claims.undoOnFailure(async (its) => {
        const reservation = await destination.reserve(its);
        const delivered = await reservation.deliver(key, keyPairId);
        await reservation.close();
        return delivered;
      });
      expect(one.read(where, job)).toBe(text);
      await post();
      expect(one.read(where, job)).toBe(outlivesJob ? text : undefined);
      expect(tracesOf(text, job)).toHaveLength(outlivesJob ? 1 : 0);
      expect(until.startsWith('kept')).toBe(outlivesJob);
    });

    test('contains nothing of the key after a failed delivery', async () => {
      await using job = await createTestJob();
      const { key } = await createMaskedKey();
      const { claims, open } = createLedger(job);
      const destination = await openCase(one, job);
      const failed = claims.undoOnFailure(async (its) => {
        const reservation = await destination.reserve(its);
        one.breakDelivery(job);
        return reservation.deliver(key, keyPairId).finally(reservation.close);
      });
      await expect(failed).rejects.toThrow(Error);
      expect(tracesOf(await textOf(key), job)).toEqual([]);
      expect(open()).toEqual({ open: [], unreadable: [] });
    });

    test.each<[when: string, work: (reservation: Reservation, job: TestJob) => Promise<void>]>([
      ['without a delivery', async () => {}],
      [
        'after a delivery',
        async (reservation) => void (await reservation.deliver(await someKey(), keyPairId)),
      ],
      [
        'after a failed delivery',
        async (reservation, job) => {
          one.breakDelivery(job);
          await expect(reservation.deliver(await someKey(), keyPairId)).rejects.toThrow(Error);
        },
      ],
    ])('can be closed %s, which changes nothing and leaves no file open', (_, work) =>
      withDestination(one, async ({ job, destination, claims }) => {
        const free = nextDescriptor();
        const reservation = await destination.reserve(claims);
        await work(reservation, job);
        const before = job.snapshot();
        await reservation.close();
        expect([job.snapshot(), nextDescriptor()]).toEqual([before, free]);
      }),
    );

    test('is recorded by values that survive JSON and that no other kind reads', () =>
      withDestination(one, async ({ destination, claims, open }) => {
        const reservation = await destination.reserve(claims);
        const intended = open().open.map(({ record }) => record);
        await reservation.deliver(await someKey(), keyPairId);
        await reservation.close();
        const records = [...intended, ...open().open.map(({ record }) => record)];
        expect(records.map((record) => record.kind)).toEqual(one.isClaimedLate ? [kind] : [kind, kind]);
        for (const record of records) {
          const json: unknown = JSON.parse(JSON.stringify(record));
          for (const [name, { parse }] of Object.entries(destinationKinds)) {
            expect([name, parse(json)]).toEqual([name, name === kind ? record : undefined]);
          }
        }
      }));
  });
}

async function someKey(): Promise<MaskedPrivateKey> {
  return (await createMaskedKey()).key;
}

/** The compiler does not allow this call, and nothing else may either. */
async function deliverUnmasked(reservation: Reservation, key: PrivateKey): Promise<unknown> {
  return Reflect.apply(reservation.deliver, reservation, [key]);
}

/** The number that the next file to be opened gets: the lowest that is free. */
function nextDescriptor(): number {
  const descriptor = openSync(import.meta.filename, 'r');
  closeSync(descriptor);
  return descriptor;
}
