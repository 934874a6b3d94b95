import { accountReach } from './account-reach.js';
import { agencyReach } from './agency-reach.js';
import { boardReach } from './board-reach.js';
import { caseReach } from './case-reach.js';
import { forceReach } from './force-reach.js';
import { oversightReach } from './oversight-reach.js';
import type { TableReach } from './reach.js';
import { workReach } from './work-reach.js';

/**
 * Who reaches the rows of each table: the only place where it is said. The policies of the database, their tests and the
 * last tables of docs/who-may-do-what.md are made of it and of the table of permissions. Here the rows that belong to a case.
 */
export const tableReach: Readonly<Record<string, TableReach>> = {
  ...caseReach,
  ...workReach,
  ...boardReach,
  ...oversightReach,
};

/** Those of no case: whoever holds the permission, in whatever case, reaches them all. */
export const placeReach: Readonly<Record<string, TableReach>> = Object.fromEntries(
  Object.entries<TableReach>({ ...agencyReach, ...accountReach, ...forceReach }).map(([table, reach]) => [
    table,
    { ...reach, columns: [] },
  ]),
);
