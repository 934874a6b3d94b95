import { html } from '../html/html.js';
import type { Language } from '../html/language.js';
import { page } from '../html/page.js';
import { problemTexts } from './problem.texts.js';

const WITHDRAWN = 410;

/** A "no" for somebody who looks at a page: what to do, and nothing that only a program wants to know. */
export function problemPage(
  { status, id, message }: { status: number; id: string; message: string },
  language: Language,
): string {
  const { titles, id: quote, back } = problemTexts[language];
  const title = titles[status] ?? titles[status >= 500 ? '5xx' : '4xx'] ?? '';
  // Why a release was withdrawn is told to everybody, in the board's words.
  const reason = status === WITHDRAWN ? html`<p lang="en">${message}</p>` : null;
  const body = html`<h1>${title}</h1>
    ${reason}
    <p>${quote} <code>${id}</code></p>
    <p><a href="/">${back}</a></p>`;
  return page(title, body, { language });
}
