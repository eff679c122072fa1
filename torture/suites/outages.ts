import type { ArrivedRequest, Effect } from '../../local/aws/server.ts';
import { isOfAction } from '../environment.ts';
import { type FaultyExpectation, runWithFaults } from '../faulty-job.ts';
import { creatingCases } from '../operation-cases.ts';
import type { Row, Suite, TestCase } from '../plan.ts';
import type { Fault, Moment } from './faults.ts';

/** How requests fail: every one, or there is no connection. */
type Outage = { readonly name: string } & (
  | { readonly effect: Effect }
  | { readonly refusesConnections: true }
);

const kinds: readonly Outage[] = [
  { name: '500', effect: { kind: 'error', code: 'InternalError', status: 500 } },
  { name: '503', effect: { kind: 'error', code: 'Unavailable', status: 503 } },
  { name: 'reset', effect: { kind: 'drop' } },
  { name: 'silence', effect: { kind: 'silence' } },
  { name: 'refused connection', refusesConnections: true },
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
  about: `All requests of the step, or of cleanup, fail for ${durations.join(', ')} s: ${kinds.map(({ name }) => name).join(', ')}`,
  rows: operations
    .flatMap((operation) =>
      beginnings
        // Post looks for nothing that is kept.
        .filter(({ phase }) => phase === 'main' || operation.leftovers === 'nothing')
        .map((beginning) => ({ operation, beginning })),
    )
    .map(
      ({ operation, beginning }, row): Row => ({
        operation: operation.name,
        fault: `all requests fail ${beginning.name}`,
        waits: true,
        startsFirst: true,
        cases: async () =>
          kinds.flatMap((kind, index) =>
            twoOfDurations(row + index).map((seconds): TestCase => {
              const faults: Fault[] = [outage(kind, seconds, beginning.phase)];
              if (beginning.firstIsExecuted) faults.unshift(lostWrite);
              return {
                name: `${kind.name} for ${seconds} s`,
                run: (testBed) => runWithFaults(operation, faults, testBed, expectationOf(seconds)),
              };
            }),
          ),
      }),
    ),
};

/** All durations take minutes more. Every kind of outage meets every duration, with other operations. */
function twoOfDurations(offset: number): readonly number[] {
  return durations.filter((_, index) => index % 2 === offset % 2);
}

/** A step outlasts a short outage: it succeeds, and nothing is left. Otherwise, it is enough to say what may be left. */
function expectationOf(seconds: number): FaultyExpectation {
  return seconds <= 5 ? { main: 'success', isToldEnough: false } : {};
}

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

function outage(kind: Outage, seconds: number, phase: Moment): Fault {
  return {
    name: `outage of ${phase}`,
    strikes: 'write',
    put({ environment: { aws }, moment }) {
      const isStruck = (request: ArrivedRequest) => isOfAction(request) && moment() === phase;
      if (!('refusesConnections' in kind)) {
        aws.faults.add({ on: '*', when: isStruck, lasts: seconds * 1_000, effect: kind.effect });
        return;
      }
      // The request that shows that it is time gets no response.
      aws.faults.add({ on: '*', when: isStruck, effect: { kind: 'drop' } });
      const stop = aws.onRequest((request) => {
        if (!isStruck(request)) return;
        stop();
        void aws.refuseConnections(seconds * 1_000);
      });
    },
  };
}
