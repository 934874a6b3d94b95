import { choice, code, codes, whole, words, yesNo } from './element.js';

export const INJURY_LEVELS = ['none', 'injury', 'serious_bodily_injury', 'death'] as const;
export type InjuryLevel = (typeof INJURY_LEVELS)[number];

/** What is said alike of a subject and of an officer. */
export const PERSON_ELEMENTS = {
  race: code('races', "A code of the charter's `people.races`"),
  races: codes('races', 'The same, where several are said'),
  gender: code('genders', "A code of the charter's `people.genders`"),
  heightInches: whole(0, 131, 'Height in inches, or the least of a range'),
  weightPounds: whole(0, 1500, 'Weight in pounds, or the least of a range'),
  injured: yesNo('They were injured'),
  injuries: words('Only beside `injured: true`; at most 20, each at most 60 characters, as are all lists of words'),
  injuryLevel: choice(
    INJURY_LEVELS,
    'The gravest: serious bodily injury is one with a substantial risk of death, unconsciousness, lasting and obvious disfigurement, or lasting loss or impairment of a member, an organ or a mental faculty',
  ),
  medicalAid: words('What aid they got'),
};
