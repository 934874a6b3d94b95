import type { FaultList } from './fault-list.js';
import type { Terms } from './terms.js';

/** Looks at one value that was told and says what is wrong with it. Pure: `terms` holds the day and the charter's words. */
export type Check = (value: unknown, faults: FaultList, terms: Terms) => void;

/** Control characters but tab and line ends; the mark that a decoder leaves for a byte that it could not read. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;
const NUMBER_FORM = /^[A-Za-z0-9]+(?:[-._/ ][A-Za-z0-9]+)*$/;
const ORI_FORM = /^[A-Z0-9]{9}$/;
const DAY_FORM = /^\d{4}-\d\d-\d\d$/;

export const text =
  (most: number): Check =>
  (value, faults) => {
    if (typeof value !== 'string') faults.add('not-text');
    else if (value.trim() === '') faults.add('blank');
    else if (value.length > most) faults.add('too-long', { most });
    else if (UNREADABLE.test(value) || !value.isWellFormed()) faults.add('unreadable-text');
  };

/** A number that names a thing (a report's, an incident's, a badge's): text, because of its letters and leading zeros. */
export const numberOf =
  (most: number): Check =>
  (value, faults) => {
    if (typeof value !== 'string') faults.add('not-text');
    else if (value.length > most || !NUMBER_FORM.test(value)) faults.add('number-form', { most });
  };

export const choice =
  (choices: readonly string[]): Check =>
  (value, faults) => {
    if (typeof value !== 'string' || !choices.includes(value))
      faults.add('not-a-choice', { choices: choices.join(', ') });
  };

export const charterCode =
  (vocabulary: 'races' | 'genders' | 'forceTypes'): Check =>
  (value, faults, terms) => {
    const known = terms[vocabulary];
    if (typeof value !== 'string' || !known.has(value))
      faults.add('not-in-charter', { choices: [...known].join(', ') });
  };

export const wholeNumber =
  (least: number, most: number): Check =>
  (value, faults) => {
    if (!Number.isInteger(value)) faults.add('not-a-whole-number');
    else if ((value as number) < least || (value as number) > most) faults.add('out-of-range', { least, most });
  };

export const decimalNumber =
  (least: number, most: number): Check =>
  (value, faults) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) faults.add('not-a-number');
    else if (value < least || value > most) faults.add('out-of-range', { least, most });
  };

/** An agency's originating identifier in the federal system. */
export const ori: Check = (value, faults) => {
  if (typeof value !== 'string' || !ORI_FORM.test(value)) faults.add('not-an-ori');
};

export const yesOrNo: Check = (value, faults) => {
  if (typeof value !== 'boolean') faults.add('not-yes-or-no');
};

/** A day gone by, or today. Days written YYYY-MM-DD sort as text. */
export const pastDay: Check = (value, faults, { today }) => {
  if (typeof value !== 'string' || !DAY_FORM.test(value) || !isInCalendar(value)) faults.add('not-a-date');
  else if (value > today) faults.add('in-the-future');
  else if (value < '1900-01-01') faults.add('too-long-ago');
};

function isInCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const MOST_WORDS = 20;

/** A list of short words, each said once; "none" is not said beside others. */
export const words: Check = (value, faults, terms) => {
  eachWord(value, faults, terms);
  if (!Array.isArray(value) || value.length < 2 || value.length > MOST_WORDS) return;
  value.forEach((word: unknown, index) => {
    if (typeof word !== 'string' || word.toLowerCase() !== 'none') return;
    faults.enter(index);
    faults.add('none-not-alone');
    faults.leave();
  });
};

/** A list of values that are each right, each said once. */
export function eachOf(check: Check): Check {
  return (value, faults, terms) => {
    if (!Array.isArray(value)) faults.add('not-a-list');
    else if (value.length > MOST_WORDS) faults.add('too-many', { most: MOST_WORDS });
    else {
      value.forEach((word: unknown, index) => {
        faults.enter(index);
        check(word, faults, terms);
        if (value.indexOf(word) < index) faults.add('said-twice');
        faults.leave();
      });
    }
  };
}

const eachWord = eachOf(text(60));
