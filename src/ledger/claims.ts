import type {
  Claim,
  ClaimKind,
  ClaimRecord,
  Retention,
  ReleaseOutcome,
  UndoableClaims,
} from './claim.ts';
import { KeyPairError } from '../errors.ts';
import { type Ledger, type OpenClaim, writeFact, writeKept } from './ledger.ts';
import { leftoversOf, releaseLastFirst, undoneOf } from './release.ts';

/**
 * The claims of one step: everything that may be left behind is intended here before it is made, held
 * once it exists, and in the end kept (delivered, and meant to outlive the job), left to post (delivered,
 * and meant to go with the job), or released at once (not delivered).
 */
export class LedgerClaims<Known extends ClaimRecord> implements UndoableClaims<Known> {
  readonly #ledger: Ledger;
  readonly #kinds: { readonly [K in Known['kind']]: ClaimKind<Extract<Known, { kind: K }>> };
  #made: Made[] = [];
  #count = 0;

  constructor(
    ledger: Ledger,
    kinds: { readonly [K in Known['kind']]: ClaimKind<Extract<Known, { kind: K }>> },
  ) {
    this.#ledger = ledger;
    this.#kinds = kinds;
  }

  /** Writes down what may exist from now on. @throws when the ledger cannot be written; make nothing then. */
  intend<R extends Known>(record: R, retention: Retention): Claim<R> {
    const kind: ClaimKind<ClaimRecord> = this.#kinds[record.kind as R['kind']];
    this.#count += 1;
    const made: Made = { number: this.#count, kind, record, retention };
    writeFact(this.#ledger, made.number, 'intended', record);
    this.#made.push(made);
    return {
      held: (now) => {
        made.record = now;
        writeFact(this.#ledger, made.number, 'held', now);
      },
      void: () => {
        writeFact(this.#ledger, made.number, 'released');
        this.#made = this.#made.filter((other) => other !== made);
      },
    };
  }

  /**
   * Does work that delivers what it claims. When it fails, every claim is released before the error
   * goes on, and the error says so of what somebody would miss; when that fails too, it names what is left.
   */
  async undoUnless<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      const kept = this.#made.filter(({ retention }) => retention === 'beyond');
      writeKept(
        this.#ledger,
        kept.map(({ number }) => number),
      );
      this.#made = [];
      return result;
    } catch (error) {
      const undone = this.#made;
      this.#made = [];
      throw withUndoing(error, await releaseLastFirst(undone, this.#ledger));
    }
  }
}

interface Made extends OpenClaim {
  record: ClaimRecord;
  readonly retention: Retention;
}

/** The same error where there is nothing to add. */
function withUndoing(error: unknown, outcomes: readonly ReleaseOutcome[]): unknown {
  const undone = undoneOf(outcomes);
  const left = leftoversOf(outcomes);
  if (undone.length + left.length === 0) return error;
  const known = error instanceof KeyPairError ? error : undefined;
  const { message, hint } = known ?? unexpected(error);
  const lines = left.map(({ what, why }) => `Left behind: ${what}: ${why}`);
  const commands = left.flatMap(({ byHand }) => (byHand === undefined ? [] : [byHand]));
  const hints = [
    ...(hint === undefined ? [] : [hint]),
    ...(left.length === 0 ? [] : ['The post step tries once more to remove what is left.']),
    ...(commands.length === 0 ? [] : [`By hand: ${commands.join(' ; ')}`]),
  ];
  return new KeyPairError(known?.code ?? 'UNEXPECTED', [message, ...undone, ...lines].join('\n'), {
    ...(hints.length === 0 ? {} : { hint: hints.join('\n') }),
    cause: error,
  });
}

function unexpected(error: unknown): { readonly message: string; readonly hint: string } {
  const { name, message } =
    error instanceof Error ? error : { name: 'Error', message: 'not an error object' };
  return {
    message: `Something unexpected happened: ${name}: ${message}`,
    hint: 'This is a mistake in the action: please report it, with this line.',
  };
}
