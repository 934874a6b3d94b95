import { isUnanswered, responseState, RESPONSE_STATES } from '../answer.js';
import type { Fields } from '../profile/ground.js';
import type { CodeList, ProfileDocument } from '../profile/profile-document.js';
import type { FormDocument, FormField } from './form-document.js';
import { type Cell, valueWriting } from './value-writing.js';

export type Cells = Record<string, Cell>;

/** One part of a report (the incident, a person, one application of force) into the fields of a form and out of them. */
export interface PartWriting {
  write: (item: Fields) => { cells: Cells; leftOut: string[] };
  read: (cells: Cells) => Fields;
}

type Language = Pick<FormDocument, 'states'> & { lists: ProfileDocument['lists'] };

export function partWriting(fields: readonly FormField[], language: Language): PartWriting {
  const compiled = fields.map((field) => fieldWriting(field, language));
  return {
    write: (item) => {
      const cells: Cells = {};
      const leftOut: string[] = [];
      for (const { field, write } of compiled) {
        if (cells[field.to] !== undefined) continue;
        const written = write(item);
        if (written.cell !== undefined) cells[field.to] = written.cell;
        else if (written.leftOut !== undefined) leftOut.push(written.leftOut);
      }
      return { cells, leftOut };
    },
    read: (cells) => {
      const item: Record<string, unknown> = {};
      const taken = new Set<string>();
      for (const { field, read } of compiled) {
        const cell = cells[field.to];
        if (field.reads === false || cell === undefined || cell === null || taken.has(field.to)) continue;
        const told = read(cell);
        if (!told) continue;
        Object.assign(item, told);
        taken.add(field.to);
      }
      return item;
    },
  };
}

function fieldWriting(field: FormField, { lists, states = {} }: Language) {
  const list: CodeList | undefined = field.list === undefined ? undefined : lists[field.list];
  const names = [field.at].flat();
  const { write, read } = valueWriting(field, list);
  // Free text could say a state's code and mean it.
  const codes = field.as === 'text' || field.as === 'words' ? {} : { ...states, ...list?.states };
  const stateOf = new Map(RESPONSE_STATES.flatMap((state) => (codes[state] ? [[codes[state], state] as const] : [])));
  return {
    field,
    write: (item: Fields): { cell?: Cell | undefined; leftOut?: string } => {
      const name = names.find((each) => responseState(item[each]) === 'answered' && !isEmpty(item[each]));
      if (name !== undefined) {
        const cell = write(item[name], item);
        return cell === undefined ? { leftOut: name } : { cell };
      }
      const stated = names.find((each) => isUnanswered(item[each]));
      if (stated === undefined) return {};
      const state = responseState(item[stated]) as keyof typeof codes;
      if (codes[state] !== undefined) return { cell: codes[state] };
      return state === 'pending' || state === 'unknown_final' ? { leftOut: stated } : {};
    },
    read: (cell: Cell): Fields | undefined => {
      const alone = Array.isArray(cell) && cell.length === 1 ? (cell as readonly Cell[])[0] : cell;
      const state = typeof alone === 'string' ? stateOf.get(alone) : undefined;
      if (state !== undefined) return { [names.at(-1) ?? '']: { state } };
      const told = read(cell);
      if (!told) return undefined;
      const second = field.as === 'clock' ? 'occurredMinute' : field.with;
      const more = second === undefined || told.second === undefined ? {} : { [second]: told.second };
      return { ...valueUnder(names, told.value), ...more };
    },
  };
}

/** Of a list and its singular, one value is the singular's. */
function valueUnder(names: readonly string[], value: unknown): Fields {
  const [first = '', singular] = names;
  if (singular !== undefined && Array.isArray(value) && value.length === 1) return { [singular]: value[0] as unknown };
  return { [first]: value };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
