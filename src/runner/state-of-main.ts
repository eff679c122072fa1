import { parseState, type StateOfMain } from './saved-state.ts';
import { stateName } from './state.ts';
import { ownInputs } from './step-process.ts';

/**
 * The state of main. The runner's own copy counts. If main had not ended when the runner read it (a container job whose
 * runner stopped waiting), main is ended first, and its own file may add to the copy. Files are read, and the code for that is
 * loaded, only if the copy may not be all, or not this step's.
 */
export async function stateOfMain(): Promise<StateOfMain> {
  const text = process.env[`STATE_${stateName}`];
  const handedOver = parseState(text);
  if (handedOver?.hasEnded && handedOver.process.inputs === ownInputs() && !process.env['GITHUB_ACTION_PATH'])
    return {
      ledgers: [handedOver.entries],
      isReadable: true,
      isSettled: false,
      notPassedOn: [],
      noteSettled: () => {},
    };
  const { stateHandedOver, stateNotHandedOver } = await import('./searched-state.ts');
  return handedOver === undefined ? stateNotHandedOver(text) : stateHandedOver(handedOver);
}
