import type { JurisdictionWithCharter } from '../../charter/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import type { FieldFault } from '../forms/form-faults.js';
import { FormFields } from '../forms/form-fields.js';
import { complainTexts } from '../texts/complain.texts.js';
import { aboutYou, whatYouNeed } from './complaint-about-you.js';
import { nameSection } from './complaint-name.js';
import { FormView } from './form-view.js';
import { languageLinks } from '../../platform/html/language-links.js';
import { optionsOf } from './options.js';
import { proofField } from './proof-field.js';

/** The complaint form as it stands: empty, or with what was written and what is wrong with it. */
export interface ComplaintForm {
  place: JurisdictionWithCharter;
  language: Language;
  fields?: FormFields;
  faults?: readonly FieldFault[];
  /** What a browser is to reckon before it may send; null: nothing */
  puzzle?: string | null;
  /** Why it was not taken, where nothing of it was wrong */
  notice?: string;
}

export function complaintFormPage({
  place,
  language,
  fields,
  faults = [],
  puzzle = null,
  notice,
}: ComplaintForm): Html {
  const texts = complainTexts[language];
  const form = new FormView(fields ?? new FormFields(), faults);
  const address = `/complain/${place.slug}`;
  return html`${fields === undefined ? languageLinks(address, language) : null}
    <h1>${texts.title}: ${place.name}</h1>
    ${notice === undefined ? null : html`<p class="errors" role="alert">${notice}</p>`} ${form.summary(texts.wrong)} ${faults.length === 0 ? null : html`<p>${texts.kept}</p>`}
    <p>${texts.lead}</p>
    <p>${texts.whoReads}</p>
    <p>${texts.receiptComes}</p>
    <p><strong>${texts.onlyStory}</strong></p>
    <form class="desk printed" method="post" action="${address}" enctype="multipart/form-data" novalidate>
      <input type="hidden" name="lang" value="${language}" />
      ${proofField(puzzle)} ${nameSection(form, place, language)} ${whatHappened(form, language)}
      ${whoItWas(form, language)} ${allegations(form, place, language)} ${aboutYou(form, place, language)}
      ${whatYouNeed(form, place, language)}
      <fieldset>
        <legend>${texts.filesLegend}</legend>
        ${form.files('file', { label: texts.files, hint: texts.filesHint }, true)}
      </fieldset>
      <p>${texts.sending}</p>
      <p><button class="main" type="submit">${texts.send}</button></p>
    </form>`;
}

function whatHappened(form: FormView, language: Language): Html {
  const texts = complainTexts[language];
  const kinds = [
    { value: 'complaint', label: texts.complaint },
    { value: 'commendation', label: texts.commendation },
  ];
  return html`<fieldset>
    <legend>${texts.whatLegend}</legend>
    ${form.select('kind', { label: texts.kind }, kinds)}
    ${form.area('narrative', { label: texts.narrative, hint: texts.narrativeHint }, true)}
    ${form.line('incidentOn', { label: texts.incidentOn, hint: texts.incidentOnHint }, { type: 'date' })}
    ${form.line('place', { label: texts.place, hint: texts.placeHint })}
    ${form.line('district', { label: texts.district }, { short: true })}
  </fieldset>`;
}

function whoItWas(form: FormView, language: Language): Html {
  const texts = complainTexts[language];
  return html`<fieldset>
    <legend>${texts.officersLegend}</legend>
    ${form.area('officerDescription', { label: texts.officerDescription, hint: texts.officerHint })}
    ${form.area('witnesses', { label: texts.witnesses, hint: texts.witnessesHint })}
  </fieldset>`;
}

/** By the charter's groups; ids count through, so that the first box is where a fault leads. */
function allegations(form: FormView, { charter }: JurisdictionWithCharter, language: Language): Html {
  const texts = complainTexts[language];
  let before = 0;
  const groups = charter.allegationGroups.map((group) => {
    const options = optionsOf(
      charter.allegations.filter((each) => each.group === group.code),
      language,
    );
    const boxes = form.choices('checkbox', 'allegations', options, before);
    before += options.length;
    const [legend] = optionsOf([group], language);
    return options.length === 0 ? null : html`<fieldset><legend>${legend?.label}</legend>${boxes}</fieldset>`;
  });
  const inGroups = html`${groups}`;
  return form.group('allegations', { label: texts.allegationsLegend, hint: texts.allegationsHint }, inGroups);
}
