import { RuleBroken } from '../errors/rule-broken.js';

/** Why input is refused before anybody looks at what it means, and the sentence on how to mend it. */
const REASONS = {
  'not-utf-8': 'It is not UTF-8: send it in that encoding.',
  'not-json': 'This is not JSON: look at the place.',
  'nul-character': 'It holds a NUL character: leave it out.',
  'half-character': 'It holds half of a character (a lone surrogate): write it whole or leave it out.',
  'too-deep': 'It is nested deeper than 32 levels: no form needs that.',
  'too-many-keys': 'An object holds more than 1000 fields: no form has as many.',
  'too-many-values': 'It holds more than 20000 values: send less at once.',
  'forbidden-key': 'This name means something else to programs: no field has it.',
  'duplicate-key': 'This field stands twice in one object: nobody can know which one is meant.',
  'given-twice': 'Give this parameter once.',
  'nested-parameter': 'A parameter is a text: it has no parts in brackets.',
};

export const DEEPEST = 32;
export const MOST_KEYS = 1_000;
export const MOST_VALUES = 20_000;
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** @param place JSON pointer to it, or the name of a parameter. The answer says where and why, and quotes nothing. */
export function hostileInput(code: keyof typeof REASONS, place: string): RuleBroken {
  const message = REASONS[code];
  return new RuleBroken('malformed', `This cannot be read. ${message}`, 400, [{ path: place, code, message }]);
}

/** JSON pointer of these steps (RFC 6901). */
export function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
