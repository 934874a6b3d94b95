import type { Chance } from './chance.js';
import type { Cell, TableColumn } from './published-table.js';
import { TEXTS } from './random-expression.js';

/** Columns of every type, two of them with names that a careless statement would take for something else. */
export const MADE_UP_COLUMNS: TableColumn[] = [
  { name: 'race', type: 'text' },
  { name: 'upper', type: 'text' },
  { name: 'age', type: 'integer' },
  { name: 'order', type: 'integer' },
  { name: 'hurt', type: 'boolean' },
  { name: 'day', type: 'date' },
];

/** Few different values and many empty ones, so that groups, ties and unknowns are everywhere. */
export function madeUpRows(chance: Chance, count: number): Cell[][] {
  const maybe = (make: () => Cell): Cell => (chance.of(0.15) ? null : make());
  return Array.from({ length: count }, () => [
    maybe(() => chance.from(TEXTS)),
    maybe(() => chance.from(TEXTS.slice(0, 4))),
    maybe(() => chance.to(6) - 1),
    maybe(() => chance.from([0, 3, 7, -2_147_483_648, 2_147_483_647])),
    maybe(() => chance.of(0.5)),
    maybe(() => `202${String(chance.to(4))}-0${String(1 + chance.to(3))}-${String(10 + chance.to(3))}`),
  ]);
}
