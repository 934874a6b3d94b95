import { type Answer, responseState, valueOf } from './answer.js';
import type { FaultCode } from './fault-codes.js';
import type { FaultList } from './fault-list.js';
import { isFields } from './field-table.js';
import type { SubjectDraft } from './report-draft.js';

/** A list of injuries beside "not injured" leaves a reader to guess which of the two is wrong. */
export function injuriesNeedInjury(
  person: { injured?: Answer<boolean>; injuries?: Answer<string[]> },
  faults: FaultList,
): void {
  if (person.injured === true || (valueOf(person.injuries) ?? []).length === 0) return;
  addAt(['injuries'], 'injuries-without-injury', faults);
}

export function animalsHaveNoRace(subject: SubjectDraft, faults: FaultList): void {
  if (subject.kind !== 'animal') return;
  for (const name of ['race', 'gender', 'arrested'] as const) {
    if (responseState(subject[name]) === 'answered') addAt([name], 'not-of-an-animal', faults);
  }
}

/**
 * What holds between the lists of a report: force is applied by and to those it names, and nobody is named twice. Each part
 * is looked at only as far as it is well formed: the rest of it is at fault already.
 */
export function checkBetweenLists(report: unknown, faults: FaultList): void {
  if (!isFields(report)) return;
  const { officers, subjects, force } = report;
  if (Array.isArray(officers)) eachOfficerOnce(officers, faults);
  if (!Array.isArray(force)) return;
  force.forEach((application: unknown, index) => {
    if (!isFields(application)) return;
    if (pointsOutside(application['officer'], officers)) addAt(['force', index, 'officer'], 'no-such-officer', faults);
    if (pointsOutside(application['subject'], subjects)) addAt(['force', index, 'subject'], 'no-such-subject', faults);
  });
}

function eachOfficerOnce(officers: readonly unknown[], faults: FaultList): void {
  const badges = new Set<string>();
  officers.forEach((officer, index) => {
    const badge = isFields(officer) ? officer['badgeNumber'] : null;
    if (typeof badge !== 'string') return;
    if (badges.has(badge)) addAt(['officers', index, 'badgeNumber'], 'same-officer-twice', faults);
    badges.add(badge);
  });
}

/** 0 and less are out of range, which is said elsewhere. */
function pointsOutside(place: unknown, list: unknown): boolean {
  return Array.isArray(list) && Number.isInteger(place) && (place as number) > list.length;
}

function addAt(place: readonly (string | number)[], code: FaultCode, faults: FaultList): void {
  for (const step of place) faults.enter(step);
  faults.add(code);
  for (const _ of place) faults.leave();
}
