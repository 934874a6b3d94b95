/** Why a cell holds no value. */
export type MappedState = 'pending' | 'unknown_final' | 'not_applicable' | 'not_asked';
/** From a place's own word to a code. Case and white space do not matter. */
export type Words = Readonly<Record<string, string>>;

/** How one field is read. Exactly one of `column`, `value` and `link` says whence. */
export interface FieldRule {
  column?: string;
  /** The same in every report */
  value?: string | number | boolean | null | readonly string[];
  /** The place, counting from 1, of an officer or a subject: of the one that the same row made, or of the only one */
  link?: { to: 'officers' | 'subjects'; by: 'row' | 'only' };
  /** What the cell holds; text, unless it is said otherwise. `any`: yes where a list has a word besides those in `none`, else no */
  as?: 'text' | 'number' | 'yes-or-no' | 'day' | 'hour' | 'words' | 'any';
  /** How a day is written: YYYY, MM, DD, M, D and what stands between them */
  format?: string;
  /** Beside `any`: the words that say that there is none */
  none?: readonly string[];
  /** Beside a number: what is smaller or larger cannot be read */
  least?: number;
  most?: number;
  /** What is read of the cell: up to where this stands last (all of it, where it does not), or what comes after (then nothing) */
  upTo?: string;
  after?: string;
  /** Endings that are left off, "years old" say */
  without?: readonly string[];
  /** What parts the items of a list: the mapping's own, unless it is said here */
  separator?: string;
  /** Codes by words, or the name of one of the mapping's vocabularies */
  words?: Words | string;
  /** The code of a word that `words` does not know; null leaves it out, as it does a value that cannot be read. Without it both are faults. */
  otherwise?: string | null;
  /** Where one thing is wanted and the cell lists several: their code together; null leaves it open. Without it the list is one word. */
  several?: string | null;
  /** What is told when the cell is blank */
  default?: string | number | boolean | readonly string[];
  /** Beside or instead of the mapping's own */
  placeholders?: Placeholders;
  /** Read where this one says nothing */
  instead?: FieldRule;
  /** Where this one says no and that one yes, nothing is told */
  doubtedBy?: FieldRule;
  /** For people: what was seen in the column, how sure a proposal is */
  note?: string;
}

/** Words that stand for no value: why there is none, or `blank` as if the cell were empty. */
export type Placeholders = Readonly<Record<string, MappedState | 'blank'>>;
export type Fields = Readonly<Record<string, FieldRule>>;

/** How parts of a report are made out of its rows. */
export interface PartRule {
  /**
   * `row`: each row makes one. `lists`: each row makes as many as its lists have items, the first of each together.
   * `columns`: each row makes one for each number that stands for `{n}` in the columns' names, while any of them says anything.
   */
  from: 'row' | 'lists' | 'columns';
  /** Up to which number `{n}` goes */
  most?: number;
  /** Rows that say the same in these columns make one part together */
  key?: readonly string[];
  fields: Fields;
  /** Told of a part only where the rows make no other: in lists that are each sorted by itself a place is nobody's */
  alone?: Fields;
}

/** Whose table a mapping reads: what an import needs to know besides, because no department sends it. */
export interface MappedSource {
  /** Under this name what was imported is known from then on: small letters, digits and hyphens */
  name: string;
  /** The table's columns. A file is this table when its first line has them all; each is kept as it came. */
  columns: readonly string[];
  /** Each row is a report: two that say the same in `groupBy` are the same report told twice, not two parts of one. */
  eachRow?: boolean;
  /** Which department reports: names that are the same in two counties are two departments. */
  department: { name: FieldRule; county?: FieldRule };
  /** Whose the numbers are that `badgeNumber` reads: each department's own, or one series for all of the table */
  badges?: 'department' | 'source';
  /** The jurisdiction that is established for it, unless another is named; `charter` is one that comes with the program. */
  place?: { slug: string; name: string; timeZone: string; charter: string };
}

/** A department's own table, as reports: columns, lists, words and placeholders. Data, kept in versions. */
export interface Mapping {
  /** Rows that say the same in these columns are one report; they stand together in the table. */
  groupBy: readonly string[];
  /** Whose table it is, for those who import it whole */
  source?: MappedSource;
  /** Between the items of a list; a comma, unless it is said otherwise */
  separator?: string;
  placeholders?: Placeholders;
  vocabularies?: Readonly<Record<string, Words>>;
  incident: Fields;
  subjects: readonly PartRule[];
  officers: readonly PartRule[];
  force: readonly PartRule[];
  /** For people: what the table has besides, and what is to be looked at */
  notes?: readonly string[];
}

export const PARTS = ['subjects', 'officers', 'force'] as const;
export type Part = (typeof PARTS)[number];
