/** Which methods each address takes, by the routes that there are. For answers of 405 alone: routing does not ask it. */
export class AllowedMethods {
  private readonly routes: { pattern: RegExp; methods: readonly string[] }[] = [];

  note(url: string, method: string | readonly string[]): void {
    const pattern = url
      .split(/(:\w+|\*)/)
      .map((part, at) => (at % 2 === 0 ? literally(part) : part === '*' ? '.*' : '[^/]+'));
    this.routes.push({ pattern: new RegExp(`^${pattern.join('')}/?$`), methods: [method].flat() });
  }

  /** Of the address in this URL; none where there is nothing at all. */
  at(url: string): string[] {
    const path = url.split('?', 1)[0] ?? '';
    const found = this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
    return [...new Set(found)].sort();
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
