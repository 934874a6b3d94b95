import { RuleBroken } from '../errors/rule-broken.js';

const DEEPEST = 32;
const MOST_VALUES = 20_000;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Refuses what PostgreSQL cannot store or what is sent to do harm: text with NUL or half a character, JSON nested or
 * spread beyond what any form needs. Walks without recursion: 49,000 nested arrays overflowed the stack of a recursive one.
 * @throws RuleBroken malformed (400)
 */
export function refuseHostileBody(body: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (++values > MOST_VALUES) throw malformed(`It holds more than ${MOST_VALUES} values.`);
    if (depth > DEEPEST) throw malformed(`It is nested deeper than ${DEEPEST} levels.`);
    if (typeof value === 'string') refuseHostileText(value);
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      refuseHostileText(key);
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
}

export function refuseHostileText(text: string): void {
  if (text.includes('\0')) throw malformed('It holds a NUL character.');
  if (LONE_SURROGATE.test(text)) throw malformed('It holds half of a character (a lone surrogate).');
}

function malformed(reason: string): RuleBroken {
  return new RuleBroken('malformed', `This cannot be read. ${reason}`, 400);
}
