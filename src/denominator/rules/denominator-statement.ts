/** What can be counted so that something else may be divided by it. */
export const DENOMINATOR_KINDS = ['workforce', 'population', 'stops', 'arrests'] as const;
export type DenominatorKind = (typeof DENOMINATOR_KINDS)[number];

/** By what the count is split; `all`: one number for everybody. */
export const GROUPINGS = ['all', 'race', 'gender', 'age'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which count it is: told again, the same one is superseded. */
export interface DenominatorKey {
  /** null: of the whole place */
  departmentId: string | null;
  kind: DenominatorKind;
  /** YYYY-MM */
  month: string;
  grouping: Grouping;
}

export interface DenominatorStatement extends DenominatorKey {
  /** Who counted, where and when, in words */
  source: string;
  sourceUrl: string | null;
  /** By group: a code of the charter, an age band (`18-24`, `65+`), or `all` */
  counts: Readonly<Record<string, number>>;
}
