import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Track } from '../../charter/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ComplaintKind } from '../rules/intake-faults.js';
import { type ListCursor, type ListSort, readCursor, writeCursor } from '../rules/list-cursor.js';
import type { ListQuestion } from '../rules/list-question.js';
import { caseListQuery } from './case-list-query.js';
import { askerOf } from './list-asker.js';

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

export interface ListedPage {
  items: ListedComplaint[];
  next: string | null;
}

const AT_ONCE = 200;

@Injectable()
export class ComplaintListReader {
  constructor(private readonly database: CaseDatabase) {}

  /**
   * The whole list, a page at a time. Each page is a statement of its own, asked for when the one before was taken: what a
   * recusal or a sealing hides meanwhile is not in it, and no transaction waits for a slow reader.
   */
  async *pages(
    actor: ActorOf<'staff'>,
    question: Omit<ListQuestion, 'after' | 'limit'>,
  ): AsyncGenerator<ListedComplaint[]> {
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const cursor: ListCursor | null = after === null ? null : readCursor(after, question.sort);
      const { items, next }: ListedPage = await this.page(actor, { ...question, limit: AT_ONCE, after: cursor });
      yield items;
      after = next;
    }
  }

  /** Who may read assigned cases alone is listed assigned cases alone. */
  async page(actor: ActorOf<'staff'>, question: ListQuestion): Promise<ListedPage> {
    return this.database.read(actor, (manager) => pageOf(manager, actor, question));
  }
}

/** The same in a transaction that is there. */
export async function pageOf(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  question: ListQuestion,
): Promise<ListedPage> {
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
