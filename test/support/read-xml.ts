import sax from 'sax';

export interface XmlNode {
  /** With its namespace: `{http://www.w3.org/2005/Atom}entry` */
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

/** Well-formed XML without prefixes as a tree; throws where it is not well-formed. */
export function readXml(text: string): XmlNode {
  const root: XmlNode = { name: '{}', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    const parent = open.at(-1)!;
    const given = attributes;
    const namespace = given['xmlns'] ?? /^\{(.*)\}/.exec(parent.name)![1]!;
    const node = { name: `{${namespace}}${name}`, attributes: given, children: [], text: '' };
    parent.children.push(node);
    open.push(node);
  };
  parser.ontext = (part) => (open.at(-1)!.text += part);
  parser.onclosetag = () => void open.pop();
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(text).close();
  return root.children[0]!;
}

/** The children of that name. */
export const childrenOf = ({ children }: XmlNode, name: string): XmlNode[] =>
  children.filter((child) => child.name.endsWith(`}${name}`));
