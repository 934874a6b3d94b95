import { Fraction } from './fraction.js';
import { compare, keyOf, Moment, type Value } from './value.js';

type Plain = (...values: Value[]) => Value;

/** Nothing from nothing. */
const strict =
  (work: (...values: NonNullable<Value>[]) => Value): Plain =>
  (...values) =>
    values.some((value) => value === null) ? null : work(...(values as NonNullable<Value>[]));
const text = (value: Value): string => value as string;
const number = (value: Value): Fraction => value as Fraction;
const moment = (value: Value): string => (value as Moment).text;
const ordered = (fits: (order: number) => boolean): Plain => strict((one, other) => fits(compare(one, other)));

/** True, false, or null for unknown. */
const not: Plain = (value) => (value === null ? null : value !== true);
const and: Plain = (one, other) =>
  one === false || other === false ? false : one === null || other === null ? null : true;
const or: Plain = (one, other) => not(and(not(one ?? null), not(other ?? null)));
const equal = ordered((order) => order === 0);

const between: Plain = (value, low, high) =>
  and(ordered((order) => order >= 0)(value, low), ordered((order) => order <= 0)(value, high));
const within: Plain = (value, ...items) =>
  items.map((item) => equal(value, item)).reduce((found, each) => or(found, each), false);
const like = strict((value, pattern) => {
  const parts = [...text(pattern)].map((character) =>
    character === '%' ? '[^]*' : character === '_' ? '[^]' : character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'),
  );
  return new RegExp(`^${parts.join('')}$`, 'u').test(text(value));
});
/** Letter by letter, as the database does it: what would become two letters stays. */
const cased = (change: (letter: string) => string): Plain =>
  strict((value) =>
    [...text(value)].map((letter) => ([...change(letter)].length === 1 ? change(letter) : letter)).join(''),
  );
const truncated = (length: number, rest: string): Plain =>
  strict((value) => new Moment(moment(value).slice(0, length) + rest));
const extracted = (from: number, to: number): Plain =>
  strict((value) => Fraction.of(BigInt(moment(value).slice(from, to))));

export const plainFunctions: Readonly<Record<string, Plain>> = {
  ...{ and, or, not, between, like, in: within, '=': equal },
  '!=': ordered((order) => order !== 0),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  'not between': (...values) => not(between(...values)),
  'not in': (...values) => not(within(...values)),
  'not like': (...values) => not(like(...values)),
  'is null': (value) => value === null,
  'is not null': (value) => value !== null,
  '+': strict((one, other) => number(one).plus(number(other))),
  '-': strict((one, other) => number(one).plus(number(other).negative)),
  '*': strict((one, other) => number(one).times(number(other))),
  '/': strict((one, other) => number(one).dividedBy(number(other))),
  '%': strict((one, other) => number(one).modulo(number(other))),
  negative: strict((value) => number(value).negative),
  '||': strict((one, other) => text(one) + text(other)),
  upper: cased((letter) => letter.toUpperCase()),
  lower: cased((letter) => letter.toLowerCase()),
  length: strict((value) => Fraction.of(BigInt([...text(value)].length))),
  starts_with: strict((value, start) => text(value).startsWith(text(start))),
  contains: strict((value, part) => text(value).includes(text(part))),
  date_trunc_y: truncated(4, '-01-01T00:00:00.000'),
  date_trunc_ym: truncated(7, '-01T00:00:00.000'),
  date_trunc_ymd: truncated(10, 'T00:00:00.000'),
  date_extract_y: extracted(0, 4),
  date_extract_m: extracted(5, 7),
  date_extract_d: extracted(8, 10),
  coalesce: (...values) => values.find((value) => value !== null) ?? null,
  case: (...parts) => parts.find((_, at) => at % 2 === 1 && parts[at - 1] === true) ?? null,
};

/** Over the values of a group, those that are there. */
export const plainAggregates: Readonly<Record<string, (values: NonNullable<Value>[]) => Value>> = {
  count: (values) => Fraction.of(BigInt(values.length)),
  'count distinct': (values) => Fraction.of(BigInt(new Set(values.map(keyOf)).size)),
  sum: (values) => total(values),
  avg: (values) => total(values)?.dividedBy(Fraction.of(BigInt(values.length))) ?? null,
  min: (values) => values.toSorted(compare)[0] ?? null,
  max: (values) => values.toSorted(compare).at(-1) ?? null,
};

function total(values: NonNullable<Value>[]): Fraction | null {
  return values.length === 0 ? null : values.map(number).reduce((sum, value) => sum.plus(value));
}
