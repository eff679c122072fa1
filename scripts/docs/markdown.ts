/** Markdown as these pages are written: fences, tables, and parts between markers. */

/** A fenced block of a page. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** Of its first line, from 1. */
  readonly line: number;
}

const marked = /<!-- ([\w.-]+) -->\n[\s\S]*?<!-- \/\1 -->/g;
const fence = /^([ ]*)```(\w+)\n([\s\S]*?)^\1```$/gm;

export function fencesOf(page: string): Fence[] {
  return [...page.matchAll(fence)].map(({ 1: indent = '', 2: language = '', 3: text = '', index }) => ({
    language,
    text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
    line: page.slice(0, index).split('\n').length + 1,
  }));
}

export function hasPart(page: string, name: string): boolean {
  return [...page.matchAll(marked)].some(([, found]) => found === name);
}

/** The page with the parts that are in `parts` filled in. Other markers belong to other programs. */
export function withParts(page: string, parts: ReadonlyMap<string, string>): string {
  return page.replace(marked, (whole, name: string) => {
    const part = parts.get(name);
    return part === undefined ? whole : `<!-- ${name} -->\n${part}\n<!-- /${name} -->`;
  });
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (text: string) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
