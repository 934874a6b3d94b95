import { afterVoteFaults } from './after-vote-terms.js';
import { breakGlassFaults } from './break-glass-terms.js';
import { AGENCY_FUNCTIONS, CASE_ENDS, type CaseworkTerms, TRACKS } from './casework-terms.js';
import { deadlineFaults } from './deadline-faults.js';
import { forceProfileFaults } from './force-profile-terms.js';
import { letterFaults } from './letter-faults.js';
import { repeated, when } from './fault-finding.js';
import { forceReviewFaults } from './force-review-terms.js';
import { oversightFaults } from './oversight-terms.js';
import { reportingFaults } from './reporting-terms.js';
import { GENERIC_CLASSES } from './term.js';

/** What somebody who files may say of themselves; intake writes these down. */
const ROLES_AT_INTAKE = ['complainant', 'victim', 'witness', 'third_party', 'guardian', 'attorney', 'police_employee'];

/** What is wrong with a charter's terms of casework, each with its place; an empty list is a yes. */
export function caseworkFaults(terms: CaseworkTerms, groups: readonly string[], channels: readonly string[]): string[] {
  const { agency, complainants, screening, classifications, dispositions, closing, conflicts, letters } = terms;
  const retention = new Set(closing.retentionClasses.map(({ code }) => code));
  const relations = new Set(conflicts.relations.map(({ code }) => code));
  return [
    ...forceReviewFaults(terms.forceReview),
    ...reportingFaults(terms.forceReporting),
    ...oversightFaults(terms.oversight),
    ...breakGlassFaults(terms.breakGlass),
    ...when(agency.functions.length === 0, 'agency.functions: an agency is for something'),
    ...agency.functions
      .filter((each) => !AGENCY_FUNCTIONS.includes(each))
      .map((each) => `agency.functions: ${each} is not one of ${AGENCY_FUNCTIONS.join(', ')}`),
    ...repeated('agency.powers', agency.powers),
    ...repeated('complainants.privacyChoices', complainants.privacyChoices),
    ...repeated('complainants.languages', complainants.languages),
    ...repeated('complainants.accommodations', complainants.accommodations),
    ...when(
      !(Number.isInteger(complainants.identityGrantHours) && complainants.identityGrantHours >= 1),
      'complainants.identityGrantHours must be a whole number of hours, at least 1',
    ),
    ...repeated('screening.tests', screening.tests),
    ...repeated('screening.declineReasons', screening.declineReasons),
    ...repeated('screening.referralBodies', screening.referralBodies),
    ...when((screening.appealDays ?? 1) < 1, 'screening.appealDays must be at least 1, or null'),
    ...repeated('classifications', classifications),
    ...classifications
      .filter(({ track }) => !TRACKS.includes(track))
      .map(({ code }) => `classifications: ${code} has a track that is not one of ${TRACKS.join(', ')}`),
    ...repeated('dispositions', dispositions),
    ...[...dispositions, ...closing.reasons]
      .filter(({ genericClass }) => !GENERIC_CLASSES.includes(genericClass))
      .map(({ code }) => `dispositions, closing.reasons: ${code} has no generic class`),
    ...repeated('standardsOfProof', terms.standardsOfProof),
    ...repeated('conflicts.relations', conflicts.relations),
    ...conflicts.barring
      .filter((code) => !relations.has(code))
      .map((code) => `conflicts.barring: ${code} is no relation`),
    ...repeated('parties.roles', terms.parties.roles),
    ...repeated('parties.receives', terms.parties.receives),
    ...repeated('parties.identifiedBy', terms.parties.identifiedBy),
    ...ROLES_AT_INTAKE.filter((role) => !terms.parties.roles.some(({ code }) => code === role)).map(
      (role) => `parties.roles: ${role} is a role that people file in, and has to be there`,
    ),
    ...repeated('investigation.recordKinds', terms.investigation.recordKinds),
    ...repeated('investigation.interviewWarnings', terms.investigation.interviewWarnings),
    ...repeated('mediation.excludedBy', terms.mediation.excludedBy),
    ...deadlineFaults(terms.deadlines, {
      classifications: classifications.map(({ code }) => code),
      channels,
      allegationGroups: groups,
    }),
    ...repeated('closing.reasons', closing.reasons),
    ...repeated('closing.retentionClasses', closing.retentionClasses),
    ...closing.reasons
      .filter(({ retentionClass }) => !retention.has(retentionClass))
      .map(({ code }) => `closing.reasons: ${code} has no known retention class`),
    ...closing.retentionClasses
      .filter(({ years }) => years !== null && !(years >= 1))
      .map(({ code }) => `closing.retentionClasses: ${code} is kept for at least a year, or null for good`),
    ...CASE_ENDS.filter((end) => closing.ends[end] !== null && !retention.has(closing.ends[end])).map(
      (end) => `closing.ends: ${end} has no known retention class, and is not null for good`,
    ),
    ...when(
      closing.duplicateReason !== null &&
        !closing.reasons.some(({ code, withoutFindings }) => withoutFindings && code === closing.duplicateReason),
      'closing.duplicateReason is a reason for cases without findings, or null',
    ),
    ...afterVoteFaults(terms.afterVote),
    ...letterFaults(letters),
    ...forceProfileFaults(terms.forceProfiles),
  ];
}
