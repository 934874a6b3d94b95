import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Track } from '../../charter/index.js';
import { permissions } from '../../identity/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ComplaintKind } from '../rules/intake-faults.js';
import { type ListSort, writeCursor } from '../rules/list-cursor.js';
import type { ListFilter, ListQuestion } from '../rules/list-question.js';
import type { ListAsker } from './case-list-filter.js';
import { caseListQuery } from './case-list-query.js';

export interface ListedComplaint {
  complaintId: string;
  caseNumber: string;
  kind: ComplaintKind;
  status: ComplaintStatus;
  channel: string;
  anonymous: boolean;
  receivedAt: Date | null;
  incidentOn: string | null;
  closedOn: string | null;
  district: string | null;
  beat: string | null;
  classification: string | null;
  track: Track | null;
  assignedTo: string | null;
  allegations: number;
  /** When the first of its open clocks runs out */
  dueOn: string | null;
  version: number;
}

@Injectable()
export class ComplaintListReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Who may read assigned cases alone is listed assigned cases alone. */
  async page(
    actor: ActorOf<'staff'>,
    question: ListQuestion,
  ): Promise<{ items: ListedComplaint[]; next: string | null }> {
    return this.database.read(actor, (manager) => pageOf(manager, actor, question));
  }
}

/** The same in a transaction that is there. */
export async function pageOf(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  question: ListQuestion,
): Promise<{ items: ListedComplaint[]; next: string | null }> {
  const { limit, sort } = question;
  const asker = await askerOf(manager, actor, question.filter);
  const { text, values } = caseListQuery({ ...question, limit: limit + 1 }, asker);
  const rows: ListedComplaint[] = await manager.query(text, values);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: last && rows.length > limit ? writeCursor({ keys: keysOf(last, sort), id: last.complaintId }) : null,
  };
}

async function askerOf(
  manager: EntityManager,
  { staffId, roles }: ActorOf<'staff'>,
  { allegationGroup }: ListFilter,
): Promise<ListAsker> {
  const readsAll = permissions['complaint.read'].some(
    ({ to, relation }) => relation === 'any' && roles.some((role) => role === to),
  );
  if (allegationGroup === undefined) return { staffId, readsAll, categories: null };
  // A case keeps the words of the charter that it was opened under: the group's codes in any of them.
  const codes: { code: string }[] = await manager.query(
    `SELECT DISTINCT a ->> 'code' AS code FROM redress.charter h, jsonb_array_elements(h.document -> 'allegations') a
      WHERE a ->> 'group' = $1`,
    [allegationGroup],
  );
  const categories = codes.map(({ code }) => code);
  return { staffId, readsAll, categories };
}

function keysOf({ receivedAt, status, dueOn, caseNumber }: ListedComplaint, sort: ListSort): string[] {
  const time = receivedAt?.toISOString() ?? '';
  const keys = {
    received: [time],
    received_asc: [time],
    due: [dueOn ?? ''],
    status: [status, time],
    number: [caseNumber],
  };
  return keys[sort];
}
