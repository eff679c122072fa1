import { describe, expect, test } from '@jest/globals';
import { withMembers } from '../../../scripts/build/members.ts';
import { rewritten, withoutMethod } from '../../../scripts/build/replacing.ts';

const signer = `\
export class Signer {
    key = 1;
    async sign(request, { date = new Date() } = {}) {
        return { request, date };
    }
    presign(request) {
        if (request) {
            return this.key;
        }
    }
}
`;

describe('code that cannot be reached', () => {
  test('is replaced text by text', () => {
    const zero = rewritten(signer, [
      ['key = 1', 'key = 0'],
      ['async ', ''],
    ]);
    expect(zero).toBe(signer.replace('key = 1', 'key = 0').replace('async ', ''));
  });

  test('is removed from a class, method by method', () => {
    const rest = withoutMethod(signer, 'presign');
    expect(rest).toBe(signer.replace(/ {4}presign[\s\S]*(?=\}\n$)/, ''));
    expect(withoutMethod(rest, 'sign')).toBe('export class Signer {\n    key = 1;\n}\n');
  });

  test('fails the build if it is no longer there, or more than once', () => {
    expect(() => rewritten(signer, [['key = 2', '']])).toThrow('"key = 2"');
    expect(() => rewritten(signer, [['request', '']])).toThrow('"request"');
    expect(() => withoutMethod(signer, 'signEvent')).toThrow('signEvent');
    expect(() => withoutMethod(signer + signer, 'sign')).toThrow('sign');
  });
});

describe('schemas of the SDK', () => {
  const code = `\
const _N = "Name", _V = "Values";
const _A = "Age";
export var Owl$ = [3, n0, _O,
    0,
    [_A, _N, _V],
    [[1, { [_x]: _a }], 0, [() => ValueList, 0]], 1
];
var ValueList = [1, n0, _V, 0, 0];
export var Lost$ = [-3, n0, _N, { [_e]: _c }, [_A], [0]];
export var Find$ = [9, n0, _N, 0, () => Owl$, () => Owl$];
`;

  test('keep the members that are named, at the same places in both lists', () => {
    expect(withMembers(code, new Set(['Name', 'Age']))).toContain(
      '[_A, _N],\n    [[1, { [_x]: _a }], 0], 1\n',
    );
    expect(withMembers(code, new Set(['Values']))).toContain('[_V],\n    [[() => ValueList, 0]], 1\n');
  });

  test('keep everything that is no structure', () => {
    const [, ...rest] = code.split(/(?=var ValueList)/);
    expect(withMembers(code, new Set())).toContain(rest.join(''));
  });
});
