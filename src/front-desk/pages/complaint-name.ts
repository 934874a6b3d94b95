import type { JurisdictionWithCharter } from '../../charter/index.js';
import { CONTACT_WAYS } from '../../complaint/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { complainTexts } from '../texts/complain.texts.js';
import type { FormView } from './form-view.js';
import { plainOptionsOf } from './options.js';

/** With a name or without one, and how to stay unknown. */
export function nameSection(form: FormView, { charter }: JurisdictionWithCharter, language: Language): Html {
  const texts = complainTexts[language];
  const open = { value: '', label: texts.open };
  const ways = CONTACT_WAYS.map((way) => ({ value: way, label: texts[way] }));
  const privacy = plainOptionsOf(charter.complainants.privacyChoices, language);
  return html`<fieldset>
    <legend>${texts.nameLegend}</legend>
    ${charter.intake.anonymousAccepted ? withoutName(form, language) : withNameOnly(language)}
    ${form.line('name', { label: texts.nameField, hint: texts.nameHint })}
    ${form.line('contact', { label: texts.contactField, hint: texts.contactHint })}
    ${form.select('preferredContact', { label: texts.contactWay }, [open, ...ways])}
    ${form.select('privacy', { label: texts.privacy }, [open, ...privacy])}
  </fieldset>`;
}

function withoutName(form: FormView, language: Language): Html {
  const texts = complainTexts[language];
  const choices = [
    { value: 'yes', label: texts.anonymousYes },
    { value: 'no', label: texts.anonymousNo },
  ];
  const advice = [texts.adviceStore, texts.adviceNet, texts.adviceWords, texts.advicePhotos, texts.adviceHistory];
  return html`${form.radios('anonymous', { label: texts.anonymous, hint: texts.anonymousHint }, choices)}
    <div class="notice">
      <h2>${texts.adviceHeading}</h2>
      <ul>
        ${advice.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
}

function withNameOnly(language: Language): Html {
  return html`<input type="hidden" name="anonymous" value="no" />
    <p>${complainTexts[language].anonymousClosed}</p>`;
}
