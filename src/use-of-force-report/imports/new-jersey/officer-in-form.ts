import type { Form } from './columns.js';
import { GENDERS, INJURIES, RACES } from './vocabularies.js';
import { oneOf } from './word-list.js';

export interface OfficerInForm {
  officerAge: number | null;
  officerRace: string | null;
  officerGender: string | null;
  officerRank: string | null;
  inUniform: boolean | null;
  officerInjured: boolean | null;
  officerInjuries: readonly string[] | null;
}

/** What an officer is in the portal's own user list, not in the department. */
const NO_RANK = new Set(['', 'Not Provided', 'Agency User', 'Agency Admin', 'Other', 'N/A']);

export function officerInForm(form: Form, oddities: string[]): OfficerInForm {
  const officerAge = ageOfOfficer(form.OfficerAge);
  if (officerAge === null && form.OfficerAge.trim() !== '') oddities.push('officer-age-unreadable');
  const { injured, injuries } = injuryOf(form, oddities);
  const rank = form.OfficerRank.trim();
  return {
    officerAge,
    officerRace: oneOf(RACES.read(form.OfficerRaceEthnicity)),
    officerGender: oneOf(GENDERS.read(form.OfficerGender)),
    officerRank: NO_RANK.has(rank) ? null : rank,
    inUniform: trueOrFalse(form.OfficerInUniform),
    officerInjured: injured,
    officerInjuries: injuries,
  };
}

/** Officers serve from 18; forms also say 0, 3, 360, 5/21/2007 and "24 years old". */
function ageOfOfficer(cell: string): number | null {
  const age = Number(/^(\d{1,3})(?: years old)?$/i.exec(cell.trim())?.[1] ?? NaN);
  return age >= 18 && age <= 80 ? age : null;
}

/**
 * The list of injuries is what was told; the yes or no beside it was derived, and a published copy of this table had it
 * False in every row. So the list decides, and a yes without any injury listed is left open.
 */
function injuryOf(form: Form, oddities: string[]): { injured: boolean | null; injuries: readonly string[] | null } {
  const listed = INJURIES.read(form.OfficerInjuryType).distinct ?? [];
  const injuries = listed.filter((code) => code !== 'not_injured');
  const flag = trueOrFalse(form.OfficerInjuriesInjured);
  const injured = injuries.length > 0 ? true : listed.length > 0 ? false : flag;
  if (flag === null || injured === flag) return { injured, injuries: injuries.length > 0 ? injuries : null };
  oddities.push('officer-injury-contradicted');
  return injuries.length > 0 ? { injured: true, injuries } : { injured: null, injuries: null };
}

export function trueOrFalse(cell: string): boolean | null {
  const text = cell.trim();
  return text === 'True' ? true : text === 'False' ? false : null;
}
