import type { CaseworkTerms } from './casework-terms.js';
import type { PublicationTerms } from './publication-terms.js';
import type { GenericClass, Term } from './term.js';
import type { VotingTerms } from './voting-terms.js';

export { GENERIC_CLASSES, type GenericClass, type Term } from './term.js';

export const MEETING_KINDS = ['regular', 'special', 'emergency'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** A jurisdiction's terms of oversight, as data: law differs by place, so none of this is a constant in code. */
export interface CharterDocument extends CaseworkTerms {
  title: string;
  /** Where the terms come from; what is unconfirmed says so. */
  sources: string[];
  intake: { channels: Term[]; anonymousAccepted: boolean };
  people: { races: Term[]; genders: Term[] };
  allegationGroups: Term[];
  allegations: (Term & { group: string })[];
  findings: (Term & { genericClass: GenericClass })[];
  disciplines: (Term & { takesDays: boolean })[];
  clocks: { chiefAnswerDays: number };
  meetings: {
    noticeHours: Record<MeetingKind, number>;
    closedSessionGrounds: Term[];
    /** Grounds for changing a posted agenda after the notice deadline; without any it is never changed so late. */
    lateAmendmentGrounds?: Term[];
  };
  voting: VotingTerms;
  useOfForce: { forceGroups: Term[]; forceTypes: (Term & { group: string })[] };
  publication: PublicationTerms;
}
