import { describe, expect, test } from '@jest/globals';
import { SecretMasker } from '../../../../local/runner/masker.ts';
import { StepCommands, StopTokenRejected } from '../../../../local/runner/step-commands.ts';
import { StepLog } from '../../../../local/runner/step-log.ts';
import type { StepScope } from '../../../../local/runner/step-scope.ts';

function stepThatPrints(
  lines: readonly string[],
  { debug = false, env = {} as Record<string, string> } = {},
): StepScope {
  const masker = new SecretMasker();
  const job = {
    env: new Map<string, string>(),
    path: [],
    masks: [],
    hide: (value: string) => masker.add(value),
    mask: (text: string) => masker.mask(text),
  };
  const scope: StepScope = {
    job,
    log: new StepLog(masker, debug, []),
    env: new Map(Object.entries(env)),
    outputs: new Map(),
    state: new Map(),
    summary: [],
    commandFailed: false,
  };
  const commands = new StepCommands(scope, debug);
  for (const line of lines) commands.take(line);
  return scope;
}

describe('add-mask', () => {
  test('hides the value from the next line on, and prints nothing.', () => {
    const { log } = stepThatPrints(['s3cret', '::add-mask::s3cret', 's3cret']);
    expect(log.lines).toEqual(['s3cret', '***']);
  });

  test('hides a multiline value as a whole and line by line, trimmed, without blank lines.', () => {
    const scope = stepThatPrints(['::add-mask::first%0D%0A%0A  second ', 'a first', 'a second', 'a   b']);
    expect(scope.log.lines).toEqual(['a ***', 'a ***', 'a   b']);
    expect(scope.job.masks).toEqual(['first\r\n\n  second ', 'first', 'second']);
  });

  test.each(['::add-mask::', '::add-mask:: %0A'])('%j is rejected with a warning.', (line) => {
    const scope = stepThatPrints([line, 'a b']);
    expect(scope.log.lines).toEqual([
      "##[warning]Can't add secret mask for empty string in ##[add-mask] command.",
      'a b',
    ]);
    expect(scope.commandFailed).toBe(false);
  });

  test('is plain text if it is not at the start of the line, and does not hide the secret.', () => {
    expect(stepThatPrints(['Creating...::add-mask::s3cret', 's3cret']).log.lines).toEqual([
      'Creating...::add-mask::s3cret',
      's3cret',
    ]);
  });

  test('is echoed without its value if step debugging is on.', () => {
    expect(stepThatPrints(['::add-mask::s3cret'], { debug: true }).log.lines).toEqual(['::add-mask::***']);
  });
});

describe('stop-commands', () => {
  test('can be in brackets anywhere in a line, and makes a later add-mask plain text.', () => {
    const { log } = stepThatPrints(['name: ##[stop-commands]x', '::add-mask::s3cret', 's3cret']);
    expect(log.lines).toEqual(['name: ##[stop-commands]x', '::add-mask::s3cret', 's3cret']);
  });

  test('ends with its token, which is case-insensitive, in either form.', () => {
    const { log } = stepThatPrints([
      '::stop-commands::Tok',
      '::add-mask::one',
      '##[tOK]',
      '::add-mask::two',
      'one two',
    ]);
    expect(log.lines).toEqual(['::stop-commands::Tok', '::add-mask::one', '##[tOK]', 'one ***']);
  });

  test('hides a token of more than six characters.', () => {
    expect(stepThatPrints(['::stop-commands::longtoken', 'longtoken']).log.lines).toEqual([
      '::stop-commands::***',
      '***',
    ]);
  });

  test.each(['', 'pause-logging', 'add-mask', 'Stop-Commands'])(
    'ends the step if its token is %j.',
    (token) => {
      expect(() => stepThatPrints([`::stop-commands::${token}`])).toThrow(StopTokenRejected);
    },
  );
});

test('Annotations have masked messages, but unmasked properties.', () => {
  const { log } = stepThatPrints(['::add-mask::s3cret', '::error title=a s3cret,line=3::b s3cret%0Anext']);
  expect(log.annotations).toEqual([
    { level: 'error', message: 'b ***\nnext', properties: { title: 'a s3cret', line: '3' } },
  ]);
  expect(log.lines).toEqual(['##[error]b ***\nnext']);
});

test('A step keeps ten annotations per level; the log keeps all.', () => {
  const { log } = stepThatPrints(Array.from({ length: 12 }, (_, index) => `::notice::${index}`));
  expect(log.annotations).toHaveLength(10);
  expect(log.lines).toHaveLength(12);
});

test('Debug lines are shown only with step debugging.', () => {
  expect(stepThatPrints(['::debug::a%0Ab']).log.lines).toEqual([]);
  expect(stepThatPrints(['::debug::a%0Ab'], { debug: true }).log.lines).toEqual(['##[debug]a', '##[debug]b']);
});

test('A group command is echoed only if echo is on.', () => {
  expect(
    stepThatPrints(['::group::g', '::echo::ON ', '::group::h', '::echo::off', '::endgroup::']).log.lines,
  ).toEqual(['##[group]g', '::group::h', '##[group]h', '::echo::off', '##[endgroup]']);
});

test.each(['::echo::maybe', '::set-output::x', '::set-env name=A::b', '::add-path::/x'])(
  '%j fails the step.',
  (line) => {
    const scope = stepThatPrints([line]);
    expect(scope.commandFailed).toBe(true);
    expect(scope.log.lines).toContain(`##[error]Unable to process command '${line}' successfully.`);
    expect([...scope.job.env, ...scope.job.path]).toEqual([]);
  },
);

test('set-output and save-state still work, with a warning.', () => {
  const scope = stepThatPrints(['::set-output name=a::1', '::save-state name=b::2']);
  expect([...scope.outputs, ...scope.state]).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
  expect(scope.log.annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
});

test('set-env works if it is enabled, but never for NODE_OPTIONS.', () => {
  const env = { ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true' };
  const scope = stepThatPrints(['::set-env name=A::b', '::set-env name=node_options::--require x'], { env });
  expect([...scope.job.env]).toEqual([['A', 'b']]);
});
