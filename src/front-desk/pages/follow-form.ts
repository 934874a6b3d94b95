import type { JurisdictionWithCharter } from '../../charter/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import type { MyCase } from '../actions/read-my-case.js';
import type { FieldFault } from '../forms/form-faults.js';
import { FormFields } from '../forms/form-fields.js';
import { FormView } from './form-view.js';

/** The forms of the status page, by the last part of the address that each is sent to. */
export type FollowStep = 'answer' | 'file' | 'appeal' | 'reconsideration' | 'identity' | 'receipt' | 'withdrawal';

export interface StatusShown {
  place: JurisdictionWithCharter;
  language: Language;
  receipt: string;
  found: MyCase;
  /** YYYY-MM-DD where the agency is */
  today: string;
  /** What was done just now, in a sentence */
  notice?: string;
  /** What was tried and not done: the form as it was typed, and why not */
  tried?: { step: FollowStep; fields: FormFields; faults: readonly FieldFault[]; refusal: string | null };
}

export interface FollowWords {
  title: string;
  lead?: string;
  send: string;
}

/** One of the page's forms: as it was typed where it was just tried, empty else. */
export function formOf({ tried }: StatusShown, step: FollowStep): FormView {
  return tried?.step === step
    ? new FormView(tried.fields, tried.faults, step)
    : new FormView(new FormFields(), [], step);
}

/** A form of the page under its heading. The receipt goes along in the body, never in an address. */
export function followForm(shown: StatusShown, step: FollowStep, words: FollowWords, fields: Html): Html {
  const { place, language, receipt } = shown;
  const encoding = step === 'file' ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  return html`<h2 id="to-${step}">${words.title}</h2>
    <form class="desk" method="post" action="/follow/${place.slug}/${step}" enctype="${encoding}" novalidate aria-labelledby="to-${step}">
      <input type="hidden" name="receipt" value="${receipt}" />
      <input type="hidden" name="lang" value="${language}" />
      ${words.lead === undefined ? null : html`<p>${words.lead}</p>`} ${fields}
      <p><button type="submit">${words.send}</button></p>
    </form>`;
}
