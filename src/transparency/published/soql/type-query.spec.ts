import { describe, expect, it } from '@jest/globals';
import { checkCost } from './cost.js';
import { readQuery } from './read-clauses.js';
import type { SoqlColumn } from './select-outputs.js';
import { SoqlFault } from './soql-fault.js';
import { soqlStatement } from './soql-statement.js';
import { typeQuery } from './type-query.js';
import type { TypedQuery } from './typed.js';

const COLUMNS: SoqlColumn[] = [
  { name: 'race', type: 'text' },
  { name: 'age', type: 'number' },
  { name: 'hurt', type: 'boolean' },
  { name: 'day', type: 'date' },
];

function typed(text: string): TypedQuery {
  const query = typeQuery(readQuery(text), COLUMNS, (_clause, read) => read());
  return { ...query, search: [], limit: 1_000, offset: 0 };
}
const statement = (text: string) => soqlStatement(typed(text), { table: 'published.rows', textColumns: ['race'] });
const namesOf = (text: string): string[] => typed(text).outputs.map(({ name }) => name);
const typesOf = (text: string): string[] => typed(text).outputs.map(({ expression }) => expression.type);

function faultOf(text: string): [code: string, at: number, nearest: string | null] {
  try {
    typed(text);
  } catch (error) {
    if (error instanceof SoqlFault) return [error.code, error.at, error.nearest];
    throw error;
  }
  throw new Error('It was taken.');
}

describe('what a query may ask', () => {
  it.each([
    ['where rase = 1', 'unknown-column', 6, 'race'],
    ['select upr(race)', 'unknown-function', 7, 'upper'],
    ['select weather', 'unknown-column', 7, null],
    ['select pg_sleep(1)', 'unknown-function', 7, null],
    ["where age = 'old'", 'soql-type', 12, null],
    ['where race = 1', 'soql-type', 13, null],
    ['where race = age', 'soql-type', 13, null],
    ["where day > 'soon'", 'soql-type', 12, null],
    ["where day > '2024-02-30'", 'soql-type', 12, null],
    ['where age', 'soql-type', 6, null],
    ['where hurt > true', 'soql-type', 11, null],
    ['select upper(age)', 'soql-type', 13, null],
    ['select upper()', 'soql-type', 7, null],
    ['select case(hurt)', 'soql-type', 7, null],
    ['select sum(race)', 'soql-type', 11, null],
    ['select max(hurt)', 'soql-type', 7, null],
    ['where count(*) > 1', 'soql-aggregate', 15, null],
    ['select max(sum(age))', 'soql-aggregate', 7, null],
    ['select race, count(*)', 'soql-aggregate', 7, null],
    ['select race group by age', 'soql-aggregate', 7, null],
    ['select count(*) group by race order by age', 'soql-aggregate', 39, null],
    ['select distinct race order by age', 'soql-aggregate', 30, null],
    ['select distinct race, count(*) group by race', 'soql-aggregate', 0, null],
    ['select race as a, age as a', 'soql-name', 18, null],
  ])('not: %s', (text, code, at, nearest) => {
    expect(faultOf(text)).toEqual([code, at, nearest]);
  });

  it('names what was given no name', () => {
    expect(namesOf('select race, count(*), sum(age), upper(race), upper(race), :id group by race, :id')).toEqual([
      ...['race', 'count', 'sum_age', 'upper_race', 'upper_race_2', ':id'],
    ]);
    expect(namesOf('group by race, age > 5')).toEqual(['race', 'age_5']);
    expect(namesOf('select age as race, race')).toEqual(['race', 'race_2']);
  });

  it('knows the type of everything that it shows', () => {
    expect(
      typesOf(
        "select race, age, hurt, day, age / 2, day > '2024-01-01', max(day), coalesce(race, 'x'), :id " +
          'group by race, age, hurt, day, :id',
      ),
    ).toEqual([...['text', 'number', 'boolean', 'date', 'number', 'boolean', 'date', 'text', 'number']]);
  });

  it('means the column in `where`, and what is selected in all that comes after', () => {
    const { where, order, group } = typed("select upper(race) as race where race = 'x' group by race order by race");
    expect(where).toMatchObject({ name: '=', operands: [{ kind: 'column', name: 'race' }, {}] });
    for (const each of [group[0], order[0]?.expression]) expect(each).toMatchObject({ kind: 'call', name: 'upper' });
  });

  it('is the same tree however it is written', () => {
    expect(typed("SELECT `race`  WHERE (age=5)AND day>'2024-01-01T00:00:00'")).toEqual(
      typed("select Race where age = '5' and day > '2024-01-01'"),
    );
  });
});

describe('the statement', () => {
  it('holds nothing of what was written but parameters', () => {
    const hostile = `x'; DROP TABLE published.release; --`;
    const { text, values } = statement(`where race = '${hostile.replaceAll("'", "''")}' or race like '"%\\' limit 5`);
    expect(text).toBe(
      `SELECT t."race", t."age", t."hurt", to_char(t."day", 'YYYY-MM-DD"T"HH24:MI:SS.MS') FROM published.rows t ` +
        `WHERE ((t."race" = $1::text) OR (t."race" LIKE $2::text ESCAPE '')) ` +
        'ORDER BY t.row_number ASC LIMIT 1000',
    );
    expect(values).toEqual([hostile, '"%\\']);
  });

  it('ends every order with the row’s own number, in the direction that an index has', () => {
    expect(statement('order by race').text).toContain('ORDER BY t."race" ASC, t.row_number ASC');
    expect(statement('order by race, age desc').text).toContain(
      'ORDER BY t."race" ASC, t."age" DESC, t.row_number DESC',
    );
    expect(statement('select race, count(*) group by race order by count desc').text).toContain(
      'ORDER BY count(*) DESC, t."race" DESC',
    );
  });

  it('binds equal values once, so that what is shown is known for what is grouped by', () => {
    const { text, values } = statement("select race || 'x', count(*) group by race || 'x'");
    expect(text.match(/\(t\."race" \|\| \$1::text\)/g)).toHaveLength(3);
    expect(values).toEqual(['x']);
  });

  it('is refused when it would cost more than everybody’s share', () => {
    const few = typed('select race where age > 5 order by upper(race)');
    expect(() => {
      checkCost(few, 1_000_000, 1);
    }).not.toThrow();
    const many = typed(`where ${Array.from({ length: 60 }, () => 'age > 5').join(' or ')}`);
    expect(() => {
      checkCost(many, 1_000, 1);
    }).not.toThrow();
    expect(() => {
      checkCost(many, 1_000_000, 1);
    }).toThrow(SoqlFault);
    const wide = typed(`select ${Array.from({ length: 90 }, () => 'race || race').join(', ')}`);
    expect(() => {
      checkCost({ ...wide, limit: 50_000 }, 1_000_000, 1);
    }).toThrow(SoqlFault);
  });
});
