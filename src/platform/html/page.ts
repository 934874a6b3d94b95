import { frameTexts } from './frame.texts.js';
import { type Html, html } from './html.js';
import type { Language } from './language.js';

interface Frame {
  language?: Language;
  /** A file of ours that makes the page handier; without it the page does all the same. */
  script?: string;
  /** In place of the line about published data, which is not true of a page that shows a case to who brought it. */
  foot?: string;
}

/** A whole page: one style sheet of ours, no script inline, nothing from another host. */
export function page(title: string, body: Html, { language = 'en', script, foot }: Frame = {}): string {
  const texts = frameTexts[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Redress</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        ${script === undefined ? null : html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#content">${texts.skip}</a>
        <header>
          <nav aria-label="${texts.main}">
            <a href="/">Redress</a> <a href="/docs">API</a> <a href="/docs/errors">${texts.errors}</a>
          </nav>
        </header>
        <main id="content">${body}</main>
        <footer><p>${foot ?? texts.foot}</p></footer>
      </body>
    </html> `.text;
}
