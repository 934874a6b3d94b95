import type { RowTexts } from '../ask-release.js';
import type { Output, SoqlType } from '../soql/typed.js';

export type Row = RowTexts;

/** Turns the rows of one answer into its text. */
export interface AnswerWriter {
  readonly type: string;
  begin(outputs: readonly Output[]): void;
  row(row: Row): void;
  end(): string;
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
