import { hostileInput } from './hostile-input.js';

/** Published rows: a column that is given twice means "or", as does a box ticked twice in a form about them; these say themselves what may not be. */
const REPEATS_MEAN_OR = /^\/(?:resource\/|datasets\/|api\/v1\/datasets\/|api\/catalog\/)/;

/**
 * A parameter is one text: a list or an object in its place is what programs are taken in by.
 * @throws RuleBroken malformed (400) with the name of the parameter
 */
export function refuseHostileQuery(query: unknown, route: string): void {
  for (const [name, value] of Object.entries(query ?? {})) {
    if (/[[\]]/.test(name)) throw hostileInput('nested-parameter', name.split('[', 1)[0] ?? '');
    if (typeof value !== 'string' && !REPEATS_MEAN_OR.test(route)) throw hostileInput('given-twice', name);
  }
}
