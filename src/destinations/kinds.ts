import type { DestinationRequest, DestinationRequests, SourceRequest } from '../inputs/request.ts';
import type { ClaimKind, ClaimRecord, ReleaseOutcome } from '../ledger/claim.ts';
import { absolutePath, isTrue, optional, recordParser } from '../ledger/record.ts';
import { type AgentRecord, parseAgentRecord } from './agent/agent-record.ts';
import type { CleanupContext, DeliveredPair, DeliveryContext, Destination } from './destination.ts';
import type { JobFolders } from './file/file-path.ts';
import { type FileRecord, parseFileRecord } from './file/file-record.ts';
import { parseReplacedFileRecord, type ReplacedFileRecord } from './file/replaced-file-record.ts';
import type { OutputRecord } from './output.ts';
import type { PrivateKeySource } from './source.ts';
import { parseStoreRecord, type StoreRecord } from './store/store-record.ts';

/** Opens destinations of one kind, and releases their claims. Their code is loaded only when needed. */
interface DestinationKind<Request, Record extends ClaimRecord, Claimed extends ClaimRecord = Record>
  extends Pick<ClaimKind<Record>, 'parse'> {
  open(request: Request, pair: DeliveredPair, context: DeliveryContext): Promise<Destination<Claimed>>;
  release(record: Record, context: CleanupContext): Promise<ReleaseOutcome>;
}

/** Every kind of destination, for main and for the post step. A request without a row does not compile. */
export const destinationKinds = {
  // Its claims are released in a Region of their own, which only the step can open.
  store: {
    parse: parseStoreRecord,
    open: async (...args) => (await import('./store/store.ts')).openStoreDestination(...args),
  } satisfies Omit<DestinationKind<DestinationRequests['store'], StoreRecord>, 'release'>,
  output: {
    parse: recordParser<OutputRecord>('output', { path: absolutePath, filled: optional(isTrue) }),
    open: async (...args) => (await import('./output.ts')).openOutput(...args),
    release: async (record) => (await import('./output.ts')).releaseOutput(record),
  } satisfies DestinationKind<DestinationRequests['output'], OutputRecord>,
  agent: {
    parse: parseAgentRecord,
    open: async (...args) => (await import('./agent/agent.ts')).openAgent(...args),
    release: async (...args) => (await import('./agent/agent-claim.ts')).releaseAgent(...args),
  } satisfies DestinationKind<DestinationRequests['agent'], AgentRecord>,
  file: {
    parse: parseFileRecord,
    open: async (...args) => (await import('./file/file.ts')).openFile(...args),
    release: async (record) => (await import('./file/file-claim.ts')).releaseFile(record),
  } satisfies DestinationKind<DestinationRequests['file'], FileRecord, FileRecord | ReplacedFileRecord>,
} satisfies Record<keyof DestinationRequests, object>;

type Kinds = typeof destinationKinds;

/** The kinds of claims that destinations make in addition to their own. */
export const otherKinds = {
  'replaced-file': {
    parse: parseReplacedFileRecord,
    release: async (record) => (await import('./file/replaced-file-claim.ts')).releaseReplacedFile(record),
  } satisfies ClaimKind<ReplacedFileRecord>,
};

/** The record of a claim of any destination. */
export type DestinationRecord = NonNullable<ReturnType<Kinds[keyof Kinds]['parse']>> | ReplacedFileRecord;

/** Creates nothing. @throws KeyPairError if the private key cannot be delivered there. */
export function openDestination(
  request: DestinationRequest,
  pair: DeliveredPair,
  context: DeliveryContext,
): Promise<Destination<DestinationRecord>> {
  return openKind(request.kind, request, pair, context);
}

/** Kind is a type parameter so that the compiler knows that a request and its row belong together. */
function openKind<Kind extends keyof DestinationRequests>(
  kind: Kind,
  request: DestinationRequests[Kind],
  pair: DeliveredPair,
  context: DeliveryContext,
): Promise<Destination<DestinationRecord>> {
  const kinds: {
    readonly [K in keyof DestinationRequests]: Pick<
      DestinationKind<DestinationRequests[K], DestinationRecord>,
      'open'
    >;
  } = destinationKinds;
  return kinds[kind].open(request, pair, context);
}

/** A place to look for the private key of an existing key pair. */
export async function openSource(request: SourceRequest, folders: JobFolders): Promise<PrivateKeySource> {
  const { keyFileSource } = await import('./file/existing-key-file.ts');
  return keyFileSource(request, folders);
}
