import { keyOf, type Output, type Typed, type TypedQuery } from '../../../src/transparency/published/soql/typed.js';
import type { Chance } from './chance.js';
import type { TableColumn } from './published-table.js';
import { made, RandomExpression } from './random-expression.js';

/** A question as it will be printed: which of its outputs were given their names. */
export interface RandomQuery {
  readonly query: TypedQuery;
  readonly distinct: boolean;
  readonly named: ReadonlySet<string>;
  /** Nothing is said of what to show. */
  readonly everything: boolean;
}

const LIMITS = [0, 1, 2, 5, 20, 1_000];

/** A question of any kind over a table. */
export function randomQuery(chance: Chance, columns: readonly TableColumn[]): RandomQuery {
  const random = new RandomExpression(chance, columns);
  const depth = chance.to(4);
  const kind = chance.from(['rows', 'rows', 'rows', 'groups', 'groups', 'distinct'] as const);
  const group = kind === 'groups' ? times(chance.to(4), () => random.firm(random.type(), Math.min(depth, 2))) : [];
  const figures = () => groupValue(chance, random, group, 2);
  const make = kind === 'groups' ? figures : () => random.firm(random.type(), depth);
  const everything = kind === 'rows' && chance.of(0.3);
  const outputs = everything ? columnsOf(columns) : outputsOf(chance, make);
  const shown = outputs.map(({ expression }) => expression);
  const sortable =
    kind === 'distinct' ? () => chance.from(shown) : () => (chance.of(0.4) ? chance.from(shown) : make());
  const query: TypedQuery = {
    outputs,
    where: chance.of(0.6) ? random.any('boolean', depth) : null,
    search: chance.of(0.1) ? times(1 + chance.to(2), () => chance.from(['a', 'BLACK', 'é', 'ñora', "'", '%'])) : [],
    grouped: kind !== 'rows',
    group: kind === 'distinct' ? shown : group,
    having: kind === 'groups' && chance.of(0.4) ? groupCondition(chance, random, group) : null,
    order: chance.of(0.6)
      ? times(1 + chance.to(3), () => ({ expression: sortable(), descending: chance.of(0.5) }))
      : [],
    limit: chance.from(LIMITS),
    offset: chance.of(0.3) ? chance.to(30) : 0,
  };
  const plain = kind === 'groups' && group.length === 0 && !hasFigure(query);
  if (plain) return randomQuery(chance, columns);
  return {
    query,
    distinct: kind === 'distinct',
    named: new Set(outputs.filter(isNamed).map(({ name }) => name)),
    everything,
  };
}

const isNamed = ({ name }: Output): boolean => /^n\d+$/.test(name);
const columnsOf = (columns: readonly TableColumn[]): Output[] =>
  columns.map(({ name, type }) => ({
    name,
    expression: { kind: 'column', name, type: type === 'integer' ? 'number' : type },
  }));

/** Names are given, but where the name that is given by itself is plain: a column's own. */
function outputsOf(chance: Chance, make: () => Typed): Output[] {
  const taken = new Set<string>();
  return times(1 + chance.to(4), (at) => {
    const expression = make();
    const own = expression.kind === 'column' && !taken.has(expression.name) && chance.of(0.5) ? expression.name : null;
    taken.add(own ?? '');
    return { name: own ?? `n${at}`, expression };
  });
}

/** A value of a group: one that it is grouped by, a figure, or something made of these. */
function groupValue(chance: Chance, random: RandomExpression, group: readonly Typed[], depth: number): Typed {
  if (group.length > 0 && chance.of(0.4)) return chance.from(group);
  if (depth > 0 && chance.of(0.3)) {
    const of = groupValue(chance, random, group, depth - 1);
    const other: Typed = chance.of(0.5) ? random.literal(of.type) : of;
    if (of.type === 'number') return made(chance.from(['+', '*', '/', '-']), 'number', of, other);
    if (of.kind !== 'literal')
      return made('case', of.type, made('is null', 'boolean', of), of, random.literal('boolean'), other);
  }
  return figure(chance, random);
}

function figure(chance: Chance, random: RandomExpression): Typed {
  const ordered = chance.from(['text', 'number', 'date'] as const);
  return chance.from([
    () => made('count(*)', 'number'),
    () => made('count', 'number', random.firm(random.type(), 1)),
    () => made('count distinct', 'number', random.firm(random.type(), 1)),
    () => made(chance.from(['sum', 'avg']), 'number', random.firm('number', 1)),
    () => made(chance.from(['min', 'max']), ordered, random.firm(ordered, 1)),
  ])();
}

function groupCondition(chance: Chance, random: RandomExpression, group: readonly Typed[]): Typed {
  const value = groupValue(chance, random, group, 1);
  const firm = value.kind === 'literal' ? made('count(*)', 'number') : value;
  const sign = firm.type === 'boolean' ? '=' : chance.from(['=', '!=', '<', '>=']);
  return made(sign, 'boolean', firm, random.literal(firm.type));
}

const FIGURES = ['count(*)', 'count', 'count distinct', 'sum', 'avg', 'min', 'max'];
const isFigure = (each: Typed): boolean =>
  each.kind === 'call' && (FIGURES.includes(each.name) || each.operands.some(isFigure));
const hasFigure = ({ outputs, order, having }: TypedQuery): boolean =>
  having !== null || [...outputs, ...order].some(({ expression }) => isFigure(expression));

/** Whether the expression is one of these. */
export const isAmong = (expression: Typed, others: readonly Typed[]): boolean =>
  others.some((other) => keyOf(other) === keyOf(expression));

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
