import type { FieldRule } from './mapping.js';
import { plain } from './word-table.js';
import { writtenDay } from './written-day.js';

const YES = new Set(['true', 't', 'yes', 'y', '1']);
const NO = new Set(['false', 'f', 'no', 'n', '0']);

/** Undefined: the text is not what it is said to be. */
export function convertedCell(text: string, rule: FieldRule): unknown {
  switch (rule.as) {
    case 'number':
      return numberIn(text, rule);
    case 'yes-or-no':
      return YES.has(plain(text)) ? true : NO.has(plain(text)) ? false : undefined;
    case 'day':
      return writtenDay(text, rule.format ?? 'YYYY-MM-DD') ?? undefined;
    case 'hour':
      return hourIn(text);
    default:
      return text;
  }
}

/** What the rule wants to see, in a word or two. */
export function wantedBy({ as = 'text', format = 'YYYY-MM-DD', least, most }: FieldRule): string {
  const limits = [least === undefined ? '' : ` from ${least}`, most === undefined ? '' : ` up to ${most}`].join('');
  switch (as) {
    case 'number':
      return `number${limits}`;
    case 'yes-or-no':
      return 'yes or no';
    case 'day':
      return `day (${format})`;
    case 'hour':
      return 'hour';
    default:
      return 'value';
  }
}

/** Whether a cell is told as it stands: no words, nothing to be read out of it. */
export function isAsTold({ as = 'text', words, several }: FieldRule): boolean {
  return as === 'text' && words === undefined && several === undefined;
}

/** Also as a spreadsheet writes a whole number: 31.0 */
function numberIn(text: string, { least = -Infinity, most = Infinity }: FieldRule): number | undefined {
  const number = /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
}

/** 0 to 23, from 7, 07:35, 0735, 7:35 PM or a day before any of these. */
function hourIn(text: string): number | undefined {
  const { hour, half } =
    /(?:^|[ T])(?<hour>\d\d?)(?::?[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)? ?(?<half>[AaPp])?\.?[Mm]?\.?$/.exec(text)?.groups ??
    {};
  const told = Number(hour);
  if (hour === undefined || told > 23) return undefined;
  if (half === undefined) return told;
  if (told < 1 || told > 12) return undefined;
  return (told % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
