import type { Output, SoqlType } from '../soql/typed.js';

export type Row = readonly (string | null)[];

/** Turns rows into the text of an answer, one at a time. */
export interface AnswerWriter {
  readonly type: string;
  begin(outputs: readonly Output[]): string;
  row(row: Row, first: boolean): string;
  readonly end: string;
}

/** SODA's names of types, in its headers and in its descriptions of datasets. */
export const HEADER_TYPES: Readonly<Record<SoqlType, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'floating_timestamp',
};
export const VIEW_TYPES: Readonly<Record<SoqlType, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'checkbox',
  date: 'calendar_date',
};
