import type { PrivacyModel } from '../anonymize/index.js';

/** What is known of a secret count: it is one of `least` … `most`, and nothing in the release says which. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** Loss of one column; every share from 0 (nothing lost) to 1 (everything). */
export interface ColumnLoss {
  readonly name: string;
  readonly title: string;
  readonly role: 'quasi-identifier' | 'sensitive' | 'insensitive';
  /** Of quasi-identifiers: the level of the release's own transformation and its word; null: published as it is. */
  readonly level: number | null;
  readonly levels: number | null;
  readonly shownAs: string;
  /** Units that local recoding publishes with a coarser value in this column. */
  readonly coarserUnits: number;
  /** Share of the column's information that generalizing takes: non-uniform entropy, of all there was (Gionis & Tassa 2009). */
  readonly entropy: number | null;
  /** Share of the column's domain that a row's value may stand for, 1 for a row left out (Iyengar 2002). */
  readonly domain: number | null;
  /** Share of the hierarchy's height climbed, 1 for a row left out (Sweeney 2002). */
  readonly height: number;
}

/** Total variation distance between the original and the published rows: the share of rows that would have to change. */
export interface MarginDistance {
  /** One column or two. */
  readonly columns: readonly string[];
  /** 0 … 1; null: so few were left out that the distance would tell of them. */
  readonly distance: number | null;
}

export interface GroupSuppression {
  readonly label: string;
  /** Those in the file who show this value: anybody may count them there. Null: the file does not show the column. */
  readonly published: number | null;
  /** Those who show the value or were left out with it. */
  readonly input: CountRange;
  readonly suppressed: CountRange;
  /** Of the input: the share left out. */
  readonly share: CountRange;
  /** That share over the whole release's share: 2 is twice as often as usual. Null: nobody was left out at all. */
  readonly ratio: CountRange | null;
}

export interface ColumnSuppression {
  readonly name: string;
  readonly title: string;
  readonly role: ColumnLoss['role'];
  readonly shownAs: string;
  /** The level of the groups; finer than `shownAs` where the column is not shown. */
  readonly groupedBy: string;
  /** Counts are told in steps of so many; null: they are not told, `groups` is empty and `other` null. */
  readonly step: number | null;
  /** Hit hardest first. */
  readonly groups: readonly GroupSuppression[];
  /** All other values in one line, also those that the file does not show; `labels` are those that it does. */
  readonly other: (GroupSuppression & { readonly labels: readonly string[] }) | null;
  /** Units that stand in no line, since local recoding publishes them with a coarser value. */
  readonly coarserUnits: number;
  /** The release whose left-out people are told of, and how many they were, 0 when fewer than k. An earlier release when hardly anybody has been left out since. */
  readonly asOf: { readonly version: string; readonly suppressed: number };
}

/** Published classes of `from` … `to` subjects. */
export interface ClassSizeBin {
  readonly from: number;
  readonly to: number;
  readonly classes: number;
  readonly subjects: number;
}

export interface Totals {
  readonly rows: number;
  readonly units: number;
  readonly subjects: number;
}

export interface ColumnChange {
  readonly name: string;
  readonly title: string;
  /** Null: the column was not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly finer: boolean | null;
  readonly entropyBefore: number | null;
  readonly entropyAfter: number | null;
}

export interface ChangeSince {
  readonly version: string;
  readonly publishedRows: { readonly before: number; readonly after: number };
  readonly suppressedShare: { readonly before: number; readonly after: number };
  readonly k: { readonly before: number; readonly after: number };
  readonly columns: readonly ColumnChange[];
}

/** What a release kept and what it cost. Public, as a part of the release; `protectCounts` and `blur` say why it may be. */
export interface UtilityReport {
  readonly format: 'redress-utility-report/1';
  readonly dataset: string;
  readonly title: string;
  readonly version: string;
  readonly unitWord: string;
  /** Whether k counts people, or units because the record does not tell people apart. */
  readonly counted: 'subjects' | 'units';
  readonly k: { readonly asked: number; readonly found: number };
  readonly models: readonly PrivacyModel[];
  readonly search: { readonly optimal: boolean; readonly gap: number } | null;
  /** As the manifest has them. */
  readonly input: { readonly rows: number; readonly units: number };
  readonly published: Totals;
  /** `subjects` is null from 1 to k − 1. */
  readonly suppressed: {
    readonly rows: number;
    readonly units: number;
    readonly subjects: number | null;
    readonly shareOfUnits: number;
  };
  /** Units published at each round of local recoding, null for all when one gave back fewer than k; the first is the release's own transformation. */
  readonly rounds: readonly { readonly levels: Readonly<Record<string, string>>; readonly units: number | null }[];
  readonly columns: readonly ColumnLoss[];
  /** `blur`: distances are true up to about so much either way; null: they are exact, or not told. */
  readonly margins: {
    readonly blur: number | null;
    readonly one: readonly MarginDistance[];
    readonly two: readonly MarginDistance[];
  };
  readonly suppression: readonly ColumnSuppression[];
  readonly classes: { readonly count: number; readonly sizes: readonly ClassSizeBin[] };
  /** The chance that a reader who knows all quasi-identifiers of a person in the file picks the right one. */
  readonly risk: { readonly highest: number; readonly average: number } | null;
  readonly change: ChangeSince | null;
}
