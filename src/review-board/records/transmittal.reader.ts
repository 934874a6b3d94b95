import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { transmittal, type TransmittalFacts } from '../rules/transmittal.js';

export interface TransmittalDocument {
  text: string;
  /** Hex, of the text in UTF-8 */
  sha256: string;
}

const FACTS = `
  SELECT j.name AS agency, c.case_number AS "caseNumber", r.addressed_to AS "addressedTo",
         (r.sent_at AT TIME ZONE j.time_zone)::date::text AS "sentOn", r.kind, a.category, r.discipline_kind AS "disciplineKind",
         r.discipline_days AS "disciplineDays", o.yes_votes AS "yesVotes", o.no_votes AS "noVotes", r.text, c.charter_id AS "charterId"
    FROM redress.recommendation r
    JOIN redress.complaint c ON c.jurisdiction_id = r.jurisdiction_id AND c.id = r.complaint_id
    JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
    LEFT JOIN redress.allegation a ON a.jurisdiction_id = r.jurisdiction_id AND a.id = r.allegation_id
    LEFT JOIN redress.motion o ON o.jurisdiction_id = r.jurisdiction_id AND o.id = r.motion_id
   WHERE r.id = $1 AND r.complaint_id = $2`;

/** @throws NotFound */
export async function transmittalOf(
  manager: EntityManager,
  of: { complaintId: string; recommendationId: string },
): Promise<TransmittalDocument> {
  const [row]: (TransmittalFacts & { charterId: string })[] = await manager.query(FACTS, [
    of.recommendationId,
    of.complaintId,
  ]);
  if (!row) throw new NotFound();
  const text = transmittal(row, (await charterById(manager, row.charterId)).document);
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** The paper that goes to the chief, as it can be handed over, and as its hash is checked. */
@Injectable()
export class TransmittalReader {
  constructor(private readonly database: CaseDatabase) {}

  /** @throws NotFound */
  async show(actor: Actor, of: { complaintId: string; recommendationId: string }): Promise<TransmittalDocument> {
    return this.database.read(actor, (manager) => transmittalOf(manager, of));
  }
}
