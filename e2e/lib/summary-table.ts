/** The rows of the tables in a job summary, by label, as plain text. */
export function summaryRows(summary: string): ReadonlyMap<string, string> {
  const rows = summary.matchAll(/<tr><th[^>]*>(.*?)<\/th><td(?: nowrap)?>(.*?)<\/td><\/tr>/g);
  return new Map([...rows].map(([, label = '', value = '']) => [text(label), text(value)]));
}

function text(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(
      /&(amp|lt|gt|quot);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
    );
}
