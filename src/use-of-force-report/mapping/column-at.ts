import type { Mapping, Part } from './mapping.js';
import { PARTS } from './mapping.js';

/** The column that tells what stands there in a report, of a whole part all of its columns; null: none. `path`: a JSON pointer. */
export function columnAt(mapping: Mapping, path: string): string | null {
  const [first = '', , name = ''] = path.slice(1).split('/');
  if (!isPart(first)) return mapping.incident[first]?.column ?? null;
  if (name === '') return columnsOf(mapping, first) || null;
  const rules = mapping[first].map(({ fields, alone }) => alone?.[name] ?? fields[name]);
  return rules.find((rule) => rule?.column !== undefined)?.column ?? null;
}

function columnsOf(mapping: Mapping, part: Part): string {
  const columns = mapping[part].flatMap(({ fields }) => Object.values(fields).flatMap(({ column }) => column ?? []));
  return [...new Set(columns)].join(' ');
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}
