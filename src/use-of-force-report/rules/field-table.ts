import { isUnanswered, RESPONSE_STATES } from './answer.js';
import type { FaultList } from './fault-list.js';
import type { Terms } from './terms.js';
import type { Check } from './value-checks.js';

/** The fields that an object may have. A Map, because every object answers to `constructor` by itself. */
export interface FieldTable {
  checks: ReadonlyMap<string, Check>;
  required: readonly string[];
  /** Those whose value must stand there: the others may say why they have none. */
  fixed: ReadonlySet<string>;
}

/** @param required names of those that must be told. @param pliable those of them that may be told without a value */
export function fieldTable<Name extends string>(
  fields: Readonly<Record<Name, { check: Check }>>,
  required: readonly NoInfer<Name>[],
  pliable: readonly NoInfer<Name>[] = [],
): FieldTable {
  const checks = Object.entries<{ check: Check }>(fields).map(([name, { check }]) => [name, check] as const);
  return { checks: new Map(checks), required, fixed: new Set(required.filter((name) => !pliable.includes(name))) };
}

/** Each field by its check, in the order sent; null is the same as not told. */
export function checkFields(value: unknown, table: FieldTable, faults: FaultList, terms: Terms): void {
  if (!isFields(value)) {
    faults.add('not-an-object');
    return;
  }
  for (const name of Object.keys(value)) {
    const check = table.checks.get(name);
    const told = value[name];
    faults.enter(name);
    if (!check) faults.add('unknown-field');
    else if (isUnanswered(told) && !table.fixed.has(name)) checkState(told, faults);
    else if (told !== null) check(told, faults, terms);
    faults.leave();
  }
  for (const name of table.required) {
    if (value[name] !== undefined && value[name] !== null) continue;
    faults.enter(name);
    faults.add('required');
    faults.leave();
  }
}

function checkState(told: { state?: unknown }, faults: FaultList): void {
  const known = RESPONSE_STATES.some((state) => state === told.state);
  if (!known || Object.keys(told).length > 1) faults.add('not-a-state', { choices: RESPONSE_STATES.join(', ') });
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
