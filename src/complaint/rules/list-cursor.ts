/** Where a page of cases ends: the last case's time and id. Cases without a time (old imports) come after all others. */
export interface ListCursor {
  /** ISO 8601; null for a case without a time */
  receivedAt: string | null;
  id: string;
}

const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor({ receivedAt, id }: ListCursor): string {
  return `${receivedAt ?? ''}~${id}`;
}

/** Null when it is not one that `next` gave. */
export function readCursor(written: string): ListCursor | null {
  const read = FORM.exec(written);
  if (!read || (read[1] !== undefined && Number.isNaN(Date.parse(read[1])))) return null;
  return { receivedAt: read[1] === undefined ? null : new Date(read[1]).toISOString(), id: read[2] ?? '' };
}
