import { caseworkFaults } from './casework-faults.js';
import { type CharterDocument, GENERIC_CLASSES, type Term } from './charter-document.js';
import { repeated, when } from './fault-finding.js';
import { disciplineMatrixFaults } from './discipline-matrix-faults.js';
import { publicationFaults } from './publication-faults.js';
import { votingFaults } from './voting-faults.js';

/** What is wrong with a charter, each with its place; an empty list is a yes. */
export function charterFaults(charter: CharterDocument): string[] {
  const { voting, publication, clocks, meetings } = charter;
  return [
    ...repeated('intake.channels', charter.intake.channels),
    ...repeated('people.races', charter.people.races),
    ...repeated('people.genders', charter.people.genders),
    ...repeated('allegationGroups', charter.allegationGroups),
    ...repeated('allegations', charter.allegations),
    ...repeated('findings', charter.findings),
    ...repeated('disciplines', charter.disciplines),
    ...disciplineMatrixFaults(charter),
    ...repeated('meetings.closedSessionGrounds', meetings.closedSessionGrounds),
    ...repeated('meetings.lateAmendmentGrounds', meetings.lateAmendmentGrounds ?? []),
    ...repeated('useOfForce.forceGroups', charter.useOfForce.forceGroups),
    ...repeated('useOfForce.forceTypes', charter.useOfForce.forceTypes),
    ...ungrouped('allegations', charter.allegations, charter.allegationGroups),
    ...ungrouped('useOfForce.forceTypes', charter.useOfForce.forceTypes, charter.useOfForce.forceGroups),
    ...charter.findings
      .filter((finding) => !GENERIC_CLASSES.includes(finding.genericClass))
      .map((finding) => `findings: ${finding.code} has no generic class`),
    ...publicationFaults(
      publication,
      charter.useOfForce.forceTypes.map(({ code }) => code),
    ),
    ...votingFaults(voting),
    ...when(clocks.chiefAnswerDays < 1, 'clocks.chiefAnswerDays must be at least 1'),
    ...Object.entries(meetings.noticeHours)
      .filter(([, hours]) => hours < 0)
      .map(([kind]) => `meetings.noticeHours.${kind} must not be negative`),
    ...caseworkFaults(
      charter,
      charter.allegationGroups.map(({ code }) => code),
      charter.intake.channels.map(({ code }) => code),
    ),
  ];
}

function ungrouped(place: string, terms: readonly (Term & { group: string })[], groups: readonly Term[]): string[] {
  const known = new Set(groups.map((group) => group.code));
  return terms.filter((term) => !known.has(term.group)).map((term) => `${place}: ${term.code} is in no known group`);
}
