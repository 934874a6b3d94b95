import type { JurisdictionWithCharter } from '../../charter/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { FormFields } from '../forms/form-fields.js';
import { followTexts } from '../texts/follow.texts.js';
import { FormView } from './form-view.js';
import { languageLinks } from '../../platform/html/language-links.js';

/** Where a receipt is typed in. `refused`: what was typed opens nothing; it is not shown again, somebody may look on. */
export function findCasePage(
  { slug, name }: Pick<JurisdictionWithCharter, 'slug' | 'name'>,
  language: Language,
  refused = false,
): Html {
  const texts = followTexts[language];
  const faults = refused ? [{ field: 'receipt', message: texts.unknown }] : [];
  const form = new FormView(new FormFields(), faults);
  return html`${languageLinks(`/follow/${slug}`, language)}
    <h1>${texts.findTitle}: ${name}</h1>
    ${form.summary(texts.wrong)}
    <p>${texts.findLead}</p>
    <form class="desk" method="post" action="/follow/${slug}" novalidate>
      <input type="hidden" name="lang" value="${language}" />
      ${form.line('receipt', { label: texts.receipt, hint: texts.receiptHint })}
      <p><button class="main" type="submit">${texts.find}</button></p>
    </form>
    <p>${texts.lost}</p>`;
}
