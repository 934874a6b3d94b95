import type { FieldRule, Mapping, PartRule } from './mapping.js';
import { PARTS } from './mapping.js';

/** The columns that a mapping reads. `needed`: without them no report can be told; the others may be missing from a table. */
export function columnsRead(mapping: Mapping): { needed: string[]; all: Set<string> } {
  const ofIncident = Object.values(mapping.incident).flatMap(columnsOf);
  const ofParts = PARTS.flatMap((part) => mapping[part].flatMap(columnsOfPart));
  const { name, county } = mapping.source?.department ?? {};
  const ofDepartment = [name, county].flatMap((rule) => (rule ? columnsOf(rule) : []));
  const needed = [...new Set([...mapping.groupBy, ...ofIncident])];
  return { needed, all: new Set([...needed, ...ofDepartment, ...ofParts]) };
}

function columnsOfPart({ from, most = 1, key = [], fields, alone = {} }: PartRule): string[] {
  const columns = [...Object.values(fields), ...Object.values(alone)].flatMap(columnsOf);
  const numbered = from === 'columns' ? Array.from({ length: most }, (_, index) => String(index + 1)) : [''];
  return [...key, ...columns.flatMap((column) => numbered.map((n) => column.replaceAll('{n}', n)))];
}

function columnsOf({ column, instead, doubtedBy }: FieldRule): string[] {
  const others = [instead, doubtedBy].flatMap((rule) => (rule ? columnsOf(rule) : []));
  return column === undefined ? others : [column, ...others];
}
