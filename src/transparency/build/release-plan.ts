import type { Hierarchy, Metric, PrivacyModel } from '../anonymize/index.js';
import type { ColumnText, KeySpec } from '../datasets/release-spec.js';
import type { DatePrecision } from '../verify/index.js';

export type KeyPlan = KeySpec;

export interface QuasiIdentifierPlan extends ColumnText {
  readonly role: 'quasi-identifier';
  readonly scope: 'unit' | 'row';
  /** The levels in words, finest first, without the last, which is "not shown". */
  readonly levels: readonly string[];
  readonly minLevel: number;
  /** Absent: the top. */
  readonly maxLevel?: number;
  /** Of its loss among the others', 0 or more; absent: 1. */
  readonly weight?: number;
  /** Over the words that occur. @throws AnonymizationRefused when a word is not of the rule's form */
  hierarchy(words: readonly string[]): Hierarchy;
  /** The finest date that a level shows, where it shows any. */
  readonly dates?: (level: number) => DatePrecision;
}

export interface MatterPlan extends ColumnText {
  readonly role: 'sensitive' | 'insensitive';
  readonly type: 'text' | 'boolean';
  /** What a missing value reads. */
  readonly missing: string;
  /** Words that are published whoever uses them. */
  readonly known: ReadonlySet<string>;
  /** Other words: `other` whoever uses them; `other` unless k units do; or as they are. */
  readonly unknown: 'other' | 'if-common' | 'as-it-is';
  readonly list: boolean;
  /** The utility report says of whom more was left out, by its words; those are settled before the search then. */
  readonly reported?: boolean;
  readonly dates?: DatePrecision;
  /** Over its published words, for hierarchical distance. */
  readonly hierarchy?: (words: readonly string[]) => Hierarchy;
  /** Its published words from least to greatest, for ordered distance; absent: as numbers where all are, else as text. */
  readonly order?: readonly string[];
}

export type ColumnPlan = KeyPlan | QuasiIdentifierPlan | MatterPlan;

/** All that a build must know, of a dataset under a charter or of a table of somebody's own. */
export interface ReleasePlan {
  /** In the order in which they are published; what is not here does not leave. */
  readonly columns: readonly ColumnPlan[];
  /** The key column whose equal values join rows. */
  readonly unit: string;
  /** Column of the source, never published, that tells whose a unit is; null: every unit is another person's. */
  readonly subject: string | null;
  readonly k: number;
  /** Demands beyond k, about columns of role sensitive. */
  readonly models: readonly PrivacyModel[];
  readonly suppressionLimit: number;
  /** Its weights are the columns'. */
  readonly metric?: Omit<Metric, 'weights'>;
  readonly budgetMs: number;
}

export function quasiIdentifiersOf({ columns }: ReleasePlan): readonly QuasiIdentifierPlan[] {
  return columns.filter((column) => column.role === 'quasi-identifier');
}

/** The columns whose values are counted before the search, in the order of the plan: for the models, and for the report. */
export function countedOf(plan: ReleasePlan): readonly MatterPlan[] {
  const demanded = demandedOf(plan);
  return plan.columns.filter(isMatter).filter((column) => column.reported === true || demanded.includes(column));
}

/** The columns that the models name, in the order of the plan. */
export function demandedOf({ columns, models }: ReleasePlan): readonly MatterPlan[] {
  const named = new Set(models.flatMap((model) => ('attribute' in model ? [model.attribute] : [])));
  return columns.filter((column): column is MatterPlan => isMatter(column) && named.has(column.name));
}

export function isMatter(column: ColumnPlan): column is MatterPlan {
  return column.role === 'sensitive' || column.role === 'insensitive';
}
