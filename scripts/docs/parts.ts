/** Parts of a file that are generated, between markers that its format shows to no reader. */

/** How a format marks a part. */
export interface Markers {
  /** A whole part, markers included, with its name as the first group. */
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

/** The text with the parts that are in `parts` filled in. Other markers belong to other programs. */
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
