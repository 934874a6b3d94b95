import type { GenericClass } from './term.js';

/**
 * How an officer stands in a release: by name; under a pseudonym that is the same in every release; under one of that release
 * alone; or not at all.
 */
export const OFFICER_IDENTITIES = ['named', 'stable-pseudonym', 'release-pseudonym', 'absent'] as const;
export type OfficerIdentity = (typeof OFFICER_IDENTITIES)[number];

/** Where officers stand otherwise than as a rule; what is absent is not asked. All that is asked must hold. */
export interface OfficerException {
  identity: OfficerIdentity;
  /** By what right, in words: it stands in the release's manifest. */
  authority: string;
  outcomes?: GenericClass[];
  ranks?: string[];
  forceTypes?: string[];
  /** ISO dates of the incident, both included */
  from?: string;
  until?: string;
}

export interface OfficerTerms {
  identity: OfficerIdentity;
  /** The first that holds decides. */
  exceptions: OfficerException[];
}

/** A demand beyond k, in the words of the anonymizer; see docs/words.md on l-diversity and t-closeness. */
export type PrivacyDemand =
  | { type: 'distinct-l'; attribute: string; l: number }
  | { type: 'entropy-l'; attribute: string; l: number; estimator: 'shannon' | 'grassberger' }
  | { type: 'recursive-cl'; attribute: string; c: number; l: number }
  | { type: 't-closeness'; attribute: string; t: number; distance: 'equal' | 'ordered' }
  | { type: 'beta-likeness'; attribute: string; beta: number; variant: 'basic' | 'enhanced' }
  | { type: 'average-risk' | 'uniqueness'; threshold: number };

/**
 * How releases of a dataset follow each other: each by itself, or as a series whose epochs are calendar years, in which no
 * two releases tell of fewer than k people (docs/decisions/0010).
 */
export const EPOCHS = ['none', 'year'] as const;
export type Epoch = (typeof EPOCHS)[number];

/** A dataset's own rules; what it does not say is the place's. */
export interface DatasetTerms {
  k?: number;
  suppressionLimit?: number;
  models?: PrivacyDemand[];
  /**
   * Columns that would be made coarser, and are published as they are under a model that names them: readers get race
   * itself, and who knows it of somebody has one fact more than k is held over.
   */
  asItIs?: string[];
  officers?: OfficerTerms;
  /** Absent: `none`. */
  epoch?: Epoch;
  /** What the loss of a column weighs beside the others', 0 or more; 1 where it is not said: what readers need most. */
  weights?: Record<string, number>;
}

/** What catalogues of open data want to be told of a publisher. What is not said here is not made up by anybody. */
export interface CatalogueTerms {
  /** Absent: the place's own name. */
  publisher?: string;
  /** Who answers questions about the data. */
  contact?: { name: string; email: string };
  /** Address of the licence's text; absent: none is named. */
  licence?: string;
  /** Absent: `Public Safety`. */
  themes?: string[];
}

export interface PublicationTerms {
  /** The fewest distinct people that any row in public may stand for; 5 is the least a charter may set. */
  k: number;
  /** The largest share of cases that a release may leave out. */
  suppressionLimit: number;
  /** 1 … 12: the month in which the year begins that reports are made of; January where it is not said. */
  fiscalYearStartMonth?: number;
  catalogue?: CatalogueTerms;
  /** By the dataset's name. */
  datasets?: Record<string, DatasetTerms>;
}
