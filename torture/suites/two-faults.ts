import { runWithFaults } from '../faulty-job.ts';
import { creatingCases, type OperationCase, operationCases } from '../operation-cases.ts';
import type { Row, Suite, TestCase } from '../plan.ts';
import { generatedAndKept } from '../runner-cases.ts';
import {
  changedEndpoint,
  type Fault,
  lookFaults,
  pageFault,
  pages,
  statuses,
  writeFaults,
} from './faults.ts';

/** Operations that differ in what they look up, create, and leave. */
const creatingNames = [
  'create, lifetime job, with output',
  'create, lifetime persistent, with output',
  'ensure, key pair does not exist',
  'import, lifetime job',
  'import, lifetime persistent',
];

const creating = creatingCases.filter(({ name }) => creatingNames.includes(name));
const deleting = operationCases.filter(({ name }) => name === 'delete, by name');

/** What can still mislead when no look of main comes after another fault. */
const looksOfAny = lookFaults.filter(({ name }) => !name.startsWith('main'));
const looksOfMain = lookFaults.filter(({ name }) => !name.startsWith('post'));

/** Every two faults that can meet in one job. Each alone is in the suite "EC2 fails". */
export const twoFaults: Suite = {
  name: 'two faults',
  about:
    'Two faults in one job: a response that is lost, late, or a page of another device; looks that show the past, no tags, or nothing; another endpoint in post',
  rows: [
    ...creating.flatMap((operation, index): Row[] => {
      const page = pagesFrom(index * 31);
      return [
        twoWritesFail(operation, page),
        row(operation, 'a write fails, and looks mislead', [
          ...writeFaults.flatMap((write) => lookFaults.map((look) => [write, look] as const)),
          ...lookFaults.flatMap((look) => [[page(), look] as const, [page(), look] as const]),
        ]),
        ...(operation.leftovers === 'nothing'
          ? [row(operation, 'looks mislead twice', everyTwo(looksOfAny))]
          : []),
        row(operation, 'a fault, and another endpoint in post', [
          ...[...writeFaults, page(), page(), page()].map((fault) => [fault, changedEndpoint] as const),
          // Without another fault, post looks for nothing that is kept.
          ...(operation.leftovers === 'nothing' ? looksOfAny : []).map(
            (fault) => [fault, changedEndpoint] as const,
          ),
        ]),
      ];
    }),
    twoWritesFail(generatedAndKept, pagesFrom(17)),
    ...deleting.flatMap((operation): Row[] => {
      const page = pagesFrom(7);
      return [
        row(operation, 'a write fails, and looks mislead', [
          ...writeFaults.flatMap((write) => looksOfMain.map((look) => [write, look] as const)),
          ...looksOfMain.flatMap((look) => [[page(), look] as const, [page(), look] as const]),
        ]),
        row(operation, 'looks mislead twice', everyTwo(looksOfMain)),
      ];
    }),
  ],
};

function twoWritesFail(operation: OperationCase, page: () => Fault): Row {
  return row(operation, 'two writes fail', [
    ...writeFaults.flatMap((first) => writeFaults.map((second) => [first, second] as const)),
    ...writeFaults.flatMap((fault) => [[page(), fault] as const, [fault, page()] as const]),
    [page(), page()],
    [page(), page()],
  ]);
}

function row(operation: OperationCase, fault: string, faults: readonly (readonly Fault[])[]): Row {
  return {
    operation: operation.name,
    fault,
    inSample: operation.inSample === true && fault !== 'two writes fail',
    sampleStep: 13,
    waits: true,
    cases: async () =>
      faults.map(
        (some): TestCase => ({
          name: some.map(({ name }) => name).join(' + '),
          run: (testBed) => runWithFaults(operation, some, testBed),
        }),
      ),
  };
}

/** Every two of them, in one order. */
function everyTwo(faults: readonly Fault[]): (readonly Fault[])[] {
  return faults.flatMap((first, at) => faults.slice(at + 1).map((second) => [first, second] as const));
}

/** Returns a page with another status and another body each time, until every status has been there with every body. */
function pagesFrom(start: number): () => Fault {
  let drawn = start;
  return () => {
    drawn += 1;
    return pageFault(itemAt(statuses, drawn), itemAt(pages, drawn));
  };
}

function itemAt<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new RangeError('There are no items.');
  return item;
}
