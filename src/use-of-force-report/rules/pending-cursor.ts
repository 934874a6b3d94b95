/** Where a page of pending answers ended: how long pending, in which report, at which place. */
export interface PendingCursor {
  /** As the database writes a moment: to the microsecond, so that no two pages meet in one */
  since: string;
  reportId: string;
  path: string;
}

const MOMENT = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{6}Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PATH = /^(\/(subjects|officers|force)\/\d{1,4})?\/\w{1,60}$/;

export function writeCursor({ since, reportId, path }: PendingCursor): string {
  return [since, reportId, path].join('~');
}

/** null: it is none. */
export function readCursor(written: string): PendingCursor | null {
  const [since = '', reportId = '', path = '', ...more] = written.split('~');
  const isOne = MOMENT.test(since) && !Number.isNaN(Date.parse(since)) && ID.test(reportId) && PATH.test(path);
  return isOne && more.length === 0 ? { since, reportId, path } : null;
}
