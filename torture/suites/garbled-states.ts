import type { TrapOrder } from '../../test-support/trap/order.ts';
import type { Change } from './changes.ts';

const values = [
  '',
  'null',
  '[]',
  '"text"',
  '{',
  '{"kind":"key-pair"}',
  '{"kind":"file","path":"/"}',
  '\u0001\ufffd',
  '9'.repeat(10_000),
];

/** State with other values than main wrote. */
export function garbledStates(): Change[] {
  return values.flatMap((value): Change[] => {
    const shown = JSON.stringify(value.slice(0, 20));
    const garbled = (label: string): TrapOrder => ({ garble: { label, value } });
    return [
      {
        fault: `the state of all claims is ${shown}`,
        main: garbled('claim '),
        leftovers: 'any-pairs',
        warnings: 1,
        files: ['workspace/deploy.pem'],
        keepsKey: true,
      },
      {
        fault: `the state of the key pair's claim is ${shown}`,
        main: garbled('claim key-pair '),
        leftovers: 'any-pairs',
        warnings: 1,
      },
      {
        fault: `the last state of the key pair's claim is ${shown}`,
        main: garbled('claim key-pair held'),
        leftovers: 'nothing',
        warnings: 0,
      },
      {
        fault: `the first state of the key pair's claim is ${shown}`,
        main: garbled('claim key-pair intended'),
        leftovers: 'nothing',
        warnings: 0,
      },
      {
        fault: `the whole state is ${shown}`,
        main: garbled('state'),
        leftovers: 'any-pairs',
        warnings: 1,
        files: ['workspace/deploy.pem'],
        keepsKey: true,
      },
    ];
  });
}
