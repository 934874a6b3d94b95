import { type Html, html } from './html.js';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from './language.js';
import { inLanguage, onwards, type Reader } from './reader.js';
import { text } from './text.js';

/** What surrounds a page besides its title. Without a reader it offers no other language. */
export interface Shell {
  readonly reader?: Reader;
  /** That of the reader, or else English */
  readonly language?: Language;
  /** For search engines, one sentence */
  readonly description?: string;
  /** A file of ours that makes the page handier; without it the page does all the same */
  readonly script?: string;
  /** In place of the line about published data, which is not true of a page that shows a case to who brought it */
  readonly foot?: string;
  /** More for the head: links to feeds, data about the page */
  readonly head?: Html;
}

/** A whole page: one style sheet of ours, no script inline, nothing from another host. */
export function page(title: string, body: Html, shell: Shell = {}): string {
  const { reader, language = reader?.language ?? 'en', description, script, foot, head } = shell;
  const to = (address: string): string => (reader ? onwards(reader, address) : address);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Redress</title>
        ${description === undefined ? null : html`<meta name="description" content="${description}" />`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        ${script === undefined ? null : html`<script src="${script}" defer></script>`}
        ${reader ? alternates(reader) : null} ${head}
      </head>
      <body>
        <a class="skip" href="#content">${text(language, 'shell.skip')}</a>
        <header>
          <nav aria-label="${text(language, 'shell.nav')}">
            <a href="${to('/')}">Redress</a> <a href="/docs">${text(language, 'shell.api')}</a>
            <a href="/docs/errors">${text(language, 'shell.errors')}</a>
          </nav>
          ${reader ? languages(reader) : null}
        </header>
        <main id="content">${body}</main>
        <footer><p>${foot ?? text(language, 'shell.footer')}</p></footer>
      </body>
    </html> `.text;
}

/** The same page in every language, for search engines, by whole addresses as they ask for them. */
function alternates({ origin, address }: Reader): Html {
  return html`${LANGUAGES.map(
    (each) => html`<link rel="alternate" hreflang="${each}" href="${origin}${inLanguage(address, each)}" />`,
  )}
    <link rel="alternate" hreflang="x-default" href="${origin}${address}" />`;
}

function languages({ language, address }: Reader): Html {
  return html`<nav aria-label="${text(language, 'shell.language')}">
    ${LANGUAGES.map((each) =>
      each === language
        ? html`<span lang="${each}" aria-current="true">${LANGUAGE_NAMES[each]}</span> `
        : html`<a href="${inLanguage(address, each)}" hreflang="${each}" lang="${each}">${LANGUAGE_NAMES[each]}</a> `,
    )}
  </nav>`;
}
