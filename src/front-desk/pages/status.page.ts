import { type Html, html } from '../../platform/html/html.js';
import { followTexts } from '../texts/follow.texts.js';
import { dayIn } from '../../platform/html/day-in.js';
import { dialogueForms } from './dialogue-forms.js';
import { formOf, type StatusShown } from './follow-form.js';
import { languageButtons } from '../../platform/html/language-links.js';
import { remedyForms } from './remedy-forms.js';
import { whereItStands } from './where-it-stands.js';

/** A case, for who holds its receipt: where it stands, what was said, and what they can do. */
export function statusPage(shown: StatusShown): Html {
  const { place, language, receipt, found, notice, tried } = shown;
  const texts = followTexts[language];
  return html`${languageButtons(`/follow/${place.slug}`, language, receipt)}
    <h1>${texts.title.replace('{number}', found.mine.caseNumber)}</h1>
    ${notice === undefined ? null : html`<p class="notice" role="status">${notice}</p>`}
    ${tried?.refusal ? html`<div class="errors" role="alert"><p>${tried.refusal}</p></div>` : null}
    ${tried ? formOf(shown, tried.step).summary(texts.wrong) : null} ${whereItStands(found.mine, language, shown.today)}
    ${letters(shown)} ${messages(shown)} ${dialogueForms(shown)} ${remedyForms(shown)}
    <p><a href="/follow/${place.slug}?lang=${language}">${texts.otherCase}</a></p>`;
}

/** As they were written, each in its own language. */
function letters({ found, language }: StatusShown): Html | null {
  const texts = followTexts[language];
  if (found.letters.length === 0) return null;
  const shown = found.letters.map(({ subject, body, writtenOn, language: written }) => {
    const day = texts.letterOf.replace('{day}', dayIn(language, writtenOn));
    return html`<article class="told"><h3 lang="${written}">${subject}</h3><p>${day}</p><div lang="${written}">${body}</div></article>`;
  });
  return html`<h2>${texts.letters}</h2>
    ${shown}`;
}

/** Oldest first, without who of the agency wrote. */
function messages({ found, language }: StatusShown): Html {
  const texts = followTexts[language];
  const said = found.messages.map(({ staffId, sentOn, text }) => {
    const from = (staffId === null ? texts.fromMe : texts.fromAgency).replace('{day}', dayIn(language, sentOn));
    const mine = staffId === null ? ' mine' : '';
    return html`<article class="told${mine}"><h3>${from}</h3><div>${text}</div></article>`;
  });
  return html`<h2>${texts.messages}</h2>
    ${said.length === 0 ? html`<p>${texts.noMessages}</p>` : said}`;
}
