/**
 * What a release promises beyond k, in the words of the engine's `PrivacyModel`. Sensitive values are counted over rows
 * that a reader cannot tell apart: those of a class, or, where units have several rows, those of a class with equal
 * quasi-identifiers.
 */
export type Demand = ValueDemand | SizeDemand;

/** A promise about the sensitive values of each class. */
export type ValueDemand =
  | { readonly type: 'distinct-l'; readonly attribute: string; readonly l: number }
  | {
      readonly type: 'entropy-l';
      readonly attribute: string;
      readonly l: number;
      readonly estimator: 'shannon' | 'grassberger' | 'grassberger-arx';
    }
  | { readonly type: 'recursive-cl'; readonly attribute: string; readonly c: number; readonly l: number }
  | {
      readonly type: 't-closeness';
      readonly attribute: string;
      readonly t: number;
      readonly distance: 'equal' | 'hierarchical' | 'ordered';
      readonly overall: OverallShares;
      /** Of hierarchical distance: one line a value, from the value up to `*`, all of one length. */
      readonly hierarchy?: readonly (readonly string[])[];
      /** Of ordered distance: every value of `overall`, from least to greatest. */
      readonly order?: readonly string[];
    }
  | {
      readonly type: 'beta-likeness';
      readonly attribute: string;
      readonly beta: number;
      readonly variant: 'basic' | 'enhanced';
      readonly overall: OverallShares;
    };

/** A promise about the sizes of all classes together. */
export interface SizeDemand {
  readonly type: 'average-risk' | 'uniqueness';
  readonly threshold: number;
}

/** Value, as published → its share of ALL input rows, those suppressed too, rounded to 4 decimals. */
export type OverallShares = Readonly<Record<string, number>>;
