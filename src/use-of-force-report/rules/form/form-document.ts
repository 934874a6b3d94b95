import type { ResponseState } from '../answer.js';

export const FORM_KINDS = ['json', 'csv'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export const DAY_FORMS = ['YYYY-MM-DD', 'MM/DD/YYYY', 'YYYYMMDD'] as const;
export type DayForm = (typeof DAY_FORMS)[number];

/**
 * How a value is written. `code`: the programme's code of the word, by the profile's list; a yes or no is one. `words`: as
 * told. `clock`: hour and minute together, HHMM. `value`: as it is, lists of objects too.
 */
export const WRITINGS = ['text', 'number', 'words', 'code', 'codes', 'day', 'clock', 'value'] as const;
export type Writing = (typeof WRITINGS)[number];

/** One field of a programme's form and the canonical element that fills it. */
export interface FormField {
  /** its name; steps down a tree with slashes. Of several with one name the first that has a value fills it */
  to: string;
  /** the element; of several the first that is answered. A list and its singular: one value is read back as the singular */
  at: string | string[];
  as: Writing;
  /** the profile's list of codes, for `code` and `codes` */
  list?: string;
  /** a second element that tells codes apart */
  with?: string;
  day?: DayForm;
  /** the form takes one value where the element is a list */
  one?: boolean;
  /** false: it is written where nothing else fills the field, and read back as what does */
  reads?: boolean;
}

export interface FormPart {
  /** where the list stands in the form's tree */
  at: string;
  /** the field that counts them */
  number?: string;
  fields: FormField[];
}

/** How force stands in a form: by itself, or with the person who applied it or on whom it was used. */
export interface FormForce extends FormPart {
  under: 'subjects' | 'officers' | null;
  /** its one field alone, without a name */
  flat?: boolean;
  /** told once of the person, from all the force together; not read back */
  summaries?: FormField[];
}

/** A programme's own form, as data beside its profile, whose lists of codes it uses. */
export interface FormDocument {
  profile: string;
  form: FormKind;
  /** false: names of fields are from no source that we could read */
  confirmed: boolean;
  source: string;
  /** codes in the place of a value, for fields whose list has none of its own */
  states?: Partial<Record<ResponseState, string>>;
  /** json: fields without a value are left out, or null */
  absent?: 'left-out' | 'null';
  /** json: each record says what is to be done with it; `keys` are the fields that name a record to be removed */
  envelope?: { action: string; time: string; record: string; add: string; remove: string; keys: string[] };
  /** csv: a row for every part of a report, or for every officer, as the form is */
  rows?: 'parts' | 'officers';
  incident: FormField[];
  subjects: FormPart;
  officers: FormPart;
  force: FormForce;
}
