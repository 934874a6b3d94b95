import { type Fields, listAt } from '../profile/ground.js';

/** One application of force and where it stood in the report. */
export interface PlacedForce {
  force: Fields;
  /** counting from 0 */
  at: number;
}

/** What was applied by an officer, or on a subject; `place` counts from 1. */
export function forceOf(report: Fields, link: 'officer' | 'subject', place: number): PlacedForce[] {
  return listAt(report, 'force').flatMap((force, at) => (force[link] === place ? [{ force, at }] : []));
}

/** What cannot be told of with a person: nobody knows who it was, or on whom. */
export function forceOfNobody(report: Fields, link: 'officer' | 'subject'): PlacedForce[] {
  return listAt(report, 'force').flatMap((force, at) => (typeof force[link] === 'number' ? [] : [{ force, at }]));
}
