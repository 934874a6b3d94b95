import { type Html, html } from './html.js';

/** A whole page: one style sheet of ours, no script, nothing from another host. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Redress</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <nav aria-label="Main"><a href="/">Redress</a> <a href="/docs">API</a> <a href="/docs/errors">Errors</a></nav>
        </header>
        <main id="content">${body}</main>
        <footer><p>Civilian oversight of policing. Pages read what is published, and no case.</p></footer>
      </body>
    </html> `.text;
}
