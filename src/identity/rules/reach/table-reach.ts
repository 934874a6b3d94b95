import { boardReach } from './board-reach.js';
import { caseReach } from './case-reach.js';
import { oversightReach } from './oversight-reach.js';
import type { TableReach } from './reach.js';
import { workReach } from './work-reach.js';

/**
 * Who reaches the rows of each case-bound table: the only place where it is said. The policies of the database, their test
 * and the second table of docs/who-may-do-what.md are made of it and of the table of permissions.
 */
export const tableReach: Readonly<Record<string, TableReach>> = {
  ...caseReach,
  ...workReach,
  ...boardReach,
  ...oversightReach,
};
