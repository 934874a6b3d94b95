import { choice, text, whole, words, yesNo } from './element.js';
import { PERSON_ELEMENTS } from './person-elements.js';

export const SUBJECT_KINDS = ['person', 'animal', 'unknown', 'other'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const INFANT_AGES = ['under_24_hours', 'days_1_to_6', 'days_7_to_364'] as const;

/** What is said of one on whom force was used. There is no name among it, and no date of birth. */
export const SUBJECT_ELEMENTS = {
  kind: choice(SUBJECT_KINDS, 'Who or what force was used on'),
  age: whole(0, 120, 'Years, or the least of a range'),
  ageTo: whole(0, 120, 'The most of the range'),
  ageEstimated: yesNo('The age is an estimate'),
  infantAge: choice(INFANT_AGES, 'For a child of less than a year'),
  juvenile: yesNo('They were not of age'),
  ...PERSON_ELEMENTS,
  asianRaces: words('Which, where a programme asks for more than Asian'),
  heightInchesTo: whole(0, 131, 'The most of the range'),
  heightEstimated: yesNo('The height is an estimate'),
  weightPoundsTo: whole(0, 1500, 'The most of the range'),
  weightEstimated: yesNo('The weight is an estimate'),
  injuredBefore: yesNo('They were injured before force was used'),
  injuryPreexisting: yesNo('The injury is of a condition that was there before'),
  impaired: yesNo('They seemed impaired to the officer'),
  conditions: words('As the officer perceived them, e.g. under the influence of alcohol'),
  limitedEnglish: yesNo('They had little English'),
  resisted: yesNo('They resisted'),
  resistance: words('How'),
  resistanceWeapons: words('With what'),
  actions: words('What they did'),
  threats: words('Whom they threatened: officer, another, self'),
  assaultedOfficer: yesNo('They used force on an officer'),
  perceivedArmed: yesNo('The officer believed that they were armed'),
  perceivedWeapons: words('With what'),
  confirmedArmed: yesNo('They were found to be armed'),
  confirmedWeapons: words('With what'),
  firearmType: text(60, 'What firearm, where they had one'),
  receivedForce: yesNo('Force was used on them'),
  arrested: yesNo('They were arrested'),
  notArrestedReason: text(60, 'Why not, where they were not'),
  custody: text(60, 'What became of them'),
  charges: words('What they were charged with, the gravest first'),
  chargeQualifier: text(60, 'e.g. an attempt'),
  fled: yesNo('They got away, and what could not be seen is not asked'),
  schoolRole: text(60, 'Pupil, teacher …, on the grounds of a school'),
};
