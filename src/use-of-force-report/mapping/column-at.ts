import type { Mapping, Part } from './mapping.js';
import { PARTS } from './mapping.js';

/** The column that tells what stands there in a report; null: none does, or none alone. `path`: a JSON pointer into a report. */
export function columnAt(mapping: Mapping, path: string): string | null {
  const [first = '', , name = ''] = path.slice(1).split('/');
  if (!isPart(first)) return mapping.incident[first]?.column ?? null;
  const rules = mapping[first].map(({ fields, alone }) => alone?.[name] ?? fields[name]);
  return rules.find((rule) => rule?.column !== undefined)?.column ?? null;
}

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}
