import type { AfterVoteTerms } from './after-vote-terms.js';
import type { BreakGlassTerms } from './break-glass-terms.js';
import type { DeadlineTerms } from './deadline-terms.js';
import type { ForceProfile } from './force-profile-terms.js';
import type { ForceReviewTerms } from './force-review-terms.js';
import type { OversightTerms } from './oversight-terms.js';
import type { ReportingTerms } from './reporting-terms.js';
import type { GenericClass, Term } from './term.js';

/** What an agency is for; one often does several (University of Chicago survey of oversight agencies; NACOLE). */
export const AGENCY_FUNCTIONS = [
  'investigative',
  'review',
  'audit',
  'adjudicative',
  'appeals',
  'supervisory',
  'advisory',
] as const;
export type AgencyFunction = (typeof AGENCY_FUNCTIONS)[number];

/** How a case of a class is worked: by inquiry, by talk, by the officer's own supervisor, or not further than the log. */
export const TRACKS = ['investigation', 'expedited', 'mediation', 'supervisor_action', 'contact_log'] as const;
export type Track = (typeof TRACKS)[number];

/** How much of a complainant may be known to whom; `rank` 0 shows least. */
export interface PrivacyChoice extends Term {
  /** Only the custodian opens the name, and only when another person grants it. */
  shielded: boolean;
}

export interface Classification extends Term {
  track: Track;
}

export const STAND_FOR = ['person', 'officer'] as const;

/** How a person stands in a case. `represents`: whom somebody in this role may stand for. */
export interface PartyRole extends Term {
  represents: (typeof STAND_FOR)[number][];
}

/** Why a case may be closed; the retention class follows from it. */
export interface ClosingReason extends Term {
  genericClass: GenericClass;
  retentionClass: string;
  /** Findings may be missing: the case ended before anybody could find. */
  withoutFindings: boolean;
}

/** How a case ends that nobody closes: at the door, or because who complained took it back. */
export const CASE_ENDS = ['declined', 'referred', 'withdrawn'] as const;
export type CaseEnd = (typeof CASE_ENDS)[number];

/** How long a case that has ended is kept; null: for good. */
export interface RetentionClass extends Term {
  years: number | null;
  /** By what right, in words. */
  authority: string;
}

/** A letter's words: `{{caseNumber}}` and the like are filled in. One text a language. */
export interface LetterTemplate extends Term {
  texts: { language: string; subject: string; body: string }[];
}

/**
 * A row of the discipline matrix: what these allegations, when sustained, are answered with as a rule. An allegation may
 * stand in several rows; one that stands in none is answered freely.
 */
export interface DisciplineMatrixRow {
  /** Codes of the charter */
  allegations: string[];
  /** A code of the charter */
  discipline: string;
  /** For discipline that takes days; absent: no limit on that side */
  leastDays?: number;
  mostDays?: number;
  /**
   * For an officer with so many earlier sustained findings on these allegations; absent: whatever came before. `most` absent:
   * that many or more. `withinYears` absent: however long ago.
   */
  priors?: { least: number; most?: number; withinYears?: number };
}

/** A place's terms of casework, from the door to the shredder. */
export interface CaseworkTerms {
  agency: {
    functions: AgencyFunction[];
    /** What the law lets it do: subpoena, compel statements, impose discipline. */
    powers: Term[];
  };
  complainants: {
    privacyChoices: PrivacyChoice[];
    languages: Term[];
    accommodations: Term[];
    /** A sworn statement before an investigation; `override` lets a supervisor go without it, with a reason. */
    affidavit: { required: boolean; override: boolean };
    /** How long who was granted a shielded identity may read it; whole hours. */
    identityGrantHours: number;
  };
  screening: {
    /** Questions that each must be answered yes for the case to be the agency's. */
    tests: Term[];
    declineReasons: Term[];
    referralBodies: Term[];
    /** Days in which who filed may ask for another look at a refusal; null: there is no such right. */
    appealDays: number | null;
  };
  classifications: Classification[];
  dispositions: (Term & { genericClass: GenericClass })[];
  standardsOfProof: Term[];
  /** Empty: the place has no matrix. */
  disciplineMatrix: DisciplineMatrixRow[];
  conflicts: { relations: Term[]; barring: string[] };
  parties: {
    roles: PartyRole[];
    /** What may be given to somebody in the place of whom they stand for. */
    receives: Term[];
    /** By what an officer whom nobody could name is known again. */
    identifiedBy: Term[];
  };
  investigation: {
    recordKinds: Term[];
    interviewWarnings: Term[];
    /** Drafted findings go on, to the board or to the end, when a supervisor has approved them. */
    reviewRequired: boolean;
  };
  mediation: { offered: boolean; excludedBy: Term[] };
  deadlines: DeadlineTerms;
  closing: {
    reasons: ClosingReason[];
    retentionClasses: RetentionClass[];
    /** The retention class of each end without a closing; null: for good. */
    ends: Record<CaseEnd, string | null>;
    /** The reason by which a duplicate is closed into the other case; null: the agency has no word for it. */
    duplicateReason: string | null;
  };
  afterVote: AfterVoteTerms;
  letters: LetterTemplate[];
  forceProfiles: ForceProfile[];
  forceReview: ForceReviewTerms;
  forceReporting: ReportingTerms;
  oversight: OversightTerms;
  breakGlass: BreakGlassTerms;
}
