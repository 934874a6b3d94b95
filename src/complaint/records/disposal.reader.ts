import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';

export interface DisposalBatch {
  batchId: string;
  dueBy: string;
  drawnBy: string;
  drawnAt: Date;
  firstReviewer: string | null;
  secondReviewer: string | null;
  rejectedBy: string | null;
  cases: number;
}

export interface DisposalItem {
  complaintId: string;
  caseNumber: string;
  retentionClass: string;
  authority: string;
  dueOn: string;
  outcome: 'disposed' | 'held' | 'not_due' | null;
}

const BATCH = `SELECT b.id AS "batchId", b.due_by::text AS "dueBy", b.drawn_by AS "drawnBy", b.drawn_at AS "drawnAt",
    b.first_reviewer AS "firstReviewer", b.second_reviewer AS "secondReviewer", b.rejected_by AS "rejectedBy",
    (SELECT count(*)::int FROM redress.disposal_item i WHERE i.batch_id = b.id) AS cases
  FROM redress.disposal_batch b`;
const LIST = `${BATCH} WHERE ($1::uuid IS NULL OR b.id < $1) ORDER BY b.id DESC LIMIT $2`;
const ONE = `${BATCH} WHERE b.id = $1`;

/** Batches of cases whose time of keeping has ended. */
@Injectable()
export class DisposalReader {
  constructor(private readonly database: CaseDatabase) {}

  /** Newest first. */
  async page(
    actor: ActorOf<'staff'>,
    { limit, after }: { limit: number; after?: string | undefined },
  ): Promise<{ items: DisposalBatch[]; next: string | null }> {
    const rows: DisposalBatch[] = await this.database.read(actor, (manager) =>
      manager.query(LIST, [after ?? null, limit + 1]),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.batchId ?? null) : null };
  }

  /** With each of its cases, and what became of it. @throws NotFound */
  async of(actor: ActorOf<'staff'>, batchId: string): Promise<DisposalBatch & { items: DisposalItem[] }> {
    return this.database.read(actor, async (manager) => {
      const [batch]: DisposalBatch[] = await manager.query(ONE, [batchId]);
      if (!batch) throw new NotFound();
      const items: DisposalItem[] = await manager.query(
        `SELECT i.complaint_id AS "complaintId", c.case_number AS "caseNumber", i.retention_class AS "retentionClass",
                i.authority, i.due_on::text AS "dueOn", i.outcome
           FROM redress.disposal_item i
           JOIN redress.complaint c ON c.jurisdiction_id = i.jurisdiction_id AND c.id = i.complaint_id
          WHERE i.batch_id = $1 ORDER BY i.due_on, i.complaint_id`,
        [batchId],
      );
      return { ...batch, items };
    });
  }
}
