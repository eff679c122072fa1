/** A value in an expression. Dictionaries are looked up by name in any case, but the `env` one is exact. */
export type Value = string | number | boolean | null | Dictionary;
export interface Dictionary {
  readonly [name: string]: Value;
}

/** What an expression may speak of. */
export interface Contexts {
  readonly values: Dictionary;
  readonly status: 'success' | 'failure' | 'cancelled';
}

export class ExpressionError extends Error {
  constructor(expression: string, problem: string) {
    super(`The expression "${expression}" is not valid: ${problem}`);
    this.name = 'ExpressionError';
  }
}

/**
 * Replaces every `${{ … }}` in a text. Understood are look-ups (`steps.x.outputs.y`, `a['b-c']`), literals,
 * `! && || == !=`, parentheses and the four status functions; anything else throws ExpressionError.
 */
export function interpolate(text: string, contexts: Contexts): string {
  // A quoted string in an expression may hold braces.
  const template = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}|\$\{\{/g;
  return text.replace(template, (_whole, expression: string | undefined) => {
    if (expression === undefined) throw new ExpressionError(text, 'it has no end');
    return asText(evaluate(expression, contexts));
  });
}

/** The value of an expression without its `${{ }}`. */
export function evaluate(expression: string, contexts: Contexts): Value {
  return new Evaluation(expression, contexts).whole();
}

/** A step's `if:` as the server completes it: one that calls no status function also asks for success(). */
export function completeCondition(text: string): string {
  const expression = text
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
    .trim();
  return callsStatusFunction(expression) ? expression : `success() && (${expression || 'true'})`;
}

/** What stands for false: false, null, 0 and the empty text. */
export function isTrue(value: Value): boolean {
  return value !== false && value !== null && value !== 0 && value !== '' && !Number.isNaN(value);
}

/** A value as text; null is empty. */
export function asText(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? 'Object' : String(value);
}

function callsStatusFunction(expression: string): boolean {
  const withoutStrings = expression.replace(/'(?:[^']|'')*'/g, "''");
  return /\b(always|success|failure|cancelled)\s*\(/i.test(withoutStrings);
}

const TOKEN = /\s*('(?:[^']|'')*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*|&&|\|\||==|!=|[!().[\]])/y;

/** Reads and computes in one go. Both sides of `&&` and `||` are computed: nothing here has an effect. */
class Evaluation {
  readonly #expression: string;
  readonly #contexts: Contexts;
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(expression: string, contexts: Contexts) {
    this.#expression = expression.trim();
    this.#contexts = contexts;
    this.#tokens = this.#split();
  }

  whole(): Value {
    const value = this.#or();
    if (this.#next < this.#tokens.length)
      throw this.#error(`nothing fits before ${this.#tokens[this.#next]}`);
    return value;
  }

  #split(): string[] {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < this.#expression.length) {
      const at = TOKEN.lastIndex;
      const token = TOKEN.exec(this.#expression)?.[1];
      if (token === undefined) throw this.#error(`"${this.#expression.slice(at)}" is not understood here`);
      tokens.push(token);
    }
    return tokens;
  }

  #or(): Value {
    let value = this.#and();
    while (this.#take('||')) {
      const other = this.#and();
      if (!isTrue(value)) value = other;
    }
    return value;
  }

  #and(): Value {
    let value = this.#comparison();
    while (this.#take('&&')) {
      const other = this.#comparison();
      if (isTrue(value)) value = other;
    }
    return value;
  }

  #comparison(): Value {
    let value = this.#unary();
    for (;;) {
      if (this.#take('==')) value = areEqual(value, this.#unary());
      else if (this.#take('!=')) value = !areEqual(value, this.#unary());
      else return value;
    }
  }

  #unary(): Value {
    return this.#take('!') ? !isTrue(this.#unary()) : this.#lookedUp(this.#primary());
  }

  #lookedUp(from: Value): Value {
    let value = from;
    for (;;) {
      if (this.#take('.')) {
        value = member(value, this.#token());
      } else if (this.#take('[')) {
        value = member(value, asText(this.#or()));
        this.#expect(']');
      } else {
        return value;
      }
    }
  }

  #primary(): Value {
    const token = this.#token();
    if (token === '(') {
      const value = this.#or();
      this.#expect(')');
      return value;
    }
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^-?\d/.test(token)) return Number(token);
    if (!/^[A-Za-z_]/.test(token)) throw this.#error(`${token} is not a value`);
    if (this.#take('(')) {
      this.#expect(')');
      return this.#call(token);
    }
    return this.#named(token);
  }

  #named(name: string): Value {
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'null') return null;
    if (!Object.keys(this.#contexts.values).includes(name.toLowerCase()))
      throw this.#error(`there is no ${name}`);
    return member(this.#contexts.values, name);
  }

  #call(name: string): Value {
    const wanted = name.toLowerCase();
    if (wanted === 'always') return true;
    if (wanted === 'success' || wanted === 'failure' || wanted === 'cancelled') {
      return this.#contexts.status === wanted;
    }
    throw this.#error(`${name}() is not known`);
  }

  #token(): string {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw this.#error('it ends too early');
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#next] !== token) return false;
    this.#next++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw this.#error(`${token} is missing`);
  }

  #error(problem: string): ExpressionError {
    return new ExpressionError(this.#expression, problem);
  }
}

function member(value: Value, name: string): Value {
  if (value === null || typeof value !== 'object') return null;
  if (Object.hasOwn(value, name)) return value[name] ?? null;
  if (EXACT.has(value)) return null;
  const key = Object.keys(value).find((other) => other.toLowerCase() === name.toLowerCase());
  return key === undefined ? null : (value[key] ?? null);
}

const EXACT = new WeakSet<Dictionary>();

/** A dictionary that tells upper case from lower case: environment variables. */
export function exactly(values: Dictionary): Dictionary {
  EXACT.add(values);
  return values;
}

/** Texts are compared in any case; values of different kinds as numbers. */
function areEqual(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && left !== null && right !== null) return left === right;
  return asNumber(left) === asNumber(right);
}

function asNumber(value: Value): number {
  if (typeof value === 'object' && value !== null) return Number.NaN;
  return Number(value);
}
