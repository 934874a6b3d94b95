import type { Answer } from './answer.js';
import type { Element } from './element.js';
import type { FORCE_ELEMENTS } from './force-elements.js';
import type { INCIDENT_ELEMENTS } from './incident-elements.js';
import type { OFFICER_ELEMENTS } from './officer-elements.js';
import type { SUBJECT_ELEMENTS } from './subject-elements.js';

export type { Setting } from './incident-elements.js';
export type { SubjectKind } from './subject-elements.js';

type ValueIn<Told> = Told extends Element<infer Value> ? Value : never;

/** Of the elements in a table, those `Fixed` with a value, the others with an answer: a value, or why there is none. */
type Told<Table, Fixed extends keyof Table = never> = { [Name in Fixed]: ValueIn<Table[Name]> } & {
  [Name in Exclude<keyof Table, Fixed>]?: Answer<ValueIn<Table[Name]>>;
};

export type IncidentDraft = Told<typeof INCIDENT_ELEMENTS, 'reportNumber' | 'incidentNumber' | 'occurredOn'>;
export type SubjectDraft = Told<typeof SUBJECT_ELEMENTS, 'kind'>;
/** `badgeNumber` makes the officer known. Without it the officer stays unknown. */
export type OfficerDraft = Told<typeof OFFICER_ELEMENTS>;

/** One application of force, in the order in which they happened. Its type may be pending, but is not left out. */
export type ForceDraft = Told<typeof FORCE_ELEMENTS> & { forceType: Exclude<Answer<string>, null | undefined> };

/**
 * A report as a department tells it, after every rule has passed: the canonical record that every programme's profile
 * reads. Each element is an answer; what was not told is absent or null (docs/decisions/0022-use-of-force-profiles.md).
 */
export type ReportDraft = IncidentDraft & {
  subjects: SubjectDraft[];
  officers: OfficerDraft[];
  force: ForceDraft[];
};
