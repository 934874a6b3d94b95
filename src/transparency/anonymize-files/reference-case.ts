/** A privacy model as the reference cases write it; `attribute` names the sensitive attribute it is about. */
export interface ReferenceModel {
  readonly type: string;
  /** Absent: the case's sensitive attribute. */
  readonly attribute?: string | null;
  readonly k?: number | string;
  readonly l?: number | string;
  readonly c?: number | string;
  readonly t?: number | string;
  readonly b?: number | string;
  readonly beta?: number | string;
  readonly threshold?: number | string;
  /** `Shannon` (default) or `Grassberger`. */
  readonly estimator?: string;
}

export interface ReferenceMetric {
  readonly name: string;
  /** 0 … 1; 0.5: suppression weighs as much as generalization. */
  readonly gsFactor?: number | null;
  readonly aggregate?: string | null;
  readonly monotonic?: boolean;
}

export interface ReferenceColumn {
  readonly name: string;
  /** Levels of its hierarchy that may be used, from the finest; a top that the file does not list is not one of them. */
  readonly levels?: number;
}

/** One problem of a cases file: a data file, what is quasi-identifying in it, what is demanded and what is to be least. */
export interface ReferenceCase {
  readonly id: string;
  /** Name of the data file. */
  readonly dataset: string;
  readonly quasiIdentifiers: readonly ReferenceColumn[];
  readonly sensitiveAttribute?: string | null;
  /** Share of the records, 0 … 1. */
  readonly suppressionLimit: number;
  readonly models: readonly ReferenceModel[];
  readonly metric: ReferenceMetric;
  readonly attributeWeights?: Readonly<Record<string, number>> | null;
}

/** A metric's value at given transformations: levels written `[0, 1, …]`, in the order of the file's columns. */
export interface UtilityCase extends Omit<ReferenceCase, 'id' | 'quasiIdentifiers'> {
  readonly id?: string;
  /** Absent: all columns of the file but the sensitive one. */
  readonly quasiIdentifiers?: ReferenceCase['quasiIdentifiers'];
  /** The transformations as keys, whatever their values are, or as a list. */
  readonly nodeLoss: Readonly<Record<string, unknown>> | readonly (string | readonly number[])[];
}
