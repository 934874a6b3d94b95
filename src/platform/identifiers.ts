import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const HOUR = 3_600_000;
const RANDOM_BYTES = 16;
/** Drawn for some hundreds of ids at a time: the call costs more than its bytes. None is used twice. */
const drawn = Buffer.alloc(512 * RANDOM_BYTES);
let used = drawn.length;
let now = { msecs: 0, seq: 0 };
let last = { msecs: 0, seq: 0 };

/**
 * UUIDv7: sorts by time, as indexes like it. Give `at` where the id must not tell a finer time than that. Of the same
 * millisecond they sort in the order in which they were made; not so at a whole hour, which is as much as may be known of
 * what an anonymous person did: the order would tell more.
 */
export function newId(at?: Date): string {
  const random = randomBytes();
  if (!at) {
    const msecs = Math.max(Date.now(), now.msecs);
    now = { msecs, seq: msecs === now.msecs ? now.seq + 1 : random.readUInt32BE() >>> 1 };
    return v7({ ...now, random });
  }
  const msecs = at.getTime();
  if (msecs % HOUR === 0) return v7({ msecs, random });
  last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : 0 };
  return v7({ ...last, random });
}

function randomBytes(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += RANDOM_BYTES;
  return drawn.subarray(used - RANDOM_BYTES, used);
}
