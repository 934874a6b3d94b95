import { type Html, html } from './html.js';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from './language.js';

/** The same page in the other languages, each called by its own name. */
export function languageLinks(address: string, current: Language): Html {
  return html`<p class="languages">
    ${others(current).map(
      (language) =>
        html`<a href="${address}?lang=${language}" lang="${language}" hreflang="${language}">${LANGUAGE_NAMES[language]}</a> `,
    )}
  </p>`;
}

/** The same where the page is the answer to a form: what opened it goes along in the body again, and never into an address. */
export function languageButtons(address: string, current: Language, receipt: string): Html {
  return html`${others(current).map(
    (language) =>
      html`<form class="languages" method="post" action="${address}">
        <input type="hidden" name="receipt" value="${receipt}" />
        <input type="hidden" name="lang" value="${language}" />
        <button type="submit" lang="${language}">${LANGUAGE_NAMES[language]}</button>
      </form>`,
  )}`;
}

function others(current: Language): Language[] {
  return LANGUAGES.filter((language) => language !== current);
}
