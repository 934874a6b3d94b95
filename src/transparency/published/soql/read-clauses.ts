import { commas, readExpression } from './read-expression.js';
import { refused } from './soql-fault.js';
import type { Clauses, Expression, Ordering, Selected, Selection } from './syntax.js';
import { RESERVED, TokenReader } from './token-reader.js';

/** What follows `$select=`. @throws SoqlFault */
export const readSelect = (text: string): Selection => whole(text, selection);
/** What follows `$where=` or `$having=`. @throws SoqlFault */
export const readCondition = (text: string): Expression => whole(text, readExpression);
/** What follows `$group=`. @throws SoqlFault */
export const readGroup = (text: string): Expression[] =>
  whole(text, (reader) => commas(reader, () => readExpression(reader)));
/** What follows `$order=`. @throws SoqlFault */
export const readOrder = (text: string): Ordering[] => whole(text, orderings);

/** A whole query in one text, what follows `$query=`. @throws SoqlFault */
export function readQuery(text: string): Clauses {
  return whole(text, (reader) => ({
    select: reader.takes('name', 'select') ? selection(reader) : null,
    where: reader.takes('name', 'where') ? readExpression(reader) : null,
    group: by(reader, 'group') ? commas(reader, () => readExpression(reader)) : [],
    having: reader.takes('name', 'having') ? readExpression(reader) : null,
    search: reader.takes('name', 'search') ? value(reader, 'text', 'the words to look for, in quotes') : null,
    order: by(reader, 'order') ? orderings(reader) : [],
    limit: reader.takes('name', 'limit') ? value(reader, 'number', 'a whole number') : null,
    offset: reader.takes('name', 'offset') ? value(reader, 'number', 'a whole number') : null,
  }));
}

function whole<T>(text: string, read: (reader: TokenReader) => T): T {
  const reader = new TokenReader(text);
  const result = read(reader);
  if (reader.next.kind !== 'end') throw reader.unexpected('the end');
  return result;
}

function selection(reader: TokenReader): Selection {
  const distinct = reader.takes('name', 'distinct') !== null;
  return { distinct, items: commas(reader, () => selected(reader)) };
}

function selected(reader: TokenReader): Selected {
  const { at } = reader.next;
  if (reader.takes('symbol', '*')) return { kind: 'all', at };
  if (reader.takes('name', ':*')) return { kind: 'system', at };
  const expression = readExpression(reader);
  return { kind: 'expression', expression, alias: reader.takes('name', 'as') ? alias(reader) : null, at };
}

/** Names of answers are what names of columns are: nothing in a header or in a program's code need be escaped. */
function alias(reader: TokenReader): string {
  const { kind, value: name, at } = reader.next;
  if (kind !== 'quoted' && (kind !== 'name' || RESERVED.has(name))) throw reader.unexpected('a name');
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name))
    throw refused('soql-name', at, 'A name begins with a letter and goes on with letters, digits and `_`, 63 at most.');
  reader.take();
  return name;
}

function by(reader: TokenReader, word: 'group' | 'order'): boolean {
  if (!reader.takes('name', word)) return false;
  reader.expect('name', 'by');
  return true;
}

function orderings(reader: TokenReader): Ordering[] {
  return commas(reader, () => {
    const expression = readExpression(reader);
    const direction = reader.takes('name', 'asc', 'desc');
    return { expression, descending: direction?.value === 'desc' };
  });
}

function value(reader: TokenReader, kind: 'text' | 'number', wanted: string): string {
  if (reader.next.kind !== kind) throw reader.unexpected(wanted);
  return reader.take().value;
}
