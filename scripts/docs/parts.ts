/** The generated parts of a file, between markers that are comments in its format. */

/** The markers of a format. */
export interface Markers {
  /** Matches a part including its markers. The first group is its name. */
  readonly pattern: RegExp;
  /** The first and the last line of a part. */
  around(name: string): readonly [start: string, end: string];
}

export const markdownMarkers: Markers = {
  pattern: /<!-- ([\w.-]+) -->\n[\s\S]*?<!-- \/\1 -->/g,
  around: (name) => [`<!-- ${name} -->`, `<!-- /${name} -->`],
};

export const yamlMarkers: Markers = {
  pattern: /^# <([\w.-]+)>\n[\s\S]*?^# <\/\1>$/gm,
  around: (name) => [`# <${name}>`, `# </${name}>`],
};

export function hasPart(text: string, name: string, { pattern }: Markers): boolean {
  return [...text.matchAll(pattern)].some(([, found]) => found === name);
}

/** Replaces the parts of a text that are in `parts`, by name. Other parts are left alone. */
export function withParts(
  text: string,
  parts: ReadonlyMap<string, string>,
  { pattern, around }: Markers,
): string {
  return text.replace(pattern, (whole, name: string) => {
    const part = parts.get(name);
    const [start, end] = around(name);
    return part === undefined ? whole : [start, part, end].join('\n');
  });
}
