import { describe, expect, test } from '@jest/globals';
import type { DeliveredPair, Destination } from '../../../src/destinations/destination.ts';
import type { DestinationRecord } from '../../../src/destinations/kinds.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { deliver, openAll } from '../../../src/operations/deliver.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { NotedClaims } from '../../lib/noted-claims.ts';
import { defaultFile, output } from './plain-requests.ts';

const privateKey = PrivateKey.parse(freshEd25519().pem);

/** Delivers a key to two destinations. Records in order what happens; `broken` fails in its place. */
async function deliverToTwo(broken?: string) {
  const events: string[] = [];
  const keys: unknown[] = [];
  const happens = async (event: string): Promise<void> => {
    if (event === broken) throw new Error(`broken at ${event}`);
    events.push(event);
  };
  const destination = (name: string): Destination<DestinationRecord> => ({
    intent: `use ${name}`,
    tags: [],
    expected: () => Promise.reject(new Error('never asked')),
    async reserve(claims) {
      claims.intend({ kind: 'output', path: `/${name}` }, 'job');
      await happens(`reserve ${name}`);
      return {
        async deliver(key) {
          await happens(`deliver ${name}`);
          keys.push(key);
          return { label: name, where: name, until: '', outlivesJob: false, outputs: {}, warnings: [] };
        },
        close: () => happens(`close ${name}`),
      };
    },
  });
  const claims = new NotedClaims<DestinationRecord>();
  const registerMasks = () => happens('mask');
  const result = deliver([destination('a'), destination('b')], { claims, registerMasks }, async () => {
    await happens('obtain');
    return { privateKey, keyPairId: 'key-0aaa' };
  });
  const outcome = await result.catch((error: unknown) => error);
  return { outcome, events, keys, claims };
}

describe('a private key is delivered', () => {
  test('after every destination is reserved and its masks are registered, and then all are closed', async () => {
    const { events } = await deliverToTwo();
    expect(events).toEqual([
      'reserve a',
      'reserve b',
      'obtain',
      'mask',
      'deliver a',
      'deliver b',
      'close a',
      'close b',
    ]);
  });

  test('as a masked key, to every destination, whose answers are returned in order', async () => {
    const { outcome, keys, claims } = await deliverToTwo();
    expect(keys).toEqual([expect.any(MaskedPrivateKey), expect.any(MaskedPrivateKey)]);
    expect(outcome).toEqual({
      obtained: { privateKey, keyPairId: 'key-0aaa' },
      delivered: [expect.objectContaining({ where: 'a' }), expect.objectContaining({ where: 'b' })],
    });
    expect(claims.records).toEqual([
      { kind: 'output', path: '/a' },
      { kind: 'output', path: '/b' },
    ]);
  });

  test('nowhere if there is no destination, but it is obtained and masked', async () => {
    const masks: string[] = [];
    const { obtained, delivered } = await deliver(
      [],
      {
        claims: new NotedClaims<DestinationRecord>(),
        registerMasks: async (values) => void masks.push(...values),
      },
      async () => ({ privateKey, keyPairId: 'key-0aaa' }),
    );
    expect([obtained, delivered]).toEqual([{ privateKey, keyPairId: 'key-0aaa' }, []]);
    expect(masks.length).toBeGreaterThan(0);
  });
});

describe('a failure', () => {
  test.each([
    ['reserve a', []],
    ['reserve b', ['reserve a', 'close a']],
    ['obtain', ['reserve a', 'reserve b', 'close a', 'close b']],
    ['mask', ['reserve a', 'reserve b', 'obtain', 'close a', 'close b']],
    ['deliver a', ['reserve a', 'reserve b', 'obtain', 'mask', 'close a', 'close b']],
    ['deliver b', ['reserve a', 'reserve b', 'obtain', 'mask', 'deliver a', 'close a', 'close b']],
  ])('at "%s" is passed on, and every destination that was reserved is closed', async (broken, expected) => {
    const { outcome, events } = await deliverToTwo(broken);
    expect(outcome).toEqual(new Error(`broken at ${broken}`));
    expect(events).toEqual(expected);
  });
});

describe('destinations are opened', () => {
  const pair: DeliveredPair = {
    ...{ keyName: 'deploy', lifetime: 'run', nonce: 'a nonce' },
    publicKey: privateKey.publicKey,
  };
  const opened = (intent: string): Destination<DestinationRecord> => ({
    intent,
    tags: [],
    expected: () => Promise.reject(new Error('never asked')),
    reserve: () => Promise.reject(new Error('never reserved')),
  });

  test('one after the other, in order, for the key pair', async () => {
    const seen: unknown[] = [];
    let isOpening = false;
    const destinations = await openAll([output, defaultFile], pair, {
      async openDestination(request, its) {
        expect(isOpening).toBe(false);
        isOpening = true;
        await Promise.resolve();
        seen.push([request, its]);
        isOpening = false;
        return opened(request.kind);
      },
    });
    expect(destinations.map(({ intent }) => intent)).toEqual(['output', 'file']);
    expect(seen).toEqual([
      [output, pair],
      [defaultFile, pair],
    ]);
  });

  test('until one cannot take a private key', async () => {
    const seen: string[] = [];
    const opening = openAll([output, defaultFile], pair, {
      async openDestination({ kind }) {
        seen.push(kind);
        throw new Error(`no ${kind}`);
      },
    });
    await expect(opening).rejects.toThrow('no output');
    expect(seen).toEqual(['output']);
  });
});
