import { describe, expect, test } from '@jest/globals';
import {
  type Contexts,
  completeCondition,
  evaluate,
  exactly,
  interpolate,
} from '../../../../local/runner/expressions.ts';

function contexts(status: Contexts['status'] = 'success'): Contexts {
  return {
    status,
    values: {
      steps: { key: { outputs: { 'key-name': 'deploy', empty: '' }, outcome: 'failure' } },
      env: exactly({ Name: 'x' }),
      job: { status },
    },
  };
}

describe('templates', () => {
  test.each([
    ['plain', 'plain'],
    ['a ${{ steps.key.outputs.key-name }} b ${{steps.KEY.Outputs.KEY-NAME}}', 'a deploy b deploy'],
    ["${{ steps['key'].outputs['key-name'] }}", 'deploy'],
    ['[${{ steps.none.outputs.x }}]', '[]'],
    ['${{ env.Name }}[${{ env.NAME }}]', 'x[]'],
    ["${{ 'it''s }} here' }}", "it's }} here"],
    ["${{ steps.key.outputs.empty || 'else' }}", 'else'],
    ['${{ true }} ${{ 1.5 }} ${{ null }}', 'true 1.5 '],
    ['$ { { x } }', '$ { { x } }'],
  ])('%s', (text, expected) => expect(interpolate(text, contexts())).toBe(expected));

  test.each([
    '${{ unknown.x }}',
    '${{ format(1) }}',
    '${{ steps. }}',
    "${{ 'open }}",
    '${{ (true }}',
    '${{ true true }}',
  ])('%s is refused', (text) => expect(() => interpolate(text, contexts())).toThrow(/is not valid/));
});

describe('operators', () => {
  test.each([
    ["steps.key.outcome == 'FAILURE'", true],
    ["steps.key.outcome != 'failure'", false],
    ["!(steps.key.outcome == 'failure') || true && false", false],
    ['true || false && false', true],
    ["null == ''", true],
    ['steps.key.outputs.empty == 0', true],
    ["'a' == 0", false],
    ["!!'x'", true],
  ])('%s is %s', (expression, value) => expect(evaluate(expression, contexts())).toBe(value));
});

describe('conditions', () => {
  const table: [condition: string, success: boolean, failure: boolean, cancelled: boolean][] = [
    ['', true, false, false],
    ['${{ true }}', true, false, false],
    ["steps.key.outcome == 'failure'", true, false, false],
    ["'always()' == ''", false, false, false],
    ['always()', true, true, true],
    ['failure()', false, true, false],
    ['${{ cancelled() }}', false, false, true],
    ['!cancelled()', true, true, false],
    ['success() || failure()', true, true, false],
    ["always() && steps.key.outputs.key-name == 'deploy'", true, true, true],
  ];
  test.each(table)('"%s" runs after success %s, after failure %s, after cancel %s', (text, ...expected) => {
    const states = ['success', 'failure', 'cancelled'] as const;
    const complete = completeCondition(text);
    expect(states.map((status) => evaluate(complete, contexts(status)))).toEqual(expected);
  });
});
