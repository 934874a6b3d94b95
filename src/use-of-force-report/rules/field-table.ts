import type { FaultList } from './fault-list.js';
import type { Terms } from './terms.js';
import type { Check } from './value-checks.js';

/** The fields that an object may have. A Map, because every object answers to `constructor` by itself. */
export interface FieldTable {
  checks: ReadonlyMap<string, Check>;
  required: readonly string[];
}

export function fieldTable(required: Record<string, Check>, optional: Record<string, Check>): FieldTable {
  return { checks: new Map(Object.entries({ ...required, ...optional })), required: Object.keys(required) };
}

/** Each field by its check, in the order sent; null is the same as not told. */
export function checkFields(value: unknown, table: FieldTable, faults: FaultList, terms: Terms): void {
  if (!isFields(value)) {
    faults.add('not-an-object');
    return;
  }
  for (const name of Object.keys(value)) {
    const check = table.checks.get(name);
    faults.enter(name);
    if (!check) faults.add('unknown-field');
    else if (value[name] !== null) check(value[name], faults, terms);
    faults.leave();
  }
  for (const name of table.required) {
    if (value[name] !== undefined && value[name] !== null) continue;
    faults.enter(name);
    faults.add('required');
    faults.leave();
  }
}

/** A list of objects; `whole` looks at one whose fields are right, as a whole. */
export function listOf<Item>(
  table: FieldTable,
  most: number,
  whole: (item: Item, faults: FaultList) => void = () => undefined,
): Check {
  return (value, faults, terms) => {
    if (!Array.isArray(value)) faults.add('not-a-list');
    else if (value.length === 0) faults.add('too-few', { least: 1 });
    else if (value.length > most) faults.add('too-many', { most });
    else {
      value.forEach((item: unknown, index) => {
        const before = faults.found.length;
        faults.enter(index);
        checkFields(item, table, faults, terms);
        if (faults.found.length === before) whole(item as Item, faults);
        faults.leave();
      });
    }
  };
}

export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
