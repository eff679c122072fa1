import type { LedgerEntry } from '../ledger/ledger.ts';
import { continuedLedger } from '../ledger/read-ledger.ts';
import { endMain, mainsStillRunning } from './running-main.ts';
import { parseState, type SavedState } from './saved-state.ts';
import { stateName } from './state.ts';
import { entriesIn, readStateFile, stateFilesBeside } from './state-file.ts';

/** What main recorded, for the post step. */
export interface StateOfMain {
  /** One ledger; none if main recorded nothing. */
  readonly ledgers: readonly (readonly LedgerEntry[])[];
  /** False if there is state that main did not write so. */
  readonly isReadable: boolean;
}

/**
 * The state of main. The runner's own copy counts. If main had not ended when the runner read it (a container job whose
 * runner stopped waiting), main is ended first, and its own file may add to the copy.
 */
export async function stateOfMain(): Promise<StateOfMain> {
  const text = process.env[`STATE_${stateName}`];
  const handedOver = parseState(text);
  if (handedOver?.hasEnded) return { ledgers: [handedOver.entries], isReadable: true };
  if (handedOver !== undefined) return { ledgers: [await continuedByMain(handedOver)], isReadable: true };
  const ledgers = await ledgersNotHandedOver();
  return { ledgers, isReadable: text === undefined || ledgers.length > 0 };
}

/** The ledger that was handed over, and what main has added to it since, according to its own file. */
async function continuedByMain(handedOver: SavedState): Promise<readonly LedgerEntry[]> {
  await endMain(handedOver.process);
  const copies = statesIn(readStateFile(handedOver.process.stateFile, ownFile()))
    .filter(({ process }) => isEqual(process, handedOver.process))
    .map(({ entries }) => entries);
  return continuedLedger(handedOver.entries, copies);
}

/**
 * The ledgers in files of this step whose state the runner did not pass on: it stopped waiting before main began. Steps of
 * a composite action share a name, so there may be more than one.
 */
async function ledgersNotHandedOver(): Promise<(readonly LedgerEntry[])[]> {
  await Promise.all(mainsStillRunning().map(endMain));
  return [...stateFilesBeside(ownFile())].flatMap(([file, text]) => {
    const last = statesIn(text).at(-1);
    const isOfThisStep =
      last?.process.stateFile === file && last.process.action === process.env['GITHUB_ACTION'];
    return isOfThisStep ? [last.entries] : [];
  });
}

/** The states in a file, in the order in which they were saved. */
function statesIn(text: string): SavedState[] {
  return entriesIn(text).flatMap(([name, value]) => (name === stateName ? (parseState(value) ?? []) : []));
}

function isEqual(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function ownFile(): string {
  return process.env['GITHUB_STATE'] ?? '';
}
