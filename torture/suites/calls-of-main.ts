import { judge } from '../judge.ts';
import type { MakingOperation } from '../operations.ts';
import type { Theatre } from '../theatre.ts';
import type { TracedCall } from '../trap-order.ts';

const known = new Map<string, Promise<readonly TracedCall[]>>();

/** Runs the operation once, undisturbed, and gives the calls of main in order. */
export function callsOfMain(operation: MakingOperation, theatre: Theatre): Promise<readonly TracedCall[]> {
  const { name, inputs } = operation;
  const calls =
    known.get(name) ??
    theatre.onStage(async (stage) => {
      const trace = stage.tracePath('main');
      const run = await stage.start(inputs, { main: { trace } }).finished;
      const { problems } = judge(stage, run, { bill: operation.bill, main: 'success', warningsOfPost: 0 });
      if (problems.length > 0) throw new Error(`${name} fails undisturbed: ${problems.join('; ')}`);
      return stage.traced(trace);
    });
  known.set(name, calls);
  return calls;
}
