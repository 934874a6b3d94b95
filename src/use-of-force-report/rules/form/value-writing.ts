import { indexCodes } from '../profile/code-index.js';
import type { CodeList } from '../profile/profile-document.js';
import type { Fields } from '../profile/ground.js';
import { readDay, writeDay } from './day-writing.js';
import type { FormField } from './form-document.js';
import { wordsByCode } from './word-of-code.js';

/** What stands in a field of a form. */
export type Cell = string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell };

/** How a field's value goes into the form and comes out of it. Undefined: it cannot be said so, or is not written so. */
export interface ValueWriting {
  write: (value: unknown, item: Fields) => Cell | undefined;
  /** the element's value, and that of a second element where the code says both */
  read: (cell: Cell) => { value: unknown; second?: unknown } | undefined;
}

const CLOCK = /^([01]\d|2[0-3])([0-5]\d)$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

export function valueWriting(field: FormField, list: CodeList | undefined): ValueWriting {
  switch (field.as) {
    case 'number':
      return { write: (value) => value as number, read: readNumber };
    case 'day': {
      const form = field.day ?? 'YYYY-MM-DD';
      return {
        write: (value) => writeDay(String(value), form),
        read: (cell) => known(typeof cell === 'string' ? readDay(cell, form) : null),
      };
    }
    case 'clock':
      return { write: writeClock, read: readClock };
    case 'code':
      return codeWriting(field, list ?? NO_LIST);
    case 'codes':
      return listed(codeWriting(field, list ?? NO_LIST), field.one ?? false);
    case 'words':
      return listed({ write: (value) => value as string, read: (cell) => known(cell) }, field.one ?? false);
    case 'value':
      return { write: (value) => value as Cell, read: (cell) => known(cell) };
    case 'text':
      return { write: (value) => String(value), read: (cell) => known(typeof cell === 'string' ? cell : null) };
  }
}

const NO_LIST: CodeList = { codes: [], confirmed: false };
const known = (value: unknown): { value: unknown } | undefined => (value === null ? undefined : { value });

function readNumber(cell: Cell): { value: unknown } | undefined {
  if (typeof cell === 'number') return { value: cell };
  return typeof cell === 'string' && NUMBER.test(cell) ? { value: Number(cell) } : undefined;
}

/** The minute that is not told is the full hour: the form has no place for less. */
function writeClock(hour: unknown, { occurredMinute }: Fields): Cell {
  const two = (value: unknown): string => String(typeof value === 'number' ? value : 0).padStart(2, '0');
  return `${two(hour)}${two(occurredMinute)}`;
}

function readClock(cell: Cell): { value: unknown; second?: unknown } | undefined {
  const found = typeof cell === 'string' ? CLOCK.exec(cell) : null;
  return found ? { value: Number(found[1]), second: Number(found[2]) } : undefined;
}

function codeWriting({ with: second }: FormField, list: CodeList): ValueWriting {
  const { codeOf } = indexCodes(list);
  const words = wordsByCode(list, second !== undefined);
  return {
    write: (value, item) => codeOf(value, second === undefined ? undefined : item[second]),
    read: (cell) => {
      const found = typeof cell === 'string' ? words.get(cell) : undefined;
      if (!found) return undefined;
      const value = found.word === 'true' ? true : found.word === 'false' ? false : found.word;
      return found.second === null ? { value } : { value, second: found.second };
    },
  };
}

/** A list, each of it; where the form takes one, a longer list cannot be said. */
function listed(each: ValueWriting, one: boolean): ValueWriting {
  return {
    write: (value, item) => {
      const cells = [value].flat().map((part: unknown) => each.write(part, item));
      if (cells.includes(undefined) || (one && cells.length !== 1)) return undefined;
      return one ? cells[0] : [...new Set(cells as Cell[])];
    },
    read: (cell) => {
      const cells: readonly Cell[] = Array.isArray(cell) ? (cell as readonly Cell[]) : [cell];
      const values = cells.map((part) => each.read(part)?.value);
      return values.includes(undefined) ? undefined : { value: values };
    },
  };
}
