import type { Form } from './columns.js';
import { trueOrFalse } from './officer-in-form.js';
import { ACTIONS, CONDITIONS, GENDERS, INJURIES, KINDS, MEDICAL_AID, RACES, RESISTANCE } from './vocabularies.js';
import { oneOf } from './word-list.js';

export interface SubjectsInForm {
  /** One for each subject; which of them is which is not told. */
  kinds: readonly string[];
  age: number | null;
  race: string | null;
  gender: string | null;
  injured: boolean | null;
  injuries: readonly string[] | null;
  medicalAid: readonly string[] | null;
  conditions: readonly string[] | null;
  resistance: readonly string[] | null;
  actions: readonly string[] | null;
  arrested: boolean | null;
}

const NOBODY: Omit<SubjectsInForm, 'kinds'> = {
  age: null,
  race: null,
  gender: null,
  injured: null,
  injuries: null,
  medicalAid: null,
  conditions: null,
  resistance: null,
  actions: null,
  arrested: null,
};

/**
 * A form about one subject tells of that subject. A form about several gives each list sorted by itself ("Female, Male"
 * 189 times, "Male, Female" never): a place in a list is no subject, so nothing is said of any one of them.
 */
export function subjectsInForm(form: Form, oddities: string[]): SubjectsInForm {
  const kinds = KINDS.read(form.SubjectType).codes;
  if (kinds.length !== 1) return { kinds, ...NOBODY };
  const lists = {
    injuries: INJURIES.read(form.SubjectInjuryType),
    medicalAid: MEDICAL_AID.read(form.SubjectMedicalTreatment),
    conditions: CONDITIONS.read(form.PerceivedConditionOfSubject),
    resistance: RESISTANCE.read(form.SubjectResistance),
    actions: ACTIONS.read(form.SubjectActions),
  };
  if (Object.values(lists).some(({ unknown }) => unknown > 0)) oddities.push('unknown-word');
  const injured = injuredIn(form.SubjectInjuredInIncident);
  if (injured === 'contradicted') oddities.push('subject-injury-contradicted');
  return {
    kinds,
    age: ageIn(form.SubjectAge),
    race: oneOf(RACES.read(form.SubjectRaceEthnicity)),
    gender: oneOf(GENDERS.read(form.SubjectGender)),
    injured: injured === 'contradicted' ? null : injured,
    injuries: lists.injuries.distinct,
    medicalAid: lists.medicalAid.distinct,
    conditions: lists.conditions.distinct,
    resistance: lists.resistance.distinct,
    actions: lists.actions.distinct,
    arrested: trueOrFalse(form.SubjectArrested),
  };
}

/** `Under 18` is no age: the form keeps it among its own words. */
function ageIn(cell: string): number | null {
  const age = /^\d{1,3}$/.test(cell.trim()) ? Number(cell) : NaN;
  return age <= 120 ? age : null;
}

/** 832 forms about one subject answer more than once. */
function injuredIn(cell: string): boolean | null | 'contradicted' {
  const answers = new Set(cell.split(',').map((answer) => answer.trim()));
  if (answers.size > 1) return 'contradicted';
  return answers.has('Yes') ? true : answers.has('No') ? false : null;
}
