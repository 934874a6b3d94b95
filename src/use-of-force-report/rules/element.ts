import { type FieldTable, listOf } from './field-table.js';
import * as checks from './value-checks.js';
import type { Check } from './value-checks.js';

/** How an element's value is written, for those who describe it. */
export type ElementForm =
  | { kind: 'text'; most: number }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'code'; vocabulary: 'races' | 'genders' | 'forceTypes'; list: boolean }
  | { kind: 'number'; least: number; most: number; whole: boolean }
  | { kind: 'yes-or-no' }
  | { kind: 'day' }
  | { kind: 'words' }
  | { kind: 'agencies' };

/** One thing that a report can say: how it is checked, how it is written, and what it means. */
export interface Element<Value> {
  check: Check;
  form: ElementForm;
  /** One sentence for those who fill it in. */
  says: string;
  /** Never there: it carries the type of the value. */
  readonly value?: Value;
}

export type Elements = Readonly<Record<string, Element<unknown>>>;

export const text = (most: number, says: string): Element<string> => ({
  check: checks.text(most),
  form: { kind: 'text', most },
  says,
});

export const numberOf = (most: number, says: string): Element<string> => ({
  check: checks.numberOf(most),
  form: { kind: 'text', most },
  says,
});

export const numbersOf = (most: number, says: string): Element<string[]> => ({
  check: checks.eachOf(checks.numberOf(most)),
  form: { kind: 'words' },
  says,
});

export const choice = <Choice extends string>(choices: readonly Choice[], says: string): Element<Choice> => ({
  check: checks.choice(choices),
  form: { kind: 'choice', choices },
  says,
});

type Vocabulary = 'races' | 'genders' | 'forceTypes';

export const code = (vocabulary: Vocabulary, says: string): Element<string> => ({
  check: checks.charterCode(vocabulary),
  form: { kind: 'code', vocabulary, list: false },
  says,
});

export const codes = (vocabulary: Vocabulary, says: string): Element<string[]> => ({
  check: checks.eachOf(checks.charterCode(vocabulary)),
  form: { kind: 'code', vocabulary, list: true },
  says,
});

export const whole = (least: number, most: number, says: string): Element<number> => ({
  check: checks.wholeNumber(least, most),
  form: { kind: 'number', least, most, whole: true },
  says,
});

export const decimal = (least: number, most: number, says: string): Element<number> => ({
  check: checks.decimalNumber(least, most),
  form: { kind: 'number', least, most, whole: false },
  says,
});

export const yesNo = (says: string): Element<boolean> => ({ check: checks.yesOrNo, form: { kind: 'yes-or-no' }, says });
export const day = (says: string): Element<string> => ({ check: checks.pastDay, form: { kind: 'day' }, says });
export const words = (says: string): Element<string[]> => ({ check: checks.words, form: { kind: 'words' }, says });
export const ori = (says: string): Element<string> => ({ check: checks.ori, form: { kind: 'text', most: 9 }, says });

export interface OtherAgency {
  ori?: string | null;
  caseNumber?: string | null;
}

export const agencies = (table: FieldTable, most: number, says: string): Element<OtherAgency[]> => ({
  check: listOf(table, most),
  form: { kind: 'agencies' },
  says,
});
