import { wrongAnswers as answers } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { isOfAction } from '../environment.ts';
import { type FaultyExpectation, runWithFaults } from '../faulty-job.ts';
import { type CreatingCase, creatingCases } from '../operation-cases.ts';
import type { Row, Suite, TestCase } from '../plan.ts';
import { generated } from '../runner-cases.ts';
import type { Fault } from './faults.ts';

type Answer = keyof typeof answers;

const all = Object.keys(answers) as readonly Answer[];

/** A wrong response to the first request, or to all of them. */
const counts = [
  { name: 'once', times: 1 },
  { name: 'always', times: Number.POSITIVE_INFINITY },
] as const;

/** Responses of EC2 to the request that creates the key pair do not fit the request or themselves. */
export const wrongAnswers: Suite = {
  name: 'wrong answers',
  about:
    'EC2 responds with another private key, ID, name, or fingerprint than those of the key pair, or with 2 MB too many',
  rows: [...creatingCases, generated].map(
    (operation): Row => ({
      operation: operation.name,
      fault: 'wrong response to the request that creates the key pair',
      inSample: operation.inSample === true,
      sampleStep: 6,
      waits: true,
      cases: async () =>
        all
          .filter((answer) => answer !== 'another private key' || !isImported(operation))
          .flatMap((answer) =>
            counts.map(
              ({ name, times }): TestCase => ({
                name: `${answer}, ${name}`,
                run: (testBed) =>
                  runWithFaults(
                    operation,
                    [faultOf(answer, times)],
                    testBed,
                    expectedOf(operation, answer, times),
                  ),
              }),
            ),
          ),
    }),
  ),
};

function faultOf(answer: Answer, times: number): Fault {
  return {
    name: answer,
    strikes: 'write',
    put: ({ environment: { aws } }) => {
      for (const on of ['CreateKeyPair', 'ImportKeyPair'])
        aws.faults.add({
          ...{ on, times, when: isOfAction },
          effect: { kind: 'execute-then-alter', alter: answers[answer] },
        });
    },
  };
}

/**
 * Nothing is left. A fingerprint of a kind that the action does not know is no reason to fail, and neither is an ID that is
 * well-formed. An import can be checked by a look; the private key of a created key pair cannot be had again.
 */
function expectedOf(operation: CreatingCase, answer: Answer, times: number): FaultyExpectation {
  const rest = { isToldEnough: false } as const;
  if (answer === 'another ID') return { ...rest, believesId: true };
  if (answer === 'another fingerprint' && !isImport(operation))
    return { ...rest, main: 'success', check: missingWarning };
  return times === 1 || isImported(operation) ? rest : { ...rest, main: 'failure' };
}

function missingWarning({ steps }: JobRun): string[] {
  const main = steps.find(({ id, phase }) => id === 'key' && phase === 'main');
  const warnings = main?.annotations.filter(({ level }) => level === 'warning') ?? [];
  return warnings.some(({ message }) => message.includes('fingerprint'))
    ? []
    : ['main does not warn of the fingerprint'];
}

/** Whether the response has no private key. */
function isImported(operation: CreatingCase): boolean {
  return isImport(operation) || operation.inputs['generate-on'] === 'runner';
}

function isImport({ inputs }: CreatingCase): boolean {
  return inputs['public-key'] !== undefined;
}
