import type { PageRules } from '../pages.ts';
import { Refusal } from '../refusal.ts';
import { textElement } from '../xml.ts';

/** The pages of an EC2 listing: `MaxResults` between two bounds, and EC2's words for what is wrong. */
export function ec2Pages(sizes: Pick<PageRules, 'smallest' | 'greatest' | 'usual'>): PageRules {
  return {
    ...sizes,
    sizeParameter: 'MaxResults',
    wrongSize: (given) => {
      const rule =
        Number(given) > sizes.greatest ? `smaller than ${sizes.greatest}` : `greater than ${sizes.smallest}`;
      const message = `Value ( ${given} ) for parameter maxResults is invalid. Expecting a value ${rule}.`;
      return new Refusal('InvalidParameterValue', message);
    },
    wrongToken: () => new Refusal('InvalidParameterValue', 'Unable to parse pagination token'),
  };
}

/** The element that leads to the next page; nothing on the last one. */
export function nextTokenElement(nextToken: string | undefined): string {
  return nextToken === undefined ? '' : textElement('nextToken', nextToken);
}
