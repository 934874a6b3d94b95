import { convertedCell } from '../converted-cell.js';
import { writtenDay } from '../written-day.js';
import type { ColumnProfile } from './column-profile.js';

const DAY_FORMATS = [
  'YYYY-MM-DD',
  'M/D/YYYY',
  'D/M/YYYY',
  'YYYY/M/D',
  'M-D-YYYY',
  'D.M.YYYY',
  'YYYYMMDD',
  'MM/DD/YYYY',
];
/** What parts lists, and how many of the items must be met again: a semicolon hardly ever stands in a word, a comma often. */
const SEPARATORS: readonly (readonly [string, number])[] = [
  [';', 0.2],
  ['|', 0.2],
  ['\n', 0.2],
  [', ', 0.7],
  [',', 0.7],
  [' / ', 0.7],
];

/** How most of a column's days are written, and how many of them; null: it holds none. A day of the calendar, not just digits. */
export function dayForm(profile: ColumnProfile): { format: string; share: number } | null {
  const found = DAY_FORMATS.map((format) => ({ format, share: profile.share((value) => isDay(value, format)) }));
  const best = found.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= 0.5 ? best : null;
}

function isDay(value: string, format: string): boolean {
  const day = writtenDay(value, format);
  const time = day === null ? NaN : Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day ?? '?');
}

export const numberShare = (profile: ColumnProfile, least: number, most: number): number =>
  profile.share((value) => convertedCell(value, { as: 'number', least, most }) !== undefined);

export const yesOrNoShare = (profile: ColumnProfile): number =>
  profile.share((value) => convertedCell(value, { as: 'yes-or-no' }) !== undefined);

/** Words that are followed by a time of day: 7:35 PM, 0735, 19:05. */
export const hourShare = (profile: ColumnProfile): number =>
  profile.share((value) => convertedCell(value, { as: 'hour' }) !== undefined);

/**
 * What parts the items of a column's lists, if it holds any: after taking cells apart, enough of the items must stand in
 * other cells too. A column whose cells never repeat an item is text with commas in it.
 */
export function listSeparator(profile: ColumnProfile): string | null {
  const values = [...profile.values.keys()];
  for (const [separator, enough] of SEPARATORS) {
    const lists = values.filter((value) => outsideBrackets(value).includes(separator));
    if (lists.length === 0) continue;
    const seen = new Map<string, number>();
    for (const value of values)
      for (const item of new Set(itemsOf(value, separator))) seen.set(item, (seen.get(item) ?? 0) + 1);
    const items = lists.flatMap((value) => itemsOf(value, separator));
    const repeated = items.filter((item) => (seen.get(item) ?? 0) > 1);
    if (repeated.length >= items.length * enough) return separator;
  }
  return null;
}

/** A separator between brackets parts nothing: "Disturbance (drinking, fighting)" is one. */
export function itemsOf(value: string, separator: string): string[] {
  const items: string[] = [];
  for (const piece of value.split(separator)) {
    const last = items.at(-1);
    if (last !== undefined && opened(last)) items[items.length - 1] = `${last}${separator}${piece}`;
    else items.push(piece);
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function opened(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

function outsideBrackets(value: string): string {
  return value.replace(/\([^()]*\)/g, '');
}
