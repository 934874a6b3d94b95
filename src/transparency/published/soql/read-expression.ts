import type { Expression } from './syntax.js';
import { RESERVED, type TokenReader } from './token-reader.js';

/** What binds most loosely first. The grammar stands in docs/soql.md. */
export function readExpression(reader: TokenReader): Expression {
  return reader.deeper(() => joined(reader, 'or', () => joined(reader, 'and', () => negation(reader))));
}

function joined(reader: TokenReader, word: 'and' | 'or', part: () => Expression): Expression {
  let left = part();
  for (let token = reader.takes('name', word); token; token = reader.takes('name', word))
    left = call(reader, word, [left, part()], token.at);
  return left;
}

function negation(reader: TokenReader): Expression {
  const token = reader.takes('name', 'not');
  if (!token) return comparison(reader);
  return call(reader, 'not', [reader.deeper(() => negation(reader))], token.at);
}

const COMPARISONS: Readonly<Record<string, string>> = {
  ...{ '=': '=', '==': '=', '!=': '!=', '<>': '!=' },
  ...{ '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
};

function comparison(reader: TokenReader): Expression {
  const left = sum(reader);
  const { next } = reader;
  const sign = reader.takes('symbol', ...Object.keys(COMPARISONS));
  if (sign) return call(reader, COMPARISONS[sign.value] ?? '=', [left, sum(reader)], sign.at);
  if (reader.takes('name', 'is')) {
    const name = reader.takes('name', 'not') ? 'is not null' : 'is null';
    reader.expect('name', 'null');
    return call(reader, name, [left], next.at);
  }
  const negated = next.kind === 'name' && next.value === 'not' && reader.takes('name', 'not') ? 'not ' : '';
  if (reader.takes('name', 'like')) return call(reader, `${negated}like`, [left, sum(reader)], next.at);
  if (reader.takes('name', 'in')) return call(reader, `${negated}in`, [left, ...list(reader)], next.at);
  if (reader.takes('name', 'between')) {
    const low = sum(reader);
    reader.expect('name', 'and');
    return call(reader, `${negated}between`, [left, low, sum(reader)], next.at);
  }
  if (negated !== '') throw reader.unexpected('`like`, `in` or `between`');
  return left;
}

function list(reader: TokenReader): Expression[] {
  reader.expect('symbol', '(');
  const items = commas(reader, () => readExpression(reader));
  reader.expect('symbol', ')');
  return items;
}

/** One or more, with commas between them. */
export function commas<T>(reader: TokenReader, read: () => T): T[] {
  const items = [read()];
  while (reader.takes('symbol', ',')) items.push(read());
  return items;
}

function sum(reader: TokenReader): Expression {
  return infix(reader, ['+', '-', '||'], () => infix(reader, ['*', '/', '%'], () => signed(reader)));
}

function infix(reader: TokenReader, signs: readonly string[], part: () => Expression): Expression {
  let left = part();
  for (let token = reader.takes('symbol', ...signs); token; token = reader.takes('symbol', ...signs))
    left = call(reader, token.value, [left, part()], token.at);
  return left;
}

function signed(reader: TokenReader): Expression {
  const minus = reader.takes('symbol', '-');
  if (minus) return call(reader, 'negative', [reader.deeper(() => signed(reader))], minus.at);
  return primary(reader);
}

function primary(reader: TokenReader): Expression {
  const { kind, value, at } = reader.next;
  if (kind === 'symbol' && value === '(') return parenthesised(reader);
  if (kind === 'text' || kind === 'number') return literal(reader, kind);
  if (kind === 'name' && (value === 'true' || value === 'false')) return literal(reader, 'boolean');
  if (kind === 'name' && value === 'null') return literal(reader, 'null');
  const isName = kind === 'quoted' || (kind === 'name' && !RESERVED.has(value) && value !== ':*');
  if (!isName) throw reader.unexpected('a column, a value or a function');
  reader.take();
  if (kind === 'name' && reader.takes('symbol', '(')) return called(reader, value, at);
  reader.count(at);
  return { kind: 'column', name: value, at };
}

function parenthesised(reader: TokenReader): Expression {
  reader.take();
  const inner = readExpression(reader);
  reader.expect('symbol', ')');
  return inner;
}

function called(reader: TokenReader, name: string, at: number): Expression {
  if (name === 'count' && reader.takes('symbol', '*')) {
    reader.expect('symbol', ')');
    return call(reader, 'count(*)', [], at);
  }
  if (reader.takes('symbol', ')')) return call(reader, name, [], at);
  const distinct = name === 'count' && reader.takes('name', 'distinct') !== null;
  const operands = commas(reader, () => readExpression(reader));
  reader.expect('symbol', ')');
  return call(reader, distinct ? 'count distinct' : name, operands, at);
}

function literal(reader: TokenReader, type: 'text' | 'number' | 'boolean' | 'null'): Expression {
  const { value, at } = reader.take();
  reader.count(at);
  return { kind: 'literal', type, value, at };
}

function call(reader: TokenReader, name: string, operands: readonly Expression[], at: number): Expression {
  reader.count(at);
  return { kind: 'call', name, operands, at };
}
