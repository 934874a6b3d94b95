import { DEEPEST, FORBIDDEN_KEYS, hostileInput, MOST_KEYS, MOST_VALUES, pointerOf } from './hostile-input.js';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

interface Visited {
  value: unknown;
  depth: number;
  step: string;
  within: Visited | null;
}

/**
 * Refuses what PostgreSQL cannot store or what is sent to do harm: text with NUL or half a character, values nested or
 * spread beyond what any form needs. Walks without recursion: 49,000 nested arrays overflowed the stack of a recursive one.
 * @throws RuleBroken malformed (400) with the place and the reason
 */
export function refuseHostileBody(body: unknown): void {
  const waiting: Visited[] = [{ value: body, depth: 0, step: '', within: null }];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (++values > MOST_VALUES) throw hostileInput('too-many-values', '');
    if (depth > DEEPEST) throw hostileInput('too-deep', placeOf(next));
    if (typeof value === 'string') refuseHostileText(value, () => placeOf(next));
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    const entries = Object.entries(value) as [string, unknown][];
    if (entries.length > MOST_KEYS && !Array.isArray(value)) throw hostileInput('too-many-keys', placeOf(next));
    for (const [step, inner] of entries) {
      const visited = { value: inner, depth: depth + 1, step, within: next };
      refuseHostileText(step, () => placeOf(next));
      if (FORBIDDEN_KEYS.has(step)) throw hostileInput('forbidden-key', placeOf(visited));
      waiting.push(visited);
    }
  }
}

/** @throws RuleBroken malformed (400) */
export function refuseHostileText(text: string, place: () => string = () => ''): void {
  if (text.includes('\0')) throw hostileInput('nul-character', place());
  if (LONE_SURROGATE.test(text)) throw hostileInput('half-character', place());
}

function placeOf(visited: Visited): string {
  const steps: string[] = [];
  for (let at = visited; at.within; at = at.within) steps.unshift(at.step);
  return pointerOf(steps);
}
