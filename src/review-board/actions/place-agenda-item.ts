import type { EntityManager } from 'typeorm';
import { charterById, codesOf, termOf } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { insertAgendaItem } from '../records/agenda.store.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { type Meeting, takePosition } from '../records/meeting.store.js';
import { minutesAwaitApproval } from '../records/minutes.store.js';
import { panelIsOf } from '../records/panel.store.js';

export interface NewAgendaItem {
  title: string;
  /** Behind closed doors; then `legalBasis` is a code of the charter's `closedSessionGrounds` */
  closed: boolean;
  legalBasis?: string | null | undefined;
  complaintId?: string | null | undefined;
  /** The panel that decides the case; without one the whole board does */
  panelId?: string | null | undefined;
  /** An earlier meeting of the board, whose minutes are to be approved under this item */
  approvesMinutesOf?: string | null | undefined;
}

/**
 * An item on the agenda of a meeting that the caller has locked. @returns its position
 * @throws NotFound, RuleBroken legal-basis-missing, open-item-with-basis, panel-not-of-case, no-such-minutes (422),
 *   case-not-before-board (409)
 */
export async function placeAgendaItem(
  manager: EntityManager,
  meeting: Meeting,
  item: NewAgendaItem & { jurisdictionId: string; id: string },
): Promise<number> {
  await refuseBasis(manager, meeting, item);
  await refuseCase(manager, meeting, item);
  const { approvesMinutesOf = null } = item;
  if (approvesMinutesOf && (item.closed || !(await minutesAwaitApproval(manager, meeting, approvesMinutesOf))))
    throw new RuleBroken(
      'no-such-minutes',
      'Minutes of an earlier meeting of this board are approved, in the open.',
      422,
    );
  const position = await takePosition(manager, meeting);
  await insertAgendaItem(manager, {
    ...item,
    meetingId: meeting.id,
    position,
    legalBasis: item.legalBasis ?? null,
    complaintId: item.complaintId ?? null,
    panelId: item.panelId ?? null,
    approvesMinutesOf,
  });
  return position;
}

/** Doors are closed on a ground that the law gives, and it is named (Cal. Gov. Code 54957.7). */
async function refuseBasis(
  manager: EntityManager,
  meeting: Meeting,
  { closed, legalBasis }: NewAgendaItem,
): Promise<void> {
  if (!closed && !legalBasis) return;
  if (!closed)
    throw new RuleBroken(
      'open-item-with-basis',
      'An open item needs no ground for closing the doors: leave legalBasis out.',
      422,
    );
  const { closedSessionGrounds } = (await charterById(manager, meeting.charterId)).document.meetings;
  if (legalBasis && termOf(closedSessionGrounds, legalBasis)) return;
  const grounds = codesOf(closedSessionGrounds) || 'none';
  throw new RuleBroken(
    'legal-basis-missing',
    `A closed item names its ground in law; the charter knows ${grounds}.`,
    422,
  );
}

async function refuseCase(
  manager: EntityManager,
  { boardId }: Meeting,
  { complaintId, panelId }: NewAgendaItem,
): Promise<void> {
  if (complaintId) await lockCaseBeforeBoard(manager, complaintId);
  if (!panelId) return;
  if (complaintId && (await panelIsOf(manager, { panelId, complaintId, boardId }))) return;
  throw new RuleBroken(
    'panel-not-of-case',
    'A panel decides the case that it was appointed for, from its own board.',
    422,
  );
}
