import { refused } from './soql-fault.js';

export interface Token {
  readonly kind: 'name' | 'quoted' | 'text' | 'number' | 'symbol' | 'end';
  /** Names in lower case; texts without their quotes */
  readonly value: string;
  /** Where it begins in the text, from 0 */
  readonly at: number;
}

/** No query that a person means is longer; what is longer is cut off before any work is done on it. */
export const LONGEST_QUERY = 10_000;
const LONGEST_TEXT = 500;
const MOST_DIGITS = 30;

const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>:?[A-Za-z_][A-Za-z0-9_]*|:\*)|`(?<quoted>[^`]*)`|'(?<text>(?:[^']|'')*)'|(?<symbol><=|>=|<>|!=|==|\|\||[=<>+\-*/%(),])/uy;

/** @throws SoqlFault soql-syntax, soql-too-costly */
export function tokensOf(text: string): Token[] {
  if (text.length > LONGEST_QUERY)
    throw refused('soql-too-costly', LONGEST_QUERY, `A query has ${LONGEST_QUERY} characters at most.`);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match?.groups) throw unreadable(text, at);
    const token = tokenOf(match.groups, at);
    if (token) tokens.push(token);
    at = TOKEN.lastIndex;
  }
  return [...tokens, { kind: 'end', value: '', at: text.length }];
}

function tokenOf({ number, name, quoted, text, symbol }: Record<string, string | undefined>, at: number): Token | null {
  if (number !== undefined) return { kind: 'number', value: sized(number, MOST_DIGITS, at), at };
  if (name !== undefined) return { kind: 'name', value: name.toLowerCase(), at };
  if (quoted !== undefined) return { kind: 'quoted', value: quoted.toLowerCase(), at };
  if (text !== undefined) return { kind: 'text', value: sized(text.replaceAll("''", "'"), LONGEST_TEXT, at), at };
  return symbol === undefined ? null : { kind: 'symbol', value: symbol, at };
}

function sized(value: string, most: number, at: number): string {
  if (value.length > most) throw refused('soql-too-costly', at, `A value has ${most} characters at most.`);
  return value;
}

function unreadable(text: string, at: number): Error {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const hint =
    character === "'"
      ? 'This text has no closing quote; a quote within a text is written twice.'
      : character === '"'
        ? 'Texts stand in single quotes.'
        : 'This character means nothing here.';
  return refused('soql-syntax', at, hint);
}
