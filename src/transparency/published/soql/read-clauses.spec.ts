import { describe, expect, it } from '@jest/globals';
import { readCondition, readGroup, readOrder, readQuery, readSelect } from './read-clauses.js';
import { SoqlFault } from './soql-fault.js';
import type { Expression } from './syntax.js';

/** The tree as text, every call in parentheses: nothing is left to precedence. */
function drawn(expression: Expression): string {
  if (expression.kind === 'column') return expression.name;
  if (expression.kind === 'literal') return expression.type === 'text' ? `'${expression.value}'` : expression.value;
  return `(${[expression.name, ...expression.operands.map(drawn)].join(' ')})`;
}

function faultOf(read: () => unknown): { code: string; at: number } {
  try {
    read();
  } catch (error) {
    if (error instanceof SoqlFault) return { code: error.code, at: error.at };
    throw error;
  }
  throw new Error('It was read.');
}

describe('a condition', () => {
  it.each([
    ['a = 1 or b = 2 and c = 3', '(or (= a 1) (and (= b 2) (= c 3)))'],
    ['not a = 1 and not not b', '(and (not (= a 1)) (not (not b)))'],
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a - b - c', '(- (- a b) c)'],
    ['-a * --b', '(* (negative a) (negative (negative b)))'],
    ['(a or b) and c', '(and (or a b) c)'],
    ["a || 'x' = b", "(= (|| a 'x') b)"],
    ['a BETWEEN 1 AND 2 and b', '(and (between a 1 2) b)'],
    ['a not between 1 and 2 + 3', '(not between a 1 (+ 2 3))'],
    ["a in ('x', 'y')", "(in a 'x' 'y')"],
    ["a not in ('x')", "(not in a 'x')"],
    ["a not like '%x'", "(not like a '%x')"],
    ['a is not null or b is null', '(or (is not null a) (is null b))'],
    ["a == 'it''s' and a <> ''", "(and (= a 'it's') (!= a ''))"],
    ['count(*) > 1 and count(distinct a) < .5', '(and (> (count(*)) 1) (< (count distinct a) .5))'],
    ["case(a > 1, 'x', true, 'y')", "(case (> a 1) 'x' true 'y')"],
    ['`Order` = :id and RACE = null', '(and (= order :id) (= race null))'],
    ["starts_with(\n\tupper(a),'B')", "(starts_with (upper a) 'B')"],
  ])('%s', (text, tree) => {
    expect(drawn(readCondition(text))).toBe(tree);
  });

  it.each([
    ['', 0],
    ['a =', 3],
    ['(a = 1', 6],
    ['a = 1)', 5],
    ['a = b = c', 6],
    ["a = 'x", 4],
    ['a = "x"', 4],
    ['a ! b', 2],
    ['a = 1 and', 9],
    ['a not 1', 6],
    ['a in ()', 6],
    ['a in 1', 5],
    ['a is 1', 5],
    ['a between 1 or 2', 12],
    ['order = 1', 0],
    ['1e5 = a', 1],
    ['a = 1; drop table x', 5],
    ['a.b = 1', 1],
    ['a = $1', 4],
    ['count(distinct *) = 1', 15],
  ])('cannot be read: %j, at %d', (text, at) => {
    expect(faultOf(() => readCondition(text))).toEqual({ code: 'soql-syntax', at });
  });

  it('is no way to make us work: length, depth, parts and values are bounded', () => {
    const heavy = [
      'a'.repeat(10_001),
      `${'('.repeat(61)}a${')'.repeat(61)}`,
      `${'not '.repeat(61)}a`,
      `${'-'.repeat(61)}a`,
      Array.from({ length: 501 }, () => 'a').join('+'),
      `a = '${'x'.repeat(501)}'`,
      `a = ${'9'.repeat(31)}`,
    ];
    for (const text of heavy) expect(faultOf(() => readCondition(text)).code).toBe('soql-too-costly');
  });
});

describe('the other clauses', () => {
  it('reads what is selected, and under which name', () => {
    const { distinct, items } = readSelect('DISTINCT *, :*, sum(a) as `Total`, b AS b2');
    expect(distinct).toBe(true);
    const told = items.map((item) =>
      item.kind === 'expression' ? [drawn(item.expression), item.alias, item.at] : [item.kind],
    );
    expect(told).toEqual([['all'], ['system'], ['(sum a)', 'total', 16], ['b', 'b2', 35]]);
  });

  it.each([['a as 1'], ['a as select'], ['a as'], ['a b'], ['a,'], [', a'], ['distinct'], ['* as x']])(
    'cannot read %j',
    (text) => {
      expect(faultOf(() => readSelect(text)).code).toBe('soql-syntax');
    },
  );

  it('takes no name that would have to be escaped somewhere', () => {
    for (const name of ['`a b`', '`a"`', '`é`', '`1a`', `a${'b'.repeat(63)}`, '``'])
      expect(faultOf(() => readSelect(`a as ${name}`)).code).toBe('soql-name');
  });

  it('reads orders and groups', () => {
    const order = readOrder('a, b desc, upper(c) ASC');
    expect(order.map(({ expression, descending }) => [drawn(expression), descending])).toEqual([
      ['a', false],
      ['b', true],
      ['(upper c)', false],
    ]);
    expect(readGroup('a, date_trunc_ym(b)').map(drawn)).toEqual(['a', '(date_trunc_ym b)']);
  });

  it('reads a whole query, each part once and in its order', () => {
    const { select, where, group, having, search, order, limit, offset } = readQuery(
      "select a, count(*) where b = 1 group by a having count(*) > 2 search 'x y' order by a desc limit 5 offset 10",
    );
    expect(select?.items).toHaveLength(2);
    expect([where, having].map((each) => each && drawn(each))).toEqual(['(= b 1)', '(> (count(*)) 2)']);
    expect(group.map(drawn)).toEqual(['a']);
    expect([search, order.length, limit, offset]).toEqual(['x y', 1, '5', '10']);
    expect(readQuery('').select).toBeNull();
    for (const text of [
      'where a select b',
      'limit 5 limit 6',
      'group a',
      'limit x',
      'search x',
      'select a |> select b',
    ])
      expect(faultOf(() => readQuery(text)).code).toBe('soql-syntax');
  });
});
