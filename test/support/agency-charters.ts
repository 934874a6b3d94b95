import { type CharterDocument, charterPresets, genericCharter } from '../../src/charter/index.js';

const { ccrb, copa } = charterPresets as Record<'ccrb' | 'copa', CharterDocument>;
const powers = (...codes: string[]) => genericCharter.agency.powers.filter(({ code }) => codes.includes(code));

/** After New York's Civilian Complaint Review Board: it investigates, a panel of three decides, the chief disciplines. */
export const investigativeCharter: CharterDocument = { ...ccrb, title: 'Terms of a board that investigates' };

/** NACOLE's review model: a board of citizens reads what internal affairs has found, and has no power to investigate. */
export const reviewCharter: CharterDocument = {
  ...genericCharter,
  title: 'Terms of a board that reviews',
  agency: { functions: ['review', 'advisory'], powers: powers('access_records', 'recommend_discipline') },
  classifications: [{ code: 'file_review', label: 'Review of an internal-affairs file', track: 'investigation' }],
};

/** A monitor as in New Orleans, with Chicago's clocks: it is told of force, watches, and recommends; it finds on nobody. */
export const auditCharter: CharterDocument = {
  ...copa,
  title: 'Terms of a monitor',
  agency: { functions: ['audit', 'advisory'], powers: powers('access_records', 'recommend_policy') },
};

/** As in Eugene: a civilian board hears cases, appeals too, and says what follows by a matrix; ten days for the chief. */
export const adjudicativeCharter: CharterDocument = {
  ...genericCharter,
  title: 'Terms of a board that adjudicates',
  agency: { ...genericCharter.agency, functions: ['adjudicative', 'appeals'] },
  screening: { ...genericCharter.screening, appealDays: 21 },
  clocks: { chiefAnswerDays: 10 },
  disciplineMatrix: [
    { allegations: ['wrongful_search', 'property'], discipline: 'suspension', leastDays: 5, mostDays: 10 },
    { allegations: ['wrongful_search'], discipline: 'separation' },
  ],
};
