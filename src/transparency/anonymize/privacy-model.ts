/**
 * What a published class must meet beyond k distinct subjects. Sensitive values are counted over rows that a reader
 * cannot tell apart: those of a class, or, where units have several rows, those of a class with equal quasi-identifiers.
 * - `distinct-l`, `entropy-l`, `recursive-cl`: l-diversity (Machanavajjhala et al. 2007)
 * - `t-closeness`: distance between the class's distribution and the overall one at most t (Li et al. 2007)
 * - `beta-likeness`: no value's gain over its overall share is above β (Cao & Karras 2012)
 * - `average-risk`: published classes per published row at most the threshold; the smallest classes are suppressed until
 *   it holds
 * - `uniqueness`: share of published rows that stand alone; suppressed likewise
 */
export type PrivacyModel =
  | { readonly type: 'distinct-l'; readonly attribute: string; readonly l: number }
  | {
      readonly type: 'entropy-l';
      readonly attribute: string;
      readonly l: number;
      /**
       * `grassberger` corrects the estimate for small classes (Grassberger 2003). `grassberger-arx` is stricter, for
       * comparison only: ARX gives up when a running sum passes the limit, though a value met once would lower it again.
       */
      readonly estimator: 'shannon' | 'grassberger' | 'grassberger-arx';
    }
  | { readonly type: 'recursive-cl'; readonly attribute: string; readonly c: number; readonly l: number }
  | {
      readonly type: 't-closeness';
      readonly attribute: string;
      readonly t: number;
      readonly distance: 'equal' | 'hierarchical' | 'ordered';
    }
  | {
      readonly type: 'beta-likeness';
      readonly attribute: string;
      readonly beta: number;
      readonly variant: 'basic' | 'enhanced';
    }
  | { readonly type: 'average-risk'; readonly threshold: number }
  | { readonly type: 'uniqueness'; readonly threshold: number };

/** A model about the sensitive values of single classes, and one about the sizes of all classes together. */
export type ValueModel = Extract<PrivacyModel, { attribute: string }>;
export type SizeModel = Exclude<PrivacyModel, ValueModel>;
