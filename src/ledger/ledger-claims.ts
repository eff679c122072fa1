import { KeyPairError, unexpectedError } from '../errors.ts';
import type {
  Claim,
  ClaimKind,
  ClaimKinds,
  ClaimRecord,
  Claims,
  ReleaseOutcome,
  Retention,
  UndoableWork,
} from './claim.ts';
import { type Ledger, type OpenClaim, writeFact, writeKept } from './ledger.ts';
import {
  hintOf,
  isReleased,
  releaseClaim,
  releaseLastFirst,
  sentenceOf,
  undoneOf,
  unreleased,
} from './release.ts';

/**
 * The claims of one step, numbered by one counter. Each belongs to the work that made it. It is intended before the
 * thing exists, and held once it does. In the end it is kept (delivered, and outlives the job), left to the post step
 * (delivered, until the job ends), or released at once (the work failed).
 */
export class LedgerClaims<Known extends ClaimRecord> implements UndoableWork<Known> {
  readonly #ledger: Ledger;
  readonly #kinds: ClaimKinds<Known>;
  #count = 0;

  constructor(ledger: Ledger, kinds: ClaimKinds<Known>) {
    this.#ledger = ledger;
    this.#kinds = kinds;
  }

  /**
   * Runs work that delivers what it claims. If it fails, its claims are released before the error is passed
   * on, and the error says what was undone and what is left. Other work of the step is not affected.
   */
  async undoOnFailure<Result>(work: (claims: Claims<Known>) => Promise<Result>): Promise<Result> {
    const open = new Set<MutableClaim>();
    try {
      const result = await work({ intend: (record, retention) => this.#intend(open, record, retention) });
      // Proof that it may stay: the work has delivered it, and set its outputs.
      const kept = [...open].filter(({ retention }) => retention === 'beyond');
      writeKept(
        this.#ledger,
        kept.map(({ number }) => number),
      );
      return result;
    } catch (error) {
      throw withUndoing(error, await releaseLastFirst([...open], this.#ledger));
    }
  }

  #intend<R extends Known>(open: Set<MutableClaim>, record: R, retention: Retention): Claim<R> {
    const kind: ClaimKind<ClaimRecord> = this.#kinds[record.kind as R['kind']];
    this.#count += 1;
    const claim: MutableClaim = { number: this.#count, kind, record, retention };
    writeFact(this.#ledger, claim.number, 'intended', record);
    open.add(claim);
    return {
      held: (now) => {
        claim.record = now;
        writeFact(this.#ledger, claim.number, 'held', now);
      },
      cancelled: () => {
        writeFact(this.#ledger, claim.number, 'released');
        open.delete(claim);
      },
      release: async () => {
        const outcome = await releaseClaim(claim, this.#ledger);
        if (isReleased(outcome)) open.delete(claim);
        else claim.retention = 'job';
        return outcome;
      },
    };
  }
}

interface MutableClaim extends OpenClaim {
  record: ClaimRecord;
  /** `job` for what could not be released, even if it should outlive the job: the post step must try again. */
  retention: Retention;
}

/** Adds to an error what was undone and what is left. Returns the same error if that is nothing. */
function withUndoing(error: unknown, outcomes: readonly ReleaseOutcome[]): unknown {
  const undone = undoneOf(outcomes);
  const left = unreleased(outcomes);
  if (undone.length + left.length === 0) return error;
  const { code, message, hint, details } = error instanceof KeyPairError ? error : unexpectedError(error);
  const hints = hint === undefined ? [] : [hint];
  if (left.length > 0) hints.push('The post step will try again.');
  // With a command, the hint is about the post step.
  hints.push(...left.flatMap((one) => (one.command === undefined ? (hintOf(one) ?? []) : [])));
  const commands = left.flatMap(({ command }) => command ?? []);
  if (commands.length > 0) hints.push('To delete it yourself:', ...commands);
  return new KeyPairError(code, [message, ...undone, ...left.map(sentenceOf)].join('\n'), {
    hint: hints.length === 0 ? undefined : hints.join('\n'),
    details,
    cause: error,
  });
}
