import { genericCasework } from '../presets/generic-casework.js';
import type { CharterDocument } from '../rules/charter-document.js';
import { completedCharter } from '../rules/completed-charter.js';

const MOST = 200;

/**
 * Charters read before, by id. An enacted charter is never rewritten (the table is append-only), so what was read once
 * holds; which version is in force, and whether it is this place's own, is asked of the database every time.
 */
const known = new Map<string, CharterDocument>();

export async function knownDocument(id: string, read: () => Promise<CharterDocument>): Promise<CharterDocument> {
  const before = known.get(id);
  if (before) return before;
  const document = frozen(completedCharter(await read(), genericCasework));
  const [oldest] = known.keys();
  if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
  known.set(id, document);
  return document;
}

/** Many cases are worked on with the same document: nobody may change it for the others. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
