const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** One element with text; the text is escaped (a carriage return as a character reference, or XML would drop it). */
export function textElement(name: string, text: string): string {
  return `<${name}>${text.replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character)}</${name}>`;
}

/** One element around XML that is already escaped. */
function element(name: string, content: string): string {
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

/** A list as EC2 writes it. */
export function listElement(name: string, items: readonly string[]): string {
  return element(name, items.map((item) => element('item', item)).join(''));
}

/** The document around one root element. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}
