import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { type CaseKey, CaseVault } from '../../vault/index.js';
import type { OpeningStatus } from '../rules/opening-status.js';
import { STATUS } from './opening-status-sql.js';
import { wordsPlace } from './opening.store.js';

export interface Opening {
  id: string;
  complaintId: string;
  caseNumber: string;
  status: OpeningStatus;
  hours: number;
  askedBy: string;
  askedAt: Date;
  lapsesAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  openUntil: Date | null;
  endedBy: string | null;
  endedAt: Date | null;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  wasRight: boolean | null;
}

/** A look into the case through the opening, as the history has it. */
export interface GlassLook {
  at: Date;
  permission: string;
  operation: string;
}

/** The words are null where there are none, and where the case's key was destroyed. */
export interface OpeningDetails extends Opening {
  reason: string | null;
  decisionReason: string | null;
  reviewRemarks: string | null;
  /** Oldest first, 1,000 at most */
  looks: GlassLook[];
}

interface Ciphers {
  reasonCipher: Buffer;
  decisionCipher: Buffer | null;
  reviewCipher: Buffer | null;
}

const COLUMNS = `
  SELECT g.id, g.complaint_id AS "complaintId", c.case_number AS "caseNumber", ${STATUS} AS status, g.hours,
         g.asked_by AS "askedBy", g.asked_at AS "askedAt", g.lapses_at AS "lapsesAt", g.decided_by AS "decidedBy",
         g.decided_at AS "decidedAt", g.opened_until AS "openUntil", g.ended_by AS "endedBy", g.ended_at AS "endedAt",
         g.reviewed_by AS "reviewedBy", g.reviewed_at AS "reviewedAt", g.review = 'right' AS "wasRight"`;
const FROM = `FROM redress.glass_opening g
    JOIN redress.complaint c ON c.jurisdiction_id = g.jurisdiction_id AND c.id = g.complaint_id`;
const PAGE = `
  SELECT * FROM (${COLUMNS} ${FROM} WHERE $1::uuid IS NULL OR g.id < $1) o
   WHERE $2::text IS NULL OR o.status = $2 ORDER BY o.id DESC LIMIT $3`;
const ONE = `${COLUMNS}, g.reason_cipher AS "reasonCipher", g.decision_cipher AS "decisionCipher",
    g.review_cipher AS "reviewCipher" ${FROM} WHERE g.id = $1`;
const LOOKS = `
  SELECT h.at, h.details ->> 'permission' AS permission, h.details ->> 'operation' AS operation FROM redress.history_event h
   WHERE h.subject_id = $1 AND h.action = 'glass.read' ORDER BY h.at, h.id LIMIT 1000`;

/** Openings of the cases that the reader sees by themself; others, and asks for cases that are not there, are in none of it. */
@Injectable()
export class OpeningReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  /** The latest first. */
  async page(
    actor: Actor,
    page: { limit: number; after?: string | undefined; status?: OpeningStatus | undefined },
  ): Promise<{ items: Opening[]; next: string | null }> {
    const { limit, after = null, status = null } = page;
    const rows: Opening[] = await this.database.read(actor, (manager) =>
      manager.query(PAGE, [after, status, limit + 1]),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** With the reasons given, and each look into the case. @throws NotFound */
  async show(actor: Actor, openingId: string): Promise<OpeningDetails> {
    return this.database.read(actor, async (manager) => {
      const rows: (Opening & Ciphers)[] = await manager.query(ONE, [openingId]);
      if (!rows[0]) throw new NotFound();
      const { reasonCipher, decisionCipher, reviewCipher, ...opening } = rows[0];
      const key = await this.keyOf(manager, actor.jurisdictionId, opening.complaintId);
      const open = (column: Parameters<typeof wordsPlace>[0], cipher: Buffer | null): string | null =>
        key && cipher ? key.open(wordsPlace(column, openingId), cipher) : null;
      return {
        ...opening,
        reason: open('reason_cipher', reasonCipher),
        decisionReason: open('decision_cipher', decisionCipher),
        reviewRemarks: open('review_cipher', reviewCipher),
        looks: await manager.query(LOOKS, [openingId]),
      };
    });
  }

  private async keyOf(manager: EntityManager, jurisdictionId: string, complaintId: string): Promise<CaseKey | null> {
    try {
      return await this.vault.open(manager, jurisdictionId, complaintId);
    } catch (error) {
      if (error instanceof RuleBroken && error.code === 'case-unreadable') return null;
      throw error;
    }
  }
}
