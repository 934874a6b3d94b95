import { v7 } from 'uuid';

/** UUIDv7: sorts by time, as indexes like it. Give `at` where the id must not tell a finer time than that. */
export function newId(at?: Date): string {
  return at ? v7({ msecs: at.getTime() }) : v7();
}
