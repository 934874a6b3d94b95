import type { JurisdictionWithCharter } from '../../charter/index.js';
import { COMPLAINANT_ROLES } from '../../complaint/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import { complainTexts } from '../texts/complain.texts.js';
import type { FormView } from './form-view.js';
import { optionsOf, plainOptionsOf } from './options.js';

/** Who files, for the counts that show whether some are treated worse. */
export function aboutYou(form: FormView, { charter }: JurisdictionWithCharter, language: Language): Html {
  const texts = complainTexts[language];
  const open = { value: '', label: texts.open };
  const roles = COMPLAINANT_ROLES.map((role) => ({ value: role, label: texts[role] }));
  const { races, genders } = charter.people;
  return html`<fieldset>
    <legend>${texts.youLegend}</legend>
    <p class="hint">${texts.youHint}</p>
    ${form.boxes('roles', { label: texts.roles }, roles)}
    ${form.select('race', { label: texts.race }, [open, ...plainOptionsOf(races, language)])}
    ${form.select('gender', { label: texts.gender }, [open, ...plainOptionsOf(genders, language)])}
    ${form.line('ageAtIncident', { label: texts.ageAtIncident }, { short: true, mode: 'numeric' })}
  </fieldset>`;
}

/** What the agency has to heed: language, help, fear, and courts. */
export function whatYouNeed(form: FormView, { charter }: JurisdictionWithCharter, language: Language): Html {
  const texts = complainTexts[language];
  const { languages, accommodations } = charter.complainants;
  const help = optionsOf(accommodations, language);
  // Each language by its own name, as charters have them.
  const spoken = languages.map(({ code, label }) => ({ value: code, label }));
  return html`<fieldset>
    <legend>${texts.helpLegend}</legend>
    ${form.select('language', { label: texts.language }, [{ value: '', label: texts.open }, ...spoken])}
    ${help.length === 0 ? null : form.boxes('accommodations', { label: texts.accommodations }, help)}
    ${form.box('retaliationFeared', { label: texts.retaliationFeared })}
    ${form.area('retaliationTold', { label: texts.retaliationTold })}
    ${form.box('pendingCharges', { label: texts.pendingCharges, hint: texts.pendingChargesHint })}
    ${form.box('pendingSuit', { label: texts.pendingSuit })}
  </fieldset>`;
}
