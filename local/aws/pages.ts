import { createHash } from 'node:crypto';
import type { QueryParameters } from './query.ts';
import type { Refusal } from './refusal.ts';
import type { Circumstances } from './service.ts';

/** How large the pages of one listing are, and how its service words what is wrong with a request for one. */
export interface PageRules {
  sizeParameter: 'MaxResults' | 'MaxRecords';
  smallest: number;
  greatest: number;
  /** The size of a page when the request names none. */
  usual: number;
  wrongSize(given: string): Refusal;
  wrongToken(token: string): Refusal;
}

export interface Page<Item> {
  items: readonly Item[];
  /** What asks for the page after this one; undefined on the last. */
  nextToken: string | undefined;
}

type PageCutter = <Item>(all: readonly Item[], where: Circumstances) => Page<Item>;

/**
 * Reads the page's size and `NextToken`, and gives what cuts that page out of the listing.
 * A token holds for the call it came from: the same operation and selection, account and region; any other is
 * refused as if it had been made up. The size of the page may change on the way.
 */
export function readPage(parameters: QueryParameters, rules: PageRules): PageCutter {
  const size = readSize(parameters.text(rules.sizeParameter), rules);
  const token = parameters.text('NextToken');
  return (all, where) => {
    const listing = listingDigest(parameters, rules, where);
    const start = token === undefined ? 0 : readToken(token, listing);
    if (start === undefined) throw rules.wrongToken(token ?? '');
    const end = start + size;
    return {
      items: all.slice(start, end),
      nextToken: end < all.length ? writeToken(end, listing) : undefined,
    };
  };
}

function readSize(given: string | undefined, rules: PageRules): number {
  if (given === undefined) return rules.usual;
  const size = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (size >= rules.smallest && size <= rules.greatest) return size;
  throw rules.wrongSize(given);
}

function listingDigest(parameters: QueryParameters, rules: PageRules, where: Circumstances): string {
  const passing = ['NextToken', 'DryRun', rules.sizeParameter];
  const selection = parameters.entries().filter(([name]) => !passing.includes(name));
  const place = [where.account.accountId, where.regionName];
  return createHash('sha256')
    .update(JSON.stringify([place, selection.sort()]))
    .digest('base64');
}

function writeToken(start: number, listing: string): string {
  return Buffer.from(`${start} ${listing}`).toString('base64');
}

function readToken(token: string, listing: string): number | undefined {
  const [start = '', itsListing] = Buffer.from(token, 'base64').toString().split(' ');
  return itsListing === listing && /^\d+$/.test(start) ? Number(start) : undefined;
}
