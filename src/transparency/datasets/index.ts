import { boardDecisions } from './board-decisions.js';
import { complainants } from './complainants.js';
import { complaintAllegations } from './complaint-allegations.js';
import { complaintOfficers } from './complaint-officers.js';
import { complaints } from './complaints.js';
import { denominators } from './denominators.js';
import { departmentCompleteness } from './department-completeness.js';
import { discipline } from './discipline.js';
import { forceApplications } from './force-applications.js';
import { meetingVotes } from './meeting-votes.js';
import type { OpenSpec } from './open-spec.js';
import { policyRecommendations } from './policy-recommendations.js';
import type { ReleaseSpec } from './release-spec.js';
import { useOfForceIncidents } from './use-of-force-incidents.js';
import { useOfForceOfficers } from './use-of-force-officers.js';
import { useOfForceSubjects } from './use-of-force-subjects.js';
import { useOfForce } from './use-of-force.js';

export type DatasetSpec = ReleaseSpec | OpenSpec;

/** Those that are made of cases, and anonymized. */
export const anonymizedDatasets: readonly ReleaseSpec[] = [
  complaintAllegations,
  useOfForce,
  complainants,
  useOfForceSubjects,
];

/** Those that say nothing that is not public already: cut from a release, or facts about public bodies. */
export const openDatasets: readonly OpenSpec[] = [
  complaints,
  complaintOfficers,
  discipline,
  useOfForceIncidents,
  useOfForceOfficers,
  forceApplications,
  boardDecisions,
  meetingVotes,
  policyRecommendations,
  departmentCompleteness,
  denominators,
];

/** Every dataset that can be released; what another is cut from stands before it. */
export const datasets: readonly DatasetSpec[] = [...anonymizedDatasets, ...openDatasets];

export function datasetNamed(name: string): DatasetSpec | null {
  return datasets.find((spec) => spec.dataset === name) ?? null;
}

export const isOpen = (spec: DatasetSpec): spec is OpenSpec => 'basis' in spec;
