const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold at all, escaped or not. */

const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text that is XML already. */
export class Xml {
  constructor(readonly text: string) {}
}

/** An element. Texts and the values of attributes are escaped; what XML cannot hold is replaced. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (Xml | string)[]
): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const content = inside.map((part) => (part instanceof Xml ? part.text : escaped(part))).join('');
  return new Xml(`<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`);
}

export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;

function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
