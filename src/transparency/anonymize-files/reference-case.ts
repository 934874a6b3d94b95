/** A privacy model as the reference cases write it; `attribute` names the sensitive attribute it is about. */
export interface ReferenceModel {
  readonly type: string;
  readonly attribute?: string;
  readonly k?: number;
  readonly l?: number;
  readonly c?: number;
  readonly t?: number;
  readonly b?: number;
  readonly threshold?: number;
  readonly estimator?: string;
}

export interface ReferenceMetric {
  readonly name: string;
  /** 0 … 1; 0.5: suppression weighs as much as generalization. */
  readonly gsFactor?: number;
  readonly aggregate?: string;
  readonly monotonic?: boolean;
}

/** One problem of a cases file: a data file, what is quasi-identifying in it, what is demanded and what is to be least. */
export interface ReferenceCase {
  readonly id: string;
  /** Name of the data file. */
  readonly dataset: string;
  readonly quasiIdentifiers: readonly { readonly name: string }[];
  readonly sensitiveAttribute?: string | null;
  /** Share of the records, 0 … 1. */
  readonly suppressionLimit: number;
  readonly models: readonly ReferenceModel[];
  readonly metric: ReferenceMetric;
  readonly attributeWeights?: Readonly<Record<string, number>>;
}

/** A metric's value at given transformations: levels written `[0, 1, …]`, in the order of the file's columns. */
export interface UtilityCase extends Omit<ReferenceCase, 'id' | 'quasiIdentifiers'> {
  readonly quasiIdentifiers?: ReferenceCase['quasiIdentifiers'];
  readonly nodeLoss: Readonly<Record<string, string>> | readonly string[];
}
