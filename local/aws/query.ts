import { AwsError } from './aws-error.ts';

/** The parameters of a Query request by name. Lists and records are spelled `Name.1`, `Name.2.Part`. */
export class QueryParameters {
  readonly #values: ReadonlyMap<string, string>;

  constructor(pairs: Iterable<readonly [string, string]>) {
    this.#values = new Map(pairs);
  }

  names(): string[] {
    return [...this.#values.keys()];
  }

  entries(): [string, string][] {
    return [...this.#values];
  }

  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** @throws AwsError `MissingParameter` */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw missingParameter(name);
    return value;
  }

  /** `true` or `false`, case-insensitive; false if absent. @throws AwsError `InvalidParameterValue` */
  flag(name: string): boolean {
    const value = this.text(name)?.toLowerCase() ?? 'false';
    if (value !== 'true' && value !== 'false') {
      throw new AwsError('InvalidParameterValue', `Invalid value '${value}' for boolean parameter ${name}`);
    }
    return value === 'true';
  }

  /** `Name.1`, `Name.2`, … in the order of their numbers. */
  list(name: string): string[] {
    return this.records(name).flatMap((record) => record.text('') ?? []);
  }

  /** `Name.1.Part`, `Name.2.Part`, …: one set of parameters per number. A plain `Name.1` has the name ''. */
  records(name: string): QueryParameters[] {
    const byNumber = new Map<number, [string, string][]>();
    for (const [key, value] of this.#values) {
      const match = key.startsWith(`${name}.`) ? /^(\d+)(?:\.(.+))?$/.exec(key.slice(name.length + 1)) : null;
      if (match === null) continue;
      const number = Number(match[1]);
      const record = byNumber.get(number) ?? [];
      record.push([match[2] ?? '', value]);
      byNumber.set(number, record);
    }
    const inOrder = [...byNumber].sort(([left], [right]) => left - right);
    return inOrder.map(([, record]) => new QueryParameters(record));
  }
}

/** Combines the parameters of a query string and a form body. Either may be empty. */
export function readQueryParameters(queryString: string, body: string): QueryParameters {
  return new QueryParameters([...new URLSearchParams(queryString), ...new URLSearchParams(body)]);
}

export function missingParameter(name: string): AwsError {
  return new AwsError('MissingParameter', `The request must contain the parameter ${name}`);
}
