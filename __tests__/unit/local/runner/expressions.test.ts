import { describe, expect, test } from '@jest/globals';
import {
  type Contexts,
  completeCondition,
  holds,
  interpolate,
} from '../../../../local/runner/expressions.ts';

function contexts(status: Contexts['status'] = 'success'): Contexts {
  return {
    status,
    env: new Map([['Name', 'x']]),
    others: {
      steps: { key: { outputs: { 'key-name': 'deploy', empty: '' }, outcome: 'failure' } },
      job: { status },
    },
  };
}

describe('interpolation', () => {
  test.each([
    ['plain', 'plain'],
    ['a ${{ steps.key.outputs.key-name }} b ${{steps.KEY.Outputs.KEY-NAME}}', 'a deploy b deploy'],
    ["${{ steps['key'].outputs['key-name'] }}", 'deploy'],
    ['[${{ steps.none.outputs.x }}]', '[]'],
    ['${{ env.Name }}[${{ env.NAME }}]', 'x[]'],
    ['${{ join(env.*) }}', 'x'],
    ['${{ toJSON(env) }}', '{\n  "Name": "x"\n}'],
    ["${{ 'it''s }} here' }}", "it's }} here"],
    ["${{ steps.key.outputs.empty || 'else' }}", 'else'],
    ["${{ contains(steps.key.outputs.key-name, 'PLO') && 'yes' }}", 'yes'],
    ["${{ format('{0}-{1}', job.status, 1.5) }}", 'success-1.5'],
    ['${{ true }} ${{ 1.5 }} ${{ null }} ${{ steps }}', 'true 1.5  Object'],
    ['$ { { x } }', '$ { { x } }'],
  ])('%s becomes "%s".', (text, expected) => expect(interpolate(text, contexts())).toBe(expected));

  test.each([
    ['${{ unknown.x }}', "Unrecognized named-value: 'unknown'"],
    ['${{ unknown() }}', "Unrecognized function: 'unknown'"],
    ['${{ success(1) }}', "Too many parameters supplied: 'success'"],
    ['${{ steps. }}', "Unexpected symbol: 'EOF'"],
    ["${{ 'open }}", 'the closing }} is missing'],
    ['${{ (true }}', "Unexpected end of expression: 'true'"],
    ['${{ true true }}', "Unexpected symbol: 'true'"],
    ['${{ }}', 'it is empty'],
  ])('%s causes an error that quotes the expression and describes the problem.', (text, problem) => {
    const expression = problem.startsWith('the closing') ? text : text.slice(3, -2).trim();
    expect(() => interpolate(text, contexts())).toThrow(
      `The expression "${expression}" is not valid: ${problem}`,
    );
  });
});

describe('conditions', () => {
  test.each([
    ["steps.key.outcome == 'FAILURE'", true],
    ["!(steps.key.outcome == 'failure') || true && false", false],
    ["null == ''", true],
    ['steps.key.outputs.empty', false],
    ['${{ steps.key.outputs.key-name }}', true],
  ])('%s evaluates to %s.', (condition, value) => expect(holds(condition, contexts())).toBe(value));

  test('An invalid condition causes an error that quotes it.', () => {
    expect(() => completeCondition("job.status == 'open")).toThrow(
      `The expression "job.status == 'open" is not valid: Unexpected symbol: ''open'`,
    );
  });

  const table: [condition: string, success: boolean, failure: boolean, cancelled: boolean][] = [
    ['', true, false, false],
    ['${{ true }}', true, false, false],
    ["steps.key.outcome == 'failure'", true, false, false],
    ["'always()' == ''", false, false, false],
    ['always()', true, true, true],
    ['Always ()', true, true, true],
    ['failure()', false, true, false],
    ['${{ cancelled() }}', false, false, true],
    ['!cancelled()', true, true, false],
    ['success() || failure()', true, true, false],
    ["always() && steps.key.outputs.key-name == 'deploy'", true, true, true],
  ];
  test.each(table)(
    'A step with `if: %s` runs after success: %s, after a failure: %s, after a cancellation: %s.',
    (condition, ...expected) => {
      const statuses = ['success', 'failure', 'cancelled'] as const;
      const complete = completeCondition(condition);
      expect(statuses.map((status) => holds(complete, contexts(status)))).toEqual(expected);
    },
  );
});
