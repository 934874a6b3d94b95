import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PersonRole, standsBehindShield } from '../../complaint/index.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import type { DeliveryWay, LetterStatus } from '../rules/letter-status.js';

export interface ListedLetter {
  letterId: string;
  template: string;
  language: string;
  personId: string;
  status: LetterStatus;
  portalOnly: boolean;
  writtenBy: string;
  writtenAt: Date;
  steps: { to: LetterStatus; way: DeliveryWay | null; on: string; recordedBy: string }[];
}

/** A letter as it was written, word for word. */
export interface OpenedLetter extends ListedLetter {
  caseNumber: string;
  agency: string;
  /** The day of writing, where the agency is */
  writtenOn: string;
  subject: string;
  body: string;
  /** Who it went to is read on a grant of the custodian alone */
  toShielded: boolean;
}

interface Row extends Omit<OpenedLetter, 'subject' | 'body' | 'toShielded'> {
  shielded: boolean;
  roles: PersonRole[];
  subjectCipher: Buffer;
  bodyCipher: Buffer;
}

const LETTERS = `
  SELECT l.id AS "letterId", l.template, l.language, l.person_id AS "personId", l.status, l.portal_only AS "portalOnly",
         l.written_by AS "writtenBy", l.written_at AS "writtenAt", l.agency, c.case_number AS "caseNumber",
         (l.written_at AT TIME ZONE j.time_zone)::date::text AS "writtenOn",
         c.shielded, ARRAY(SELECT unnest(p.roles) FROM redress.complaint_person p WHERE p.id = l.person_id) AS roles,
         l.subject_cipher AS "subjectCipher", l.body_cipher AS "bodyCipher",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('to', s.to_status, 'way', s.way, 'on', s.on_day,
                   'recordedBy', s.recorded_by) ORDER BY s.sequence), '[]')
            FROM redress.letter_step s WHERE s.letter_id = l.id) AS steps
    FROM redress.letter l
    JOIN redress.complaint c ON c.jurisdiction_id = l.jurisdiction_id AND c.id = l.complaint_id
    JOIN redress.jurisdiction j ON j.id = l.jurisdiction_id
   WHERE l.complaint_id = $1 AND ($2::uuid IS NULL OR l.id = $2)
     AND (NOT $3 OR EXISTS (SELECT FROM redress.letter_step s WHERE s.letter_id = l.id AND s.way = 'portal'))
   ORDER BY l.written_at, l.id`;

/** The letters of a case: what was written to whom, and what became of it. */
@Injectable()
export class LetterReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly vault: CaseVault,
  ) {}

  async ofCase(actor: ActorOf<'staff'>, complaintId: string): Promise<ListedLetter[]> {
    const rows = await this.database.read(actor, (manager) => rowsOf(manager, complaintId, null, false));
    return rows.map(listed);
  }

  /** @throws NotFound */
  async one(manager: EntityManager, jurisdictionId: string, complaintId: string, id: string): Promise<OpenedLetter> {
    const [row] = await rowsOf(manager, complaintId, id, false);
    if (!row) throw new NotFound();
    return this.opened(manager, jurisdictionId, complaintId, row);
  }

  /** For who holds the receipt: what lies in the portal for them. */
  async inPortal(actor: ActorOf<'complainant'>): Promise<OpenedLetter[]> {
    const { complaintId } = actor;
    return this.database.read(actor, async (manager) => {
      const rows = await rowsOf(manager, complaintId, null, true);
      return Promise.all(rows.map((row) => this.opened(manager, actor.jurisdictionId, complaintId, row)));
    });
  }

  private async opened(
    manager: EntityManager,
    jurisdictionId: string,
    complaintId: string,
    row: Row,
  ): Promise<OpenedLetter> {
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    const open = (column: string, cipher: Buffer) => key.open({ table: 'letter', column, rowId: row.letterId }, cipher);
    const { agency, caseNumber, writtenOn } = row;
    const subject = open('subject_cipher', row.subjectCipher);
    const toShielded = row.shielded && standsBehindShield(row.roles);
    const body = open('body_cipher', row.bodyCipher);
    return { ...listed(row), agency, caseNumber, writtenOn, subject, body, toShielded };
  }
}

async function rowsOf(
  manager: EntityManager,
  complaintId: string,
  letterId: string | null,
  portal: boolean,
): Promise<Row[]> {
  return manager.query(LETTERS, [complaintId, letterId, portal]);
}

function listed(row: Row): ListedLetter {
  const { letterId, template, language, personId, status, portalOnly, writtenBy, writtenAt, steps } = row;
  return { letterId, template, language, personId, status, portalOnly, writtenBy, writtenAt, steps };
}
