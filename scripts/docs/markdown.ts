/** Reads and writes the Markdown of the pages: fenced blocks and tables. */

/** A fenced code block. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** The number of its first line, from 1. */
  readonly line: number;
}

const fence = /^([ ]*)```(\w+)\n([\s\S]*?)^\1```$/gm;

export function fencesOf(page: string): Fence[] {
  return [...page.matchAll(fence)].map(({ 1: indent = '', 2: language = '', 3: text = '', index }) => ({
    language,
    text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
    line: page.slice(0, index).split('\n').length + 1,
  }));
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
