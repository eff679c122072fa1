import type { Effect } from '../../local/aws/server.ts';
import { isOfAction } from '../environment.ts';
import { runWithFaults } from '../faulty-job.ts';
import { creatingCases } from '../operation-cases.ts';
import type { Row, Suite, TestCase } from '../plan.ts';
import type { Fault, Moment } from './faults.ts';

const kinds: readonly { readonly name: string; readonly effect: Effect }[] = [
  { name: '500', effect: { kind: 'error', code: 'InternalError', status: 500 } },
  { name: '503', effect: { kind: 'error', code: 'Unavailable', status: 503 } },
  { name: 'reset', effect: { kind: 'drop' } },
  { name: 'silence', effect: { kind: 'silence' } },
];

/** In seconds. */
const durations = [1, 2, 5, 15];

/** When it begins. From then on, requests of this step fail. */
const beginnings: readonly {
  readonly name: string;
  readonly phase: Moment;
  readonly firstIsExecuted?: true;
}[] = [
  { name: 'from the first write of main', phase: 'main' },
  { name: 'from the first write of main, which is executed', phase: 'main', firstIsExecuted: true },
  { name: 'from the first request of post', phase: 'post' },
];

const operations = creatingCases.filter(({ name }) => !/RSA|lifetime run/.test(name));

/** All requests of main or of post fail for a time. */
export const outages: Suite = {
  name: 'outages',
  about: `All requests of the step, or of cleanup, fail for ${durations.join(', ')} s`,
  rows: operations.flatMap((operation) =>
    beginnings
      // Post looks for nothing that is kept.
      .filter(({ phase }) => phase === 'main' || operation.leftovers === 'nothing')
      .map(
        ({ name, phase, firstIsExecuted }): Row => ({
          operation: operation.name,
          fault: `all requests fail ${name}`,
          waits: true,
          startsFirst: true,
          cases: async () =>
            durations.flatMap((seconds) =>
              kinds.map((kind): TestCase => {
                const faults: Fault[] = [outage(kind.effect, seconds, phase)];
                if (firstIsExecuted) faults.unshift(lostWrite);
                return {
                  name: `${kind.name} for ${seconds} s`,
                  run: (testBed) => runWithFaults(operation, faults, testBed),
                };
              }),
            ),
        }),
      ),
  ),
};

const lostWrite: Fault = {
  name: 'response lost',
  strikes: 'write',
  put: ({ environment: { aws }, moment }) =>
    void aws.faults.add({
      on: '*',
      when: (request) => isOfAction(request) && moment() === 'main',
      effect: { kind: 'execute-then-drop' },
    }),
};

function outage(effect: Effect, seconds: number, phase: Moment): Fault {
  return {
    name: `outage of ${phase}`,
    strikes: 'write',
    put: ({ environment: { aws }, moment }) =>
      void aws.faults.add({
        on: '*',
        when: (request) => isOfAction(request) && moment() === phase,
        lasts: seconds * 1_000,
        effect,
      }),
  };
}
