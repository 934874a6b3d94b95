import { refused } from './soql-fault.js';
import type { SoqlType, Typed } from './typed.js';

const WORDS: Readonly<Record<SoqlType, string>> = {
  text: 'a text in single quotes',
  number: 'a number',
  boolean: '`true` or `false`',
  date: "a date, as '2024-05-31' or '2024-05-31T14:30:00'",
};
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,3}))?)?$/;

export const wordsOf = (type: SoqlType): string => WORDS[type];

/** A value as one of that type: clients put quotes around numbers and dates too. @throws SoqlFault soql-type */
export function fitLiteral(literal: Typed & { kind: 'literal' }, type: SoqlType, at: number): Typed {
  if (literal.value === null || literal.type === type) return { ...literal, type };
  const value = literal.type === 'text' ? valueOf(literal.value, type) : null;
  if (value === null) throw refused('soql-type', at, `Here should stand ${wordsOf(type)}.`);
  return { kind: 'literal', value, type };
}

function valueOf(text: string, type: SoqlType): string | null {
  if (type === 'number') return /^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? text : null;
  if (type === 'boolean') return /^(true|false)$/i.test(text) ? text.toLowerCase() : null;
  return type === 'date' ? momentOf(text) : text;
}

/** `YYYY-MM-DDTHH:MM:SS.sss`; null where the calendar has no such day. */
function momentOf(text: string): string | null {
  const [, day = '', time = '00:00:00', fraction = ''] = DATE.exec(text) ?? [];
  const moment = `${day}T${time}.${fraction.padEnd(3, '0')}`;
  const parsed = new Date(`${moment}Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString() === `${moment}Z` && day >= '0001-01-01';
  return exists ? moment : null;
}
