import { type Language } from '../../../platform/html/language.js';
import { text } from '../../../platform/html/text.js';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import { type DatasetFacts, type FactColumn, LIST_SEPARATOR } from './dataset-facts.js';

/** "Is that": rows whose column holds the value; null is "nothing recorded". */
export interface Filter {
  readonly column: FactColumn;
  readonly value: string | null;
}

export type Given = Readonly<Record<string, unknown>>;

/** In a form a field that is left blank asks for nothing: what is empty needs a word of its own. */
export const EMPTY = '~';
const PREFIX = 'is.';
export const filterName = ({ name }: FactColumn): string => `${PREFIX}${name}`;

/** A parameter that is given once, or not at all, or blank. @throws RuleBroken given-twice (400) */
export function once(given: Given, name: string, language: Language): string | null {
  const value = given[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw new RuleBroken('given-twice', text(language, 'ask.twice', { name }), 400);
  return value;
}

/** Given again and again. */
export const every = (given: Given, name: string): string[] =>
  [given[name] ?? []].flat().filter((value): value is string => typeof value === 'string' && value !== '');

/** @throws RuleBroken given-twice, unknown-column (400) */
export function columnNamed(facts: DatasetFacts, name: string, language: Language): FactColumn {
  const column = facts.columns.find((each) => each.name === name);
  if (column) return column;
  throw new RuleBroken('unknown-column', text(language, 'ask.no-column', { name: name.slice(0, 60) }), 400);
}

/** `is.finding=sustained`. @throws RuleBroken given-twice, unknown-column (400) */
export function filtersOf(given: Given, facts: DatasetFacts, language: Language): Filter[] {
  return Object.keys(given)
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => {
      const value = once(given, name, language);
      if (value === null) return [];
      const column = columnNamed(facts, name.slice(PREFIX.length), language);
      return [{ column, value: value === EMPTY ? null : value }];
    });
}

/** As parameters that the query engine takes: of lists, those that hold the word. @param where a condition of one's own */
export function askedBy(filters: readonly Filter[], where: string | null = null): [string, string][] {
  const conditions = [
    ...filters.filter(isOfList).map(({ column, value }) => holds(column.name, value ?? '')),
    ...(where === null ? [] : [where]),
  ];
  const [only] = conditions;
  const whole = conditions.length > 1 ? conditions.map((condition) => `(${condition})`).join(' and ') : only;
  return [
    ...filters
      .filter((filter) => !isOfList(filter))
      .map(({ column, value }): [string, string] => [column.name, value ?? '']),
    ...(whole === undefined ? [] : [['$where', whole] as [string, string]]),
  ];
}

/** What a plain `column=value` does not say. */
export const isOfList = ({ column, value }: Filter): boolean => column.isList && value !== null;

function holds(name: string, word: string): string {
  const text = `${LIST_SEPARATOR}${word}${LIST_SEPARATOR}`.replaceAll("'", "''");
  return `contains('${LIST_SEPARATOR}' || \`${name}\` || '${LIST_SEPARATOR}', '${text}')`;
}

/** As fields of a form. */
export const fieldsOf = (filters: readonly Filter[]): [string, string][] =>
  filters.map(({ column, value }) => [filterName(column), value ?? EMPTY]);
