import { keyOf, type Typed } from '../../../src/transparency/published/soql/typed.js';
import { RESERVED } from '../../../src/transparency/published/soql/token-reader.js';
import type { Chance } from './chance.js';
import type { RandomQuery } from './random-query.js';

/** How tightly each sign binds; docs/soql.md has the same table. */
const LEVELS: Readonly<Record<string, number>> = {
  ...{ or: 1, and: 2, not: 3 },
  ...{ '=': 4, '!=': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, like: 4, 'not like': 4, in: 4, 'not in': 4 },
  ...{ between: 4, 'not between': 4, 'is null': 4, 'is not null': 4 },
  ...{ '+': 5, '-': 5, '||': 5, '*': 6, '/': 6, '%': 6, negative: 7 },
};
const PRIMARY = 8;

/** Writes a question down as somebody might: with as few parentheses as the grammar allows, or more, in any case and spacing. */
export class PrintedQuery {
  constructor(private readonly chance: Chance) {}

  parameters(random: RandomQuery): Record<string, string> {
    const parts = this.parts(random);
    const { search } = random.query;
    if (search.length === 0 && this.chance.of(0.3)) return { $query: this.whole(parts) };
    const words = search.length === 0 ? {} : { $q: search.join(this.space()) };
    return { ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [`$${name}`, text])), ...words };
  }

  private parts({ query, distinct, named, everything }: RandomQuery): Record<string, string> {
    const aliases = new Map(
      query.outputs.filter(({ name }) => named.has(name)).map(({ name, expression }) => [keyOf(expression), name]),
    );
    const named0 = (each: Typed): string => {
      const alias = aliases.get(keyOf(each));
      return alias !== undefined && this.chance.of(0.5) ? alias : this.text(each, 1);
    };
    const select = query.outputs.map(({ name, expression }) =>
      named.has(name) ? `${this.text(expression, 1)} ${this.word('as')} ${name}` : this.text(expression, 1),
    );
    const group = distinct ? [] : query.group.map(named0);
    const order = query.order.map(
      ({ expression, descending }) =>
        named0(expression) + (descending ? ` ${this.word('desc')}` : this.chance.of(0.3) ? ` ${this.word('asc')}` : ''),
    );
    return {
      ...(everything
        ? this.chance.of(0.3)
          ? { select: '*' }
          : {}
        : { select: (distinct ? 'distinct ' : '') + this.list(select) }),
      ...(query.where ? { where: this.text(query.where, 1) } : {}),
      ...(group.length > 0 ? { group: this.list(group) } : {}),
      ...(query.having ? { having: named0(query.having) } : {}),
      ...(order.length > 0 ? { order: this.list(order) } : {}),
      ...(query.limit === 1_000 ? {} : { limit: String(query.limit) }),
      ...(query.offset === 0 ? {} : { offset: String(query.offset) }),
    };
  }

  private whole(parts: Record<string, string>): string {
    const words = {
      select: 'select',
      where: 'where',
      group: 'group by',
      having: 'having',
      order: 'order by',
      limit: 'limit',
      offset: 'offset',
    };
    return Object.entries(words)
      .filter(([name]) => parts[name] !== undefined)
      .map(([name, word]) => `${this.word(word)} ${parts[name]!}`)
      .join(' ');
  }

  /** The expression where something that binds at least as tightly as `level` must stand. */
  private text(expression: Typed, level: number, quoted = false): string {
    const own = expression.kind === 'call' ? (LEVELS[expression.name] ?? PRIMARY) : PRIMARY;
    const text = this.bare(expression, quoted);
    return own < level || this.chance.of(0.05) ? `(${text})` : text;
  }

  private bare(expression: Typed, quoted: boolean): string {
    if (expression.kind === 'column') return this.column(expression.name);
    if (expression.kind === 'literal') return this.literal(expression, quoted);
    const { name, operands } = expression;
    const [first, ...rest] = operands;
    const level = LEVELS[name];
    if (name === 'count(*)') return `${this.word('count')}(${this.space(0)}*${this.space(0)})`;
    if (name === 'count distinct') return `${this.word('count')}(${this.word('distinct')} ${this.text(first!, 1)})`;
    if (level === undefined)
      return `${this.word(name)}${this.space(0)}(${this.list(operands.map((each) => this.text(each, 1)))})`;
    if (name === 'not') return `${this.word('not')} ${this.text(first!, level)}`;
    if (name === 'negative') return `-${this.space(0)}${this.text(first!, level)}`;
    const soft = level === 4 && first!.kind !== 'literal';
    if (level === 4) return `${this.text(first!, 5)} ${this.comparison(name, rest, soft)}`;
    const sign = /\w/.test(name) ? ` ${this.word(name)} ` : this.space(0) + name + this.space(0);
    return this.text(first!, level) + sign + this.text(rest[0]!, level + 1);
  }

  private comparison(name: string, operands: readonly Typed[], soft: boolean): string {
    const texts = operands.map((each) => this.text(each, name.endsWith('in') ? 1 : 5, soft));
    if (name.endsWith('between')) return `${this.word(name)} ${texts[0]!} ${this.word('and')} ${texts[1]!}`;
    if (name.endsWith('in')) return `${this.word(name)}${this.space(0)}(${this.list(texts)})`;
    if (name.endsWith('null')) return this.word(name);
    const sign = { '=': this.chance.from(['=', '==']), '!=': this.chance.from(['!=', '<>']) }[name] ?? this.word(name);
    return `${sign} ${texts[0]!}`;
  }

  /** Beside what has a type of its own, numbers and truths may stand in quotes too. */
  private literal({ value, type }: Typed & { kind: 'literal' }, quoted: boolean): string {
    if (value === null) return this.word('null');
    if (type === 'text') return `'${value.replaceAll("'", "''")}'`;
    if (type === 'date') return `'${value.replace(/(T00:00:00)?\.000$/, (all) => (this.chance.of(0.6) ? '' : all))}'`;
    return quoted && this.chance.of(0.2) ? `'${value}'` : value;
  }

  private column(name: string): string {
    if (RESERVED.has(name)) return `\`${name}\``;
    return name.startsWith(':') || this.chance.of(0.9) ? this.word(name) : `\`${name}\``;
  }

  private list(items: readonly string[]): string {
    return items.join(`${this.space(0)},${this.space(0)}`);
  }

  private word(text: string): string {
    return this.chance.of(0.2) ? text.toUpperCase() : text;
  }

  private space(least = 1): string {
    const count = this.chance.of(0.6) ? 1 : this.chance.to(3);
    return this.chance.from([' ', ' ', '\n', '\t']).repeat(Math.max(least, count));
  }
}
