/** What was found: the classes of identifiers of the HIPAA safe harbour list (45 CFR 164.514(b)(2)), and what policing adds. */
export const HIT_KINDS = [
  'name',
  'address',
  'place',
  'phone',
  'e-mail',
  'web',
  'social-security',
  'coordinate',
  'date',
  'time',
  'age',
  'plate',
  'case-number',
  'badge',
  'medical-record',
  'account',
  'identifier',
  'own-words',
  'only-one',
] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** `roster`: it stands in the case; `pattern`: it has the form; `suggestion`: it may be one. All are shown to a person. */
export type HitSource = 'roster' | 'pattern' | 'suggestion';

/** A stretch of a text that may tell who somebody is. Nothing is done about it here: a person decides. */
export interface Hit {
  /** Place in the text as it was given, in UTF-16 units; `end` is behind the last */
  readonly start: number;
  readonly end: number;
  readonly kind: HitKind;
  readonly source: HitSource;
  /** The stretch as it stands in the text */
  readonly words: string;
  /** In words, for whoever decides: of whom, and how it was recognised */
  readonly why: string;
}

/** A hit before the text's own words are put to it. */
export type Found = Omit<Hit, 'words'>;
