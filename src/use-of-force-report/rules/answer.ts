/**
 * Why an element has no value. `pending`: not known yet, to be told later. `unknown_final`: not known and unlikely to ever
 * be known. `not_applicable`: it does not arise here. `not_asked`: nobody asked; an element that is left out or null
 * counts as this. The federal collection counts unknown as no response and chases pending, so the two are never one.
 */
export const RESPONSE_STATES = ['pending', 'unknown_final', 'not_applicable', 'not_asked'] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** What stands in the place of a value that there is not. */
export interface Unanswered {
  state: ResponseState;
}

/** An element as it was told: a bare value is an answer, everything else says why there is none. */
export type Answer<Value> = Value | Unanswered | null | undefined;

/** No element's value is an object: where one stands, it says why there is no value. */
export function isUnanswered(told: unknown): told is Unanswered {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}

/** How an element was answered, whatever its value. */
export function responseState(told: unknown): ResponseState | 'answered' {
  if (told === null || told === undefined) return 'not_asked';
  return isUnanswered(told) ? told.state : 'answered';
}

/** The value, where there is one; null where not. */
export function valueOf<Value>(told: Answer<Value>): Value | null {
  return told === undefined || isUnanswered(told) ? null : told;
}
