import type { RowTexts } from './ask-release.js';
import { type Output, ROW_ID } from './soql/typed.js';

/** A row as an object with values of their types: numbers and truths as such, dates as YYYY-MM-DD, nothing as null. */
export function rowAsJson(outputs: readonly Output[]): (row: RowTexts) => string {
  const cells = outputs.map(({ name, expression }) => ({
    name: `${JSON.stringify(name)}:`,
    write: WRITE[expression.type],
  }));
  return (row) => `{${cells.map(({ name, write }, at) => name + ofCell(row[at], write)).join(',')}}`;
}

const WRITE = {
  text: (value: string): string => JSON.stringify(value),
  number: (value: string): string => value,
  boolean: (value: string): string => (value === 't' ? 'true' : 'false'),
  date: (value: string): string => `"${value.slice(0, 10)}"`,
};

const ofCell = (value: string | null | undefined, write: (value: string) => string): string =>
  value === null || value === undefined ? 'null' : write(value);

/** A value of an answer as text: of a CSV cell, of a cursor. */
export function asText({ expression }: Output, value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (expression.type === 'boolean') return value === 't' ? 'true' : 'false';
  return expression.type === 'date' ? value.slice(0, 10) : value;
}

export const isRowNumber = ({ expression }: Output): boolean =>
  expression.kind === 'column' && expression.name === ROW_ID;
