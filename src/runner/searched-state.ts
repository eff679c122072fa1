import type { LedgerEntry } from '../ledger/ledger.ts';
import { continuedLedger } from '../ledger/read-ledger.ts';
import { endMain, mainsStillRunning } from './running-main.ts';
import { parseState, type SavedState, type StateOfMain } from './saved-state.ts';
import { isNoted, noteSettled, notesIn } from './settled-state.ts';
import { stateName } from './state.ts';
import { entriesIn, readStateFile, type StateFile, stateFilesBeside } from './state-file.ts';
import { openStateTimes } from './state-times.ts';
import { ownInputs, type RecordedProcess } from './step-process.ts';

/** The state that the runner passed on, and what other files add to it. */
export async function stateHandedOver(handedOver: SavedState): Promise<StateOfMain> {
  const entries = handedOver.hasEnded ? handedOver.entries : await continuedByMain(handedOver);
  const { isSettled, own } = whoseIs(handedOver);
  return {
    ledgers: [entries],
    isReadable: true,
    isSettled,
    notPassedOn: own.map((state) => state.entries),
    noteSettled: () => noteSettled([handedOver, ...own]),
  };
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
 * Some runners pass on the state of the last step of a composite action to all post steps of it. If another post step has
 * settled this state, or the inputs are not the ones of this step, this step's own state may be in a file: that of the last
 * step with its inputs that no post step has settled.
 */
function whoseIs(handedOver: SavedState): { isSettled: boolean; own: readonly SavedState[] } {
  const files = [...stateFilesBeside(ownFile())];
  const notes = notesIn(files);
  const isSettled = isNoted(notes, handedOver);
  if (!isSettled && handedOver.process.inputs === ownInputs()) return { isSettled, own: [] };
  const candidates = lastStatesOfThisStep(files).filter(
    (state) => !isEqual(state.process, handedOver.process) && !isNoted(notes, state),
  );
  return { isSettled, own: candidates.slice(-1) };
}

/**
 * The state in files of this step whose state the runner did not pass on: it stopped waiting before main began. A step of the
 * same composite action that the runner waited for has a post step of its own, which settles its state.
 */
export async function stateNotHandedOver(text: string | undefined): Promise<StateOfMain> {
  await Promise.all(mainsStillRunning().map(endMain));
  const files = [...stateFilesBeside(ownFile())];
  const notes = notesIn(files);
  const isInComposite = Boolean(process.env['GITHUB_ACTION_PATH']);
  const wasAwaited = text === undefined && isInComposite ? openStateTimes(ownFile()) : () => false;
  const states = lastStatesOfThisStep(files).filter(
    (state) => !isNoted(notes, state) && !(state.hasEnded && wasAwaited(state.process.stateFile)),
  );
  return {
    ledgers: states.map(({ entries }) => entries),
    isReadable: text === undefined || states.length > 0,
    isSettled: false,
    notPassedOn: [],
    noteSettled: () => noteSettled(states),
  };
}

/** The last state in each file of a main with the name and the inputs of this step, in the order in which the mains began. */
function lastStatesOfThisStep(files: readonly StateFile[]): SavedState[] {
  const inputs = ownInputs();
  const isOfThisStep = (file: string, { stateFile, action, inputs: others }: RecordedProcess) =>
    stateFile === file && action === process.env['GITHUB_ACTION'] && others === inputs;
  return files
    .flatMap(([file, text]) => {
      const last = statesIn(text).at(-1);
      return last !== undefined && isOfThisStep(file, last.process) ? [last] : [];
    })
    .sort((one, other) => Number(one.process.startedAt) - Number(other.process.startedAt));
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
