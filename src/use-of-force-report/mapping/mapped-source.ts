import type { FieldRule } from './mapping.js';

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
