import type { StoreRequest } from '../../inputs/request.ts';
import {
  lastingReference,
  referenceFor,
  referenceText,
  type StoreReference,
} from '../../inputs/store-reference.ts';
import type { MaskedPrivateKey } from '../../keys/private-key.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import type { Claims, Retention } from '../../ledger/claim.ts';
import { tagKeys } from '../../ownership.ts';
import type { Delivered } from '../../results/key-pair-result.ts';
import { keepCopy, type ReadBack, requireRoom } from '../../stores/keep-copy.ts';
import type { Store } from '../../stores/store.ts';
import { requireFree } from '../../stores/store-taken.ts';
import type { DeliveredPair, DeliveryContext, Destination } from '../destination.ts';
import type { StoreRecord } from './store-record.ts';

type StoreContext = Pick<DeliveryContext, 'run' | 'caller' | 'openStore' | 'notice'>;

/**
 * A copy of the private key in a store of AWS, for other jobs. The key pair has its reference as a tag, and the copy has
 * the ID and the nonce of its key pair.
 *
 * @throws KeyPairError the codes of `requireRoom` and `requireFree`. `deliver` throws those of `keepCopy`.
 */
export async function openStoreDestination(
  { store: given, kmsKeyId }: StoreRequest,
  pair: DeliveredPair,
  context: StoreContext,
): Promise<Destination<StoreRecord>> {
  const reference = referenceFor(given, pair.keyName);
  const { nonce } = pair;
  if (reference === undefined || nonce === undefined) throw new TypeError(`no store: ${given}`);
  const store = await context.openStore(reference);
  if (pair.publicKey !== undefined) requireRoom(leastLength(pair.publicKey), store);
  if (pair.lifetime !== undefined) await requireFree(store);
  return {
    intent: `keep the private key in ${referenceText(reference)} (${store.title})`,
    tags: [{ key: tagKeys.store, value: referenceText(reference) }],
    expected: async () => deliveredTo(store, pair, 'equal'),
    // The copy is claimed after its key pair, so that it is deleted before: one without a key pair would be found by no one.
    reserve: async (claims) => ({
      deliver: (key, keyPairId) =>
        keep(key, { store, reference, pair: { ...pair, nonce, keyPairId }, kmsKeyId, claims, context }),
      async close() {},
    }),
  };
}

/** Characters. The private key of RSA has two numbers as long as the modulus, and five of half its length, in base64. */
function leastLength({ type, number }: PublicKey): number {
  return type === 'rsa' ? number.length * 6 : 0;
}

interface Keeping {
  readonly store: Store;
  readonly reference: StoreReference;
  readonly pair: DeliveredPair & { readonly nonce: string; readonly keyPairId: string };
  readonly kmsKeyId: string | undefined;
  readonly claims: Claims<StoreRecord>;
  readonly context: StoreContext;
}

async function keep(
  key: MaskedPrivateKey,
  { store, reference: asked, pair, kmsKeyId, claims, context }: Keeping,
): Promise<Delivered> {
  const { keyName, keyPairId, nonce, lifetime } = pair;
  const { reference, region } = store;
  const text = await key.as('pem', { comment: keyName });
  const record: StoreRecord = {
    ...{ kind: 'store', reference, region, endpoint: await store.endpoint() },
    ...{ keyPairId, nonce, ...context.caller },
  };
  const claim = claims.intend(record, retentionOf(pair));
  const readBack = await keepCopy(
    store,
    { text, pair: { keyPairId, nonce }, isPairNew: lifetime !== undefined, kmsKeyId, run: context.run },
    {
      confirmed: () => claim.held({ ...record, confirmed: true }),
      cancelled: () => claim.cancelled(),
    },
  );
  // Who rotates a key pair had the notice when the old copy was written.
  const isTemporary = lastingReference(asked) !== undefined;
  if (kmsKeyId === undefined && store.hasOpenKey && !isTemporary) context.notice(openKeyNotice(store));
  return deliveredTo(store, pair, readBack);
}

/** As long as its key pair. */
function retentionOf({ lifetime }: DeliveredPair): Retention {
  return lifetime === 'job' ? 'job' : 'beyond';
}

function deliveredTo(store: Store, pair: DeliveredPair, readBack: ReadBack): Delivered {
  const isKept = retentionOf(pair) === 'beyond';
  const until = isKept ? 'kept until the key pair is deleted' : 'deleted when this job ends';
  const unread = readBack === 'equal' ? '' : `, not checked: the role lacks ${store.readActions}`;
  return {
    label: `Private key in ${store.title}`,
    where: store.reference,
    until: `${until}${unread}`,
    outlivesJob: isKept,
    outputs: { 'private-key-store': store.reference },
    warnings: [],
  };
}

function openKeyNotice({ reference }: Store): string {
  return `${reference} is encrypted with the key alias/aws/ssm: every role of this account that may call ssm:GetParameter for it can read the private key. To control that with a key of your own, set store-kms-key-id.`;
}
