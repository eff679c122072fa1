const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** An element with text. The text is escaped; carriage returns too, because XML parsers drop plain ones. */
export function textElement(name: string, text: string): string {
  return `<${name}>${text.replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character)}</${name}>`;
}

/** An element around XML. */
function element(name: string, content: string): string {
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

/** A list in EC2's XML. */
export function listElement(name: string, items: readonly string[]): string {
  return element(name, items.map((item) => element('item', item)).join(''));
}

/** A document with this root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}
