import { EVERY, ORDERED, type SoqlFunction } from './soql-function.js';
import type { SoqlType } from './typed.js';

const comparison = (sign: string, among: readonly SoqlType[] = ORDERED): SoqlFunction => ({
  takes: ['same', 'same'],
  among,
  gives: 'boolean',
  sql: (left = '', right = '') => `(${left} ${sign} ${right})`,
});
const logic = (sign: string): SoqlFunction => ({
  takes: ['boolean', 'boolean'],
  gives: 'boolean',
  sql: (left = '', right = '') => `(${left} ${sign} ${right})`,
});
const arithmetic = (sql: (left: string, right: string) => string): SoqlFunction => ({
  takes: ['number', 'number'],
  gives: 'number',
  sql: (left = '', right = '') => `(${sql(`${left}::numeric`, `${right}::numeric`)})`,
});
const membership = (sign: string): SoqlFunction => ({
  takes: ['same', 'same'],
  repeats: ['same'],
  among: EVERY,
  gives: 'boolean',
  sql: (left = '', ...items) => `(${left} ${sign} (${items.join(', ')}))`,
});
const between = (sign: string): SoqlFunction => ({
  takes: ['same', 'same', 'same'],
  among: ORDERED,
  gives: 'boolean',
  sql: (value = '', low = '', high = '') => `(${value} ${sign} ${low} AND ${high})`,
});
/** A backslash is a backslash: a pattern that ends in one would otherwise be an error of the database. */
const like = (sign: string): SoqlFunction => ({
  takes: ['text', 'text'],
  gives: 'boolean',
  sql: (left = '', right = '') => `(${left} ${sign} ${right} ESCAPE '')`,
});
const nothing = (sign: string): SoqlFunction => ({
  takes: ['any'],
  gives: 'boolean',
  sql: (value = '') => `(${value} ${sign})`,
});

/** Twenty places more than any value has, so that a quotient is rounded once, by us. */
const WIDE = '0.00000000000000000000';
/** Places after the point of a quotient or a mean. */
const PLACES = 10;
export const quotient = (dividend: string, divisor: string): string =>
  `round((${dividend} + ${WIDE}) / nullif(${divisor}, 0), ${PLACES})`;

/** Signs and words between operands. Dividing by nothing gives nothing (null). */
export const operators: Readonly<Record<string, SoqlFunction>> = {
  or: logic('OR'),
  and: logic('AND'),
  not: { takes: ['boolean'], gives: 'boolean', sql: (value = '') => `(NOT ${value})` },
  '=': comparison('=', EVERY),
  '!=': comparison('<>', EVERY),
  '<': comparison('<'),
  '<=': comparison('<='),
  '>': comparison('>'),
  '>=': comparison('>='),
  between: between('BETWEEN'),
  'not between': between('NOT BETWEEN'),
  in: membership('IN'),
  'not in': membership('NOT IN'),
  like: like('LIKE'),
  'not like': like('NOT LIKE'),
  'is null': nothing('IS NULL'),
  'is not null': nothing('IS NOT NULL'),
  '+': arithmetic((left, right) => `${left} + ${right}`),
  '-': arithmetic((left, right) => `${left} - ${right}`),
  '*': arithmetic((left, right) => `${left} * ${right}`),
  '/': arithmetic(quotient),
  '%': arithmetic((left, right) => `${left} % nullif(${right}, 0)`),
  negative: { takes: ['number'], gives: 'number', sql: (value = '') => `(- ${value}::numeric)` },
  '||': { takes: ['text', 'text'], gives: 'text', sql: (left = '', right = '') => `(${left} || ${right})` },
};
