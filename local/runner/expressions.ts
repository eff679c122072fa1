import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { truthy } from '@actions/expressions/result';
import { messageOf } from './error-text.ts';
import type { Status } from './job-types.ts';

/** A value of a context, as JSON has it. */
export type Value = string | number | boolean | null | { readonly [name: string]: Value };

/** What expressions can refer to. */
export interface Contexts {
  readonly status: Status;
  /** The `env` context. Its names are case-sensitive, unlike those of all other contexts. */
  readonly env: ReadonlyMap<string, string>;
  readonly others: { readonly [name: string]: Value };
}

/**
 * Replaces every `${{ … }}` in a text with its value.
 *
 * @throws Error for an expression that GitHub would reject.
 */
export function interpolate(text: string, contexts: Contexts): string {
  // A quoted string in an expression may contain braces.
  const template = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}|\$\{\{/g;
  return text.replace(template, (_whole, expression: string | undefined) => {
    if (expression === undefined) throw invalid(text, 'the closing }} is missing');
    return evaluate(expression, contexts).coerceString();
  });
}

/** Whether a condition is true, such as that of an `if:`. @throws Error as `interpolate`. */
export function holds(condition: string, contexts: Contexts): boolean {
  return truthy(evaluate(withoutBraces(condition), contexts));
}

/**
 * A step's `if:` as GitHub completes it: unless it calls a status function, `success()` must be true, too.
 *
 * @throws Error as `interpolate`.
 */
export function completeCondition(condition: string): string {
  const expression = withoutBraces(condition);
  return callsStatusFunction(expression) ? expression : `success() && (${expression || 'true'})`;
}

function evaluate(expression: string, contexts: Contexts): data.ExpressionData {
  const functions = statusFunctions(contexts.status);
  const names = ['env', ...Object.keys(contexts.others)];
  return naming(expression, () => {
    const { tokens } = new Lexer(expression).lex();
    if (tokens.length === 1) throw new Error('it is empty');
    const parsed = new Parser(tokens, names, functions).parse();
    const byName = new Map(functions.map((definition) => [definition.name, definition]));
    return new Evaluator(parsed, dictionaryOf(contexts), byName).evaluate();
  });
}

function statusFunctions(status: Status) {
  const holds = { always: true, success: false, failure: false, cancelled: false, [status]: true };
  return Object.entries(holds).map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
}

function callsStatusFunction(expression: string): boolean {
  const names = statusFunctions('success').map(({ name }) => name);
  const { tokens } = naming(expression, () => new Lexer(expression).lex());
  return tokens.some(
    ({ lexeme }, index) => names.includes(lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
  );
}

function dictionaryOf({ env, others }: Contexts): data.Dictionary {
  const dictionary = new data.Dictionary({ key: 'env', value: new EnvContext(env) });
  for (const [key, value] of Object.entries(others)) {
    dictionary.add(key, JSON.parse(JSON.stringify(value), data.reviver));
  }
  return dictionary;
}

/** Environment variables: the library's own dictionaries ignore case. */
class EnvContext extends data.Dictionary {
  readonly #variables: ReadonlyMap<string, string>;

  constructor(variables: ReadonlyMap<string, string>) {
    super();
    this.#variables = variables;
  }

  override get(name: string): data.ExpressionData | undefined {
    const value = this.#variables.get(name);
    return value === undefined ? undefined : new data.StringData(value);
  }

  override pairs(): { key: string; value: data.ExpressionData }[] {
    return [...this.#variables].map(([key, value]) => ({ key, value: new data.StringData(value) }));
  }

  override values(): data.ExpressionData[] {
    return this.pairs().map(({ value }) => value);
  }
}

function withoutBraces(condition: string): string {
  return condition
    .trim()
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
    .trim();
}

/** Adds the expression to an error message: the library's message contains only a part of it. */
function naming<Result>(expression: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw invalid(expression, messageOf(error));
  }
}

function invalid(expression: string, problem: string): Error {
  return new Error(`The expression "${expression.trim()}" is not valid: ${problem}`);
}
