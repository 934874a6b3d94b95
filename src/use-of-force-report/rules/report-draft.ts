/** A report as a department tells it, after every rule has passed. What was not told is absent or null. */
export interface ReportDraft {
  reportNumber: string;
  incidentNumber: string;
  /** YYYY-MM-DD, the day where it happened */
  occurredOn: string;
  occurredHour?: number | null;
  county?: string | null;
  municipality?: string | null;
  locationType?: string | null;
  setting?: Setting | null;
  lighting?: string[] | null;
  weather?: string[] | null;
  contactReasons?: string[] | null;
  incidentTypes?: string[] | null;
  subjects: SubjectDraft[];
  officers: OfficerDraft[];
  force: ForceDraft[];
}

export const SETTINGS = ['indoors', 'outdoors', 'both'] as const;
export type Setting = (typeof SETTINGS)[number];

export const SUBJECT_KINDS = ['person', 'animal', 'unknown', 'other'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface SubjectDraft {
  kind: SubjectKind;
  age?: number | null;
  race?: string | null;
  gender?: string | null;
  injured?: boolean | null;
  injuries?: string[] | null;
  medicalAid?: string[] | null;
  conditions?: string[] | null;
  resistance?: string[] | null;
  actions?: string[] | null;
  arrested?: boolean | null;
}

export interface OfficerDraft {
  /** The department's own; it makes the officer known. Without it the officer stays unknown. */
  badgeNumber?: string | null;
  age?: number | null;
  race?: string | null;
  gender?: string | null;
  rank?: string | null;
  inUniform?: boolean | null;
  injured?: boolean | null;
  injuries?: string[] | null;
}

/** One application of force, in the order in which they happened. Who and to whom count from 1; null: not known. */
export interface ForceDraft {
  officer?: number | null;
  subject?: number | null;
  forceType: string;
  effective?: boolean | null;
}
