import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyPairError } from '../../../src/errors.ts';
import { misspellings } from '../../../src/inputs/misspelled.ts';
import { readRequest } from '../../../src/inputs/read-request.ts';
import { type InputName, operations } from '../../../src/inputs/table.ts';
import { unknownInputs } from '../../../src/inputs/values.ts';
import { reportFailure } from '../../../src/runner/failure.ts';
import { log } from '../../../src/runner/log.ts';
import { captureLog } from '../../lib/captured-log.ts';
import { hostileTexts } from '../../lib/hostile-texts.ts';
import { commandsIn } from '../../lib/recognizers.ts';
import { someRun } from '../../lib/workflow-run.ts';
import { inputCases } from './input-cases.ts';
import { inputNames } from './reading.ts';

/** Inputs of a step: their names may be any. */
type Inputs = Readonly<Record<string, string>>;

/** As `main.ts` reads inputs and reports an error: what the runner gets, and the error. */
function read(inputs: Inputs): { printed: string; error: KeyPairError | undefined } {
  using captured = captureLog();
  const passed = new Map(Object.entries(inputs).map(([name, value]) => [name.toUpperCase(), value]));
  const raw = (name: string) => passed.get(name.toUpperCase()) ?? '';
  try {
    readRequest(raw, someRun, misspellings(unknownInputs([...passed.keys()]), raw), log.warning);
    return { printed: captured.text(), error: undefined };
  } catch (error) {
    reportFailure(error);
    if (!(error instanceof KeyPairError)) throw error;
    return { printed: captured.text(), error };
  }
}

/** What the runner would do, apart from showing the action's own annotations, also once it has decoded these. */
function sideEffectsOf(printed: string): string[] {
  const own = /^::(?:error|warning|debug)::/;
  const decoded = printed.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
  return [...commandsIn(printed), ...commandsIn(decoded)].filter(
    (command) => !own.test(command) || commandsIn(command.replace(own, '')).length > 0,
  );
}

/** Pieces of the forms that some reader looks for: paths, tags, names, numbers, and words. */
const pieces = [
  ...String.raw`" ' ~ / \ $ ${'{'} } % [ { {{ : = , * ? - 1 h a none true file:// HOME Key= Value= aws: key-`.split(
    ' ',
  ),
  ...['`', ' ', '\n', '- '],
];

const hostileText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 8 }),
  fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom('x', ...pieces))
    .map(([around, text]) => around + text + around),
  fc.constantFrom(...hostileTexts),
  fc
    .array(fc.constantFrom(...hostileTexts, '\0', '\n', '=', 'a'), { maxLength: 6 })
    .map((texts) => texts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** Any text, but often one that is valid, so that other inputs are read as well. */
const anyText = (name: InputName) => fc.oneof(fc.constant(''), fc.constant(inputCases[name][1]), hostileText);

const anyInputs: fc.Arbitrary<Inputs> = fc
  .tuple(
    fc.oneof(fc.constantFrom(...operations), hostileText),
    fc.record(Object.fromEntries(inputNames.map((name) => [name, anyText(name)]))),
  )
  .map(([operation, inputs]) => ({ ...inputs, operation }));

test('Whatever all inputs contain, they are a request, or a known error, which quotes no secret and is no command', () => {
  const marker = 'correcthorse';
  const passphrase = fc.tuple(hostileText, hostileText).map((around) => around.join(marker));
  fc.assert(
    fc.property(anyInputs, passphrase, (inputs, secret) => {
      const { printed, error } = read({ ...inputs, passphrase: secret });
      expect(sideEffectsOf(printed)).toEqual([]);
      expect(printed).not.toContain(marker);
      if (error === undefined) return;
      expect(error.code).toBe('INVALID_INPUT');
      expect(error.message).toMatch(/^Invalid inputs:\n./);
      expect([error.message, error.hint, error.details, error.stack].join('\n')).not.toContain(marker);
    }),
    { numRuns: 500 },
  );
});

describe('One megabyte in an input is not printed, and has no side effects:', () => {
  const texts = {
    'a mask command': '::add-mask::x',
    'a command within a line': ' ##[x]',
    'a command in every line': '\n::add-mask::x\r##[x]\0',
    'backslashes, which patterns are checked for': '\\*',
    variables: '$HOME/',
    'variables without an end': '${a',
    'equal signs and commas': '=,&',
    'percent signs': '%a',
    backticks: 'a`',
    'tags in another form': 'Key=env,Value=ci ',
  };

  test.each(Object.entries(texts))('%s', (_, text) => {
    const megabyte = text.repeat(Math.ceil(1_048_576 / text.length));
    for (const name of inputNames) {
      const [operation = ''] = inputCases[name][0].split(' ');
      const { printed } = read({ operation, [name]: megabyte });
      expect(sideEffectsOf(printed)).toEqual([]);
      expect(printed.length).toBeLessThan(20_000);
    }
  });
});

test('The name of an input that does not exist is printed without side effects', () => {
  const names = hostileTexts.flatMap((text) => [
    `dry${text}`,
    `${text}dry-run`,
    `life${text}`,
    `aws${text}region`,
  ]);
  for (const name of names.filter((one) => !/[\0]/.test(one))) {
    const { printed } = read({ [name]: 'true', [`${name}-region`]: 'eu-west-1' });
    expect(sideEffectsOf(printed)).toEqual([]);
  }
  expect(read({ 'dry##[add-mask]x': 'true' }).printed).toContain('is not an input. Did you mean dry-run?');
});
