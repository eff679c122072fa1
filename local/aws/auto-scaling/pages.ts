import type { PageRules } from '../pages.ts';
import { Refusal } from '../refusal.ts';
import { textElement } from '../xml.ts';

/** The pages of an Auto Scaling listing: 50 entries, or as many as `MaxRecords` says, up to 100. */
export const autoScalingPages: PageRules = {
  sizeParameter: 'MaxRecords',
  smallest: 1,
  greatest: 100,
  usual: 50,
  wrongSize: (given) => {
    const rule = Number(given) > 100 ? 'less than or equal to 100' : 'greater than or equal to 1';
    return validationError(
      `1 validation error detected: Value '${given}' at 'maxRecords' failed to satisfy constraint: Member must have value ${rule}`,
    );
  },
  wrongToken: (token) => new Refusal('InvalidNextToken', `The token '${token}' is invalid.`),
};

/** The element that leads to the next page; nothing on the last one. */
export function nextTokenElement(nextToken: string | undefined): string {
  return nextToken === undefined ? '' : textElement('NextToken', nextToken);
}

/** What Auto Scaling says to parameters that cannot be. */
export function validationError(message: string): Refusal {
  return new Refusal('ValidationError', message);
}

/** At most 50 names, or as many as `MaxRecords` says. Throws ValidationError. */
export function checkNameCount(names: readonly string[], maxRecords: string | undefined, what: string): void {
  const most = Number(maxRecords ?? autoScalingPages.usual);
  if (names.length > most) {
    throw validationError(`The number of ${what} names that may be passed in is limited to ${most}`);
  }
}
