import type { Language } from './language.js';

/** Whom a page is for, as far as a page may know: the language, whether it was chosen, and which address was opened. */
export interface Reader {
  readonly language: Language;
  /** Chosen by `?lang=`: links on the page then keep it. No cookie does. */
  readonly chosen: boolean;
  /** Path and query, without `lang` */
  readonly address: string;
  /** `https://data.example.org`, under which the public finds us */
  readonly origin: string;
}

/** An address of ours as this reader goes on to it. */
export function onwards({ language, chosen }: Reader, address: string): string {
  return chosen ? inLanguage(address, language) : address;
}

export function inLanguage(address: string, language: Language): string {
  const [path = '', fragment] = address.split('#', 2);
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}${fragment === undefined ? '' : `#${fragment}`}`;
}
