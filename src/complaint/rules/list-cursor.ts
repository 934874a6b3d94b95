/** What a list of cases goes by. Each order is whole: no two cases stand at the same place in it. */
export const LIST_SORTS = ['received', 'received_asc', 'due', 'status', 'number'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Where a page of cases ends: what the last case of it is sorted by, and its id. */
export interface ListCursor {
  /** ISO 8601 (`''`: a case without a time), a day, a status with the time, or a case number */
  keys: readonly string[];
  id: string;
}

const TIME = String.raw`(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?`;
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FORMS: Record<ListSort, RegExp> = {
  received: new RegExp(`^(${TIME})~(${ID})$`),
  received_asc: new RegExp(`^(${TIME})~(${ID})$`),
  due: new RegExp(String.raw`^(\d{4}-\d\d-\d\d)~(${ID})$`),
  status: new RegExp(`^([a-z_]+)~(${TIME})~(${ID})$`),
  number: new RegExp(`^([^~]{1,60})~(${ID})$`),
};

export function writeCursor({ keys, id }: ListCursor): string {
  return [...keys, id].join('~');
}

/** Null when it is not one that `next` of a list in this order gave. */
export function readCursor(written: string, sort: ListSort): ListCursor | null {
  const read = FORMS[sort].exec(written);
  if (!read) return null;
  const keys = read.slice(1, -1);
  const times = keys.filter((key) => /^\d{4}-\d\d-\d\d/.test(key) && sort !== 'number');
  if (times.some((time) => Number.isNaN(Date.parse(time)))) return null;
  return { keys, id: read.at(-1) ?? '' };
}
