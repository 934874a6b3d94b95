import type { Cell } from './value-writing.js';

const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const OBJECTS = /^[[{]/;

/** A cell as text: a list's values parted by `;`, lists of objects as JSON. Each separator inside a value is escaped. */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (Array.isArray(cell)) {
    const parts = cell as readonly Cell[];
    if (parts.some((part) => typeof part === 'object')) return JSON.stringify(parts);
    return parts.map((part) => escaped(plain(part))).join(';');
  }
  return typeof cell === 'object' ? plain(cell) : escaped(plain(cell));
}

/** The same the other way round: text, a list where there are several, or what stands in JSON. */
export function cellOf(text: string): Cell {
  if (text === '') return null;
  if (OBJECTS.test(text)) {
    try {
      return JSON.parse(text) as Cell;
    } catch {
      // It only looks like it.
    }
  }
  const parts = splitAt(text, ';').map(unescaped);
  return parts.length === 1 ? (parts[0] ?? null) : parts;
}

/** Several people's texts in one cell, parted by `|`, an empty one kept. */
export function joinedPeople(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('|', '\\|')).join('|');
}

export function splitPeople(text: string): string[] {
  return splitAt(text, '|').map((each) => each.replaceAll('\\|', '|'));
}

/** A spreadsheet would run what begins like a formula: an apostrophe before it stops that, and is taken off again. */
export function shielded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

export function unshielded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

const plain = (cell: Cell): string => (typeof cell === 'object' ? JSON.stringify(cell) : String(cell));
const escaped = (text: string): string => text.replace(/[\\;]/g, '\\$&').replace(/^[[{]/, '\\$&');
const unescaped = (text: string): string => text.replace(/\\(.)/gs, '$1');

/** Where a separator stands that no backslash precedes. */
function splitAt(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\') part += character + (text[++at] ?? '');
    else if (character === separator) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
}
