import { v7 } from 'uuid';

const HOUR = 3_600_000;
let last = { msecs: 0, seq: 0 };

/**
 * UUIDv7: sorts by time, as indexes like it. Give `at` where the id must not tell a finer time than that. Of the same
 * millisecond they sort in the order in which they were made; not so at a whole hour, which is as much as may be known of
 * what an anonymous person did: the order would tell more.
 */
export function newId(at?: Date): string {
  if (!at) return v7();
  const msecs = at.getTime();
  if (msecs % HOUR === 0) return v7({ msecs });
  last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : 0 };
  return v7(last);
}
