import type { Typed, TypedQuery } from '../../../src/transparency/published/soql/typed.js';
import { Fraction } from './fraction.js';
import { plainAggregates, plainFunctions } from './plain-functions.js';
import type { Cell, CellType, TableColumn } from './published-table.js';
import { compare, keyOf, Moment, shown, type Value } from './value.js';

type Row = ReadonlyMap<string, Value>;
export type ShownRow = Record<string, string | boolean>;

/**
 * The answer by going through all rows, one by one, with the meaning of each word written a second time: it shares with the
 * engine the shape of the tree and nothing else. Slow, plain, and what every answer is held against.
 */
export class PlainTable {
  private readonly rows: Row[];

  constructor(
    private readonly columns: readonly TableColumn[],
    cells: readonly (readonly Cell[])[],
  ) {
    this.rows = cells.map(
      (row, at) =>
        new Map<string, Value>([
          ...columns.map(({ name, type }, place) => [name, valueOf(row[place] ?? null, type)] as const),
          [':id', Fraction.of(BigInt(at + 1))],
        ]),
    );
  }

  /** Rows as SODA's JSON has them. */
  answer(query: TypedQuery): ShownRow[] {
    const rows = this.rows.filter((row) => this.passes(row, query));
    const groups = query.grouped ? groupsOf(rows, query.group) : rows.map((row) => [row]);
    const last: Typed[] = query.grouped ? [...query.group] : [{ kind: 'column', name: ':id', type: 'number' }];
    const descending = query.order.at(-1)?.descending ?? false;
    const order = [...query.order, ...last.map((expression) => ({ expression, descending }))];
    return groups
      .filter((group) => query.having === null || value(query.having, group) === true)
      .map((group) => ({ group, sort: order.map(({ expression }) => value(expression, group)) }))
      .sort((one, other) => before(one.sort, other.sort, order))
      .slice(query.offset, query.offset + query.limit)
      .map(({ group }) => shownRow(query, group));
  }

  private passes(row: Row, { where, search }: TypedQuery): boolean {
    const texts = this.columns.filter(({ type }) => type === 'text').map(({ name }) => row.get(name) as string | null);
    const found = search.every((word) => texts.some((text) => text?.toLowerCase().includes(word.toLowerCase())));
    return found && (where === null || value(where, [row]) === true);
  }
}

function groupsOf(rows: Row[], keys: readonly Typed[]): Row[][] {
  if (keys.length === 0) return [rows];
  return [...Map.groupBy(rows, (row) => JSON.stringify(keys.map((each) => keyOf(value(each, [row]))))).values()];
}

function shownRow({ outputs }: TypedQuery, group: Row[]): ShownRow {
  const cells = outputs.map(({ name, expression }) => [name, shown(value(expression, group))] as const);
  return Object.fromEntries(cells.filter((cell): cell is [string, string | boolean] => cell[1] !== null));
}

/** Of a group: what is no figure over it is the same for all of its rows. */
function value(expression: Typed, group: readonly Row[]): Value {
  if (expression.kind === 'column') return group[0]?.get(expression.name) ?? null;
  if (expression.kind === 'literal') return literalValue(expression);
  const { name, operands } = expression;
  if (name === 'count(*)') return Fraction.of(BigInt(group.length));
  const aggregate = plainAggregates[name];
  if (!aggregate) return plainFunctions[name]!(...operands.map((operand) => value(operand, group)));
  return aggregate(group.map((row) => value(operands[0]!, [row])).filter((each) => each !== null));
}

function valueOf(cell: Cell, type: CellType): Value {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return Fraction.of(BigInt(cell));
  return type === 'date' ? new Moment(`${cell}T00:00:00.000`) : cell;
}

function literalValue({ type, value: text }: Typed & { kind: 'literal' }): Value {
  if (text === null) return null;
  if (type === 'boolean') return text === 'true';
  if (type === 'date') return new Moment(text);
  return type === 'number' ? Fraction.read(text) : text;
}

/** What is empty comes last, and first when the order is turned round. */
function before(one: readonly Value[], other: readonly Value[], order: TypedQuery['order']): number {
  for (let at = 0; at < order.length; at++) {
    const [left, right] = [one[at] ?? null, other[at] ?? null];
    const sign = order[at]!.descending ? -1 : 1;
    if (left === null || right === null) {
      if (left !== right) return left === null ? sign : -sign;
    } else if (compare(left, right) !== 0) return sign * compare(left, right);
  }
  return 0;
}
