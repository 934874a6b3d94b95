/** A word of a vocabulary: the code is stored, the label is shown. */
export interface Term {
  code: string;
  label: string;
  /** In other languages, by their tag: `es` */
  labels?: Readonly<Record<string, string>>;
}

/** What findings of all agencies can be compared by (NACOLE's classes). */
export const GENERIC_CLASSES = [
  'sustained',
  'not_sustained',
  'exonerated',
  'unfounded',
  'no_finding',
  'mediated',
  'pending',
] as const;
export type GenericClass = (typeof GENERIC_CLASSES)[number];
