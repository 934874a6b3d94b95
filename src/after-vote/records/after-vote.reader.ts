import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseVault } from '../../complaint/index.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { decisionChains, type Matter } from './decision-chain.reader.js';

export interface ListedEscalation {
  id: string;
  recommendationId: string;
  step: string;
  begunOn: string;
  dueOn: string;
  outcome: string | null;
  endedOn: string | null;
}

export interface ListedAppeal {
  id: string;
  allegationId: string;
  route: string;
  filedOn: string;
  until: string | null;
  /** Null: it is pending */
  outcome: string | null;
  effect: string | null;
  decidedOn: string | null;
}

export interface ListedReconsideration {
  id: string;
  askedBy: string;
  ground: string | null;
  grounds: string;
  takenBy: string | null;
  askedAt: Date;
  heardAt: Date | null;
  outcome: string | null;
  motionId: string | null;
  decidedAt: Date | null;
}

export interface AfterVote {
  matters: Matter[];
  escalations: ListedEscalation[];
  officerAppeals: ListedAppeal[];
  reconsiderations: ListedReconsideration[];
}

const ESCALATIONS = `
  SELECT x.id, x.recommendation_id AS "recommendationId", x.step, x.begun_on::text AS "begunOn", x.due_on::text AS "dueOn",
         e.outcome, e.ended_on::text AS "endedOn"
    FROM redress.escalation x
    LEFT JOIN redress.escalation_end e ON e.jurisdiction_id = x.jurisdiction_id AND e.escalation_id = x.id
   WHERE x.complaint_id = $1 ORDER BY x.begun_at, x.id`;
const APPEALS = `
  SELECT p.id, p.allegation_id AS "allegationId", p.route, p.filed_on::text AS "filedOn", p.until_day::text AS until,
         w.outcome, w.effect, w.decided_on::text AS "decidedOn"
    FROM redress.officer_appeal p
    LEFT JOIN redress.officer_award w ON w.jurisdiction_id = p.jurisdiction_id AND w.appeal_id = p.id
   WHERE p.complaint_id = $1 ORDER BY p.recorded_at, p.id`;
const RECONSIDERATIONS = `
  SELECT r.id, r.asked_by AS "askedBy", r.ground, r.grounds_cipher AS "groundsCipher", r.taken_by AS "takenBy",
         r.asked_at AS "askedAt", h.brought_at AS "heardAt", z.outcome, z.motion_id AS "motionId", z.decided_at AS "decidedAt"
    FROM redress.reconsideration r
    LEFT JOIN redress.reconsideration_hearing h ON h.jurisdiction_id = r.jurisdiction_id AND h.reconsideration_id = r.id
    LEFT JOIN redress.reconsideration_end z ON z.jurisdiction_id = r.jurisdiction_id AND z.reconsideration_id = r.id
   WHERE r.complaint_id = $1 ORDER BY r.asked_at, r.id`;

/** What became of a case after the vote. */
@Injectable()
export class AfterVoteReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  async ofCase({ jurisdictionId, ...actor }: ActorOf<'staff'>, complaintId: string): Promise<AfterVote> {
    const of = { jurisdictionId, complaintId };
    return this.database.read({ ...actor, jurisdictionId }, async (manager) => ({
      matters: await decisionChains(manager, this.vault, of),
      escalations: await manager.query<ListedEscalation[]>(ESCALATIONS, [complaintId]),
      officerAppeals: await manager.query<ListedAppeal[]>(APPEALS, [complaintId]),
      reconsiderations: await this.reconsiderations(manager, of),
    }));
  }

  private async reconsiderations(
    manager: EntityManager,
    { jurisdictionId, complaintId }: { jurisdictionId: string; complaintId: string },
  ): Promise<ListedReconsideration[]> {
    const rows: (Omit<ListedReconsideration, 'grounds'> & { groundsCipher: Buffer })[] = await manager.query(
      RECONSIDERATIONS,
      [complaintId],
    );
    if (rows.length === 0) return [];
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    return rows.map(({ groundsCipher, ...row }) => {
      const place = { table: 'reconsideration', column: 'grounds_cipher', rowId: row.id };
      return { ...row, grounds: key.open(place, groundsCipher) };
    });
  }
}
