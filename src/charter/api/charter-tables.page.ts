import { shareIn } from '../../platform/html/day-in.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import type { CharterDocument } from '../rules/charter-document.js';
import { CHARTER_LANGUAGE } from '../rules/label-in.js';
import type { OfficerTerms } from '../rules/publication-terms.js';
import { charterTexts } from './charter.texts.js';
import { clockTexts } from './clock.texts.js';

/** What a charter says in tables: clocks, how long cases are kept, what is published. */
export function charterTables(charter: CharterDocument, language: Language): Html {
  return html`${clocks(charter, language)} ${retention(charter, language)} ${publication(charter, language)}`;
}

/** Words of the law stand in the charter's language. */
function law(text: string, language: Language): Html {
  return language === CHARTER_LANGUAGE ? html`${text}` : html`<span lang="${CHARTER_LANGUAGE}">${text}</span>`;
}

function table(caption: string, headings: readonly string[], rows: readonly (readonly (Html | string)[])[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function clocks({ deadlines, clocks: { chiefAnswerDays } }: CharterDocument, language: Language): Html {
  const [texts, words] = [charterTexts[language], clockTexts[language]];
  const rows = deadlines.rules.map(({ label, startsOn, stopsOn, length, authority, consequence }) => [
    law(label, language),
    `${words[startsOn]} → ${words[stopsOn]}`,
    `${length.count} ${words[length.unit]}`,
    law(authority, language),
    law(consequence, language),
  ]);
  const headings = [texts.clock, texts.runs, texts.length, texts.right, texts.consequence];
  return html`<h2 id="clocks">${texts.clocks}</h2>
    <p>${texts.chief.replace('{days}', String(chiefAnswerDays))}</p>
    ${rows.length === 0 ? null : table(texts.clocks, headings, rows)}`;
}

function retention({ closing }: CharterDocument, language: Language): Html {
  const texts = charterTexts[language];
  const rows = closing.retentionClasses.map(({ label, years, authority }) => [
    law(label, language),
    years === null ? texts.forGood : texts.yearsOf.replace('{years}', String(years)),
    law(authority, language),
  ]);
  return html`<h2 id="retention">${texts.retention}</h2>
    ${rows.length === 0 ? null : table(texts.retention, [texts.kept, texts.years, texts.right], rows)}`;
}

function publication({ publication: terms }: CharterDocument, language: Language): Html {
  const texts = charterTexts[language];
  const datasets = Object.entries(terms.datasets ?? {});
  const rows = datasets.flatMap(([name, { officers, k }]) =>
    officers === undefined ? [] : [[name, String(k ?? terms.k), officersIn(officers, language)]],
  );
  return html`<h2 id="publication">${texts.publication}</h2>
    <p>${texts.k.replace('{k}', String(terms.k))}</p>
    <p>${texts.suppression.replace('{share}', shareIn(language, terms.suppressionLimit))}</p>
    ${rows.length === 0 ? null : table(texts.officers, [texts.dataset, 'k', texts.officersAre], rows)}`;
}

function officersIn({ identity, exceptions }: OfficerTerms, language: Language): Html {
  const texts = charterTexts[language];
  const [before = '', after = ''] = texts.except.split('{authority}');
  return html`${texts[identity]}${exceptions.map(
    (each) => html`; ${before}${law(each.authority, language)}${after.replace('{identity}', texts[each.identity])}`,
  )}`;
}
