import { refused } from './soql-fault.js';
import { type Token, tokensOf } from './tokens.js';

/** A query is typed by a person or written by a program for one: what is deeper or wider is an attack on the parser. */
const MOST_NODES = 500;
const DEEPEST = 60;

/** Words that mean something by themselves. A column of such a name is written in backquotes. */
export const RESERVED: ReadonlySet<string> = new Set(
  'select distinct where group by having search order limit offset as and or not in like between is null true false asc desc'.split(
    ' ',
  ),
);

/** Reads a text token by token. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private position = 0;
  private nodes = 0;
  private depth = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', value: '', at: 0 };
  }

  get afterNext(): Token {
    return this.tokens[this.position + 1] ?? this.next;
  }

  take(): Token {
    const token = this.next;
    this.position++;
    return token;
  }

  /** Takes the word or sign if it is what stands next. */
  takes(kind: 'name' | 'symbol', ...values: readonly string[]): Token | null {
    const { next } = this;
    return next.kind === kind && values.includes(next.value) ? this.take() : null;
  }

  expect(kind: 'name' | 'symbol', value: string): Token {
    const token = this.takes(kind, value);
    if (!token) throw this.unexpected(`\`${value}\``);
    return token;
  }

  unexpected(wanted: string): Error {
    const { kind, value, at } = this.next;
    const found = kind === 'end' ? 'the end' : `\`${value.slice(0, 40)}\``;
    return refused('soql-syntax', at, `Here should stand ${wanted}, not ${found}.`);
  }

  /** One more part of the tree. @throws SoqlFault soql-too-costly */
  count(at: number): void {
    if (++this.nodes > MOST_NODES)
      throw refused('soql-too-costly', at, `A query has ${MOST_NODES} parts at most: ask for less at once.`);
  }

  /** @throws SoqlFault soql-too-costly */
  deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST)
      throw refused('soql-too-costly', this.next.at, `Parentheses go ${DEEPEST} deep at most.`);
    const value = read();
    this.depth--;
    return value;
  }
}
