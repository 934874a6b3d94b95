/** Addresses of ours that a page links to. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/<a href="(\/[^"]*)"/g)].map(([, address = '']) => unescaped(address));

/** The lines of the table with that caption, by their heading. */
export function cellsOf(page: string, caption: string): Record<string, string[]> {
  const table = page
    .split('<table>')
    .find((part) => part.replace(/\s+/g, ' ').includes(`<caption> ${caption} </caption>`));
  const rows = [...(table ?? '').split('</table>')[0]!.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)];
  return Object.fromEntries(
    rows.map(([, name = '', cells = '']) => [
      textOf(name),
      [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => textOf(cell)),
    ]),
  );
}

/** Where the query builder says that programs ask the same. */
export function addressesIn(page: string): { json: string; csv: string; native: string | null } {
  const [, list = ''] = /<dl class="addresses">(.*?)<\/dl>/s.exec(page) ?? [];
  const [json = '', csv = '', native = null] = linksIn(list);
  return { json, csv, native };
}

const textOf = (markup: string): string => unescaped(markup.replace(/<[^>]*>/g, '')).trim();
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
