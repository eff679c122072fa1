import { AwsError } from '../aws-error.ts';
import { invalid, type JsonParameters, textOf } from '../json-service.ts';

/** One page of a list, as `MaxResults` and `NextToken` ask for. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The member NextToken; absent on the last page. */
  readonly next: { NextToken?: string };
}

/**
 * Reads the members of a paged request. Returns a function that cuts a list.
 *
 * @throws AwsError `ValidationException`, `InvalidNextToken`
 */
export function readPage(
  parameters: JsonParameters,
  { min, max, standard }: { readonly min: number; readonly max: number; readonly standard: number },
): <Item>(all: readonly Item[]) => Page<Item> {
  const size = parameters['MaxResults'] ?? standard;
  if (typeof size !== 'number' || size < min || size > max) {
    throw invalid(
      `Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value between ${min} and ${max}`,
    );
  }
  const token = textOf(parameters, 'NextToken');
  const start = token === undefined ? 0 : startOf(token);
  return (all) => {
    const end = start + size;
    return {
      items: all.slice(start, end),
      next: end < all.length ? { NextToken: Buffer.from(`after ${end}`).toString('base64') } : {},
    };
  };
}

function startOf(token: string): number {
  const [, start] = /^after (\d+)$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (start === undefined) throw new AwsError('InvalidNextToken', 'The specified token is not valid.');
  return Number(start);
}
