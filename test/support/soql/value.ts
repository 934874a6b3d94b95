import { Fraction } from './fraction.js';

/** A value as the oracle holds it; a moment is a text behind its own word, so that it is not taken for one. */
export type Value = string | boolean | Fraction | Moment | null;

export class Moment {
  constructor(readonly text: string) {}
}

/** -1, 0 or 1 as one is before, equal to or after the other. Texts by their code points, false before true. */
export function compare(one: NonNullable<Value>, other: NonNullable<Value>): number {
  if (one instanceof Fraction && other instanceof Fraction) return one.compare(other);
  const [left, right] = [pointsOf(one), pointsOf(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at++)
    if (left[at] !== right[at]) return left[at]! < right[at]! ? -1 : 1;
  return Math.sign(left.length - right.length);
}

function pointsOf(value: NonNullable<Value>): number[] {
  if (typeof value === 'boolean') return [value ? 1 : 0];
  return [...(value instanceof Moment ? value.text : String(value))].map((character) => character.codePointAt(0)!);
}

/** The same text for the same value. */
export function keyOf(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof Moment) return `moment ${value.text}`;
  return `${value instanceof Fraction ? 'number' : typeof value} ${String(value)}`;
}

/** As SODA's JSON has it. */
export function shown(value: Value): string | boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  return value instanceof Moment ? value.text : String(value);
}
