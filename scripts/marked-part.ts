/**
 * Puts a text between the markers of a page: `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error where the page does not have them once, in order.
 */
export function withMarkedPart(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, inside, ...more] = page.split(start);
  const [, after, ...evenMore] = inside?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + evenMore.length > 0) {
    throw new Error(`The page needs ${start} and, after it, ${end}, once each`);
  }
  return `${before}${start}\n${text}${end}${after}`;
}
