/** An element while it is read. */
interface Open {
  name: string;
  text: string;
  children: [name: string, value: unknown][];
}

/**
 * What an element says as JSON would: one with elements inside is an object, one whose elements are all `item` is a list,
 * one without is text, and an empty one is null. An object has no prototype: `__proto__` is a name like others.
 */
export class XmlTree {
  private readonly open: Open[] = [];

  get depth(): number {
    return this.open.length;
  }

  begin(name: string): void {
    this.open.push({ name, text: '', children: [] });
  }

  say(text: string): void {
    const top = this.open.at(-1);
    if (top) top.text += text;
  }

  /** The value of the element that ends; it has become a part of the one around it, if there is one. */
  end(): unknown {
    const ended = this.open.pop();
    if (!ended) return null;
    const value = valueOf(ended);
    this.open.at(-1)?.children.push([ended.name, value]);
    return value;
  }

  /** Forgets what was read of a record that is too long. */
  forget(): void {
    for (const element of this.open) {
      element.text = '';
      element.children = [];
    }
  }
}

function valueOf({ text, children }: Open): unknown {
  if (children.length === 0) return text.trim() === '' ? null : text.trim();
  if (children.every(([name]) => name === 'item')) return children.map(([, value]) => value);
  const fields = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of children) {
    const before = fields[name];
    // Said twice it is a list, which the rules refuse where one thing is wanted.
    fields[name] =
      before === undefined ? value : [...(Array.isArray(before) ? (before as unknown[]) : [before]), value];
  }
  return fields;
}
