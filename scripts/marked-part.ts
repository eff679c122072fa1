/**
 * Replaces the text between two markers of a page: `<!-- name -->` and `<!-- /name -->`.
 *
 * @throws Error unless the page contains each marker once, in this order.
 */
export function withMarkedPart(page: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, inside, ...more] = page.split(start);
  const [, after, ...evenMore] = inside?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length + evenMore.length > 0) {
    throw new Error(`The page must contain ${start} and, after it, ${end}, once each`);
  }
  return `${before}${start}\n${text}${end}${after}`;
}
