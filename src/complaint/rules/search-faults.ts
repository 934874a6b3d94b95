import type { CharterDocument } from '../../charter/index.js';
import { LISTED_STATUSES } from './complaint-status.js';
import { type Fault, faultIf, termFaults } from './fault.js';
import { LIST_SORTS } from './list-cursor.js';
import type { ListFilter } from './list-question.js';
import type { SavedQuestion } from './saved-search.js';

const FIELDS: Record<keyof ListFilter, true> = {
  ...{ status: true, classification: true, channel: true, allegationGroup: true, district: true, departmentId: true },
  ...{ officerId: true, assignedTo: true, receivedFrom: true, receivedTo: true, closedFrom: true, closedTo: true },
  ...{ overdue: true, caseNumber: true, numberBegins: true },
};
type Words = Pick<CharterDocument, 'classifications' | 'allegationGroups' | 'intake'>;

/**
 * What no longer fits in a question that was saved: words that the charter in force does not know, and filters, statuses or
 * orders that this version of the program does not.
 */
export function searchFaults({ filter, sort }: SavedQuestion, charter: Words): Fault[] {
  const { status, classification, channel, allegationGroup } = filter;
  const unknown = Object.keys(filter).filter((name) => !(name in FIELDS));
  const oldStatus = status !== undefined && !LISTED_STATUSES.includes(status);
  return [
    ...unknown.map((name) => ({
      path: `/filter/${name}`,
      code: 'no-such-filter',
      message: `There is no such filter: ${Object.keys(FIELDS).join(', ')}.`,
    })),
    ...(oldStatus ? [noSuchStatus()] : []),
    ...faultIf(
      !LIST_SORTS.includes(sort),
      '/sort',
      'no-such-order',
      `There is no such order: ${LIST_SORTS.join(', ')}.`,
    ),
    ...termFaults('/filter/classification', charter.classifications, classification),
    ...termFaults('/filter/channel', charter.intake.channels, channel),
    ...termFaults('/filter/allegationGroup', charter.allegationGroups, allegationGroup),
  ];
}

function noSuchStatus(): Fault {
  const message = `There is no such status: ${LISTED_STATUSES.join(', ')}.`;
  return { path: '/filter/status', code: 'no-such-status', message };
}
