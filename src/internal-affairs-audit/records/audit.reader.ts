import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import type { AuditClass } from '../rules/audit-plan.js';
import type { AuditStatus } from '../rules/audit-status.js';
import type { ItemAnswer } from '../rules/review-faults.js';
import type { DepartmentOutcome } from './audit-request.store.js';

export interface AuditSummary {
  id: string;
  title: string;
  periodFrom: string;
  periodTo: string;
  source: 'cases' | 'list';
  method: 'random' | 'all';
  sampleSize: number | null;
  class: AuditClass;
  status: AuditStatus;
  answerDueOn: string | null;
}

export interface DepartmentResponse {
  id: string;
  outcome: DepartmentOutcome;
  text: string | null;
  respondedOn: string;
}

export interface DrawnFile {
  id: string;
  complaintId: string | null;
  caseNumber: string | null;
  /** The department's own number */
  reference: string | null;
  reviews: { id: string; round: number; reviewedBy: string; reviewedAt: string; answers: ItemAnswer[] }[];
  requests: { id: string; text: string; dueOn: string; requestedAt: string; response: DepartmentResponse | null }[];
}

const SUMMARY = `SELECT a.id, a.title, a.period_from::text AS "periodFrom", a.period_to::text AS "periodTo", a.source, a.method,
    a.sample_size AS "sampleSize", a.class, a.status, a.answer_due_on::text AS "answerDueOn" FROM redress.affairs_audit a`;
const ONE = `${SUMMARY} WHERE a.id = $1`;
const PAGE = `${SUMMARY} WHERE ($1::uuid IS NULL OR a.id < $1) ORDER BY a.id DESC LIMIT $2`;
const FILES = `SELECT f.id, f.complaint_id AS "complaintId", c.case_number AS "caseNumber", encode(f.reference_cipher, 'hex') AS reference,
    coalesce((SELECT json_agg(json_build_object('id', v.id, 'round', v.round, 'reviewedBy', v.reviewed_by, 'reviewedAt', v.reviewed_at,
      'answers', (SELECT json_agg(json_build_object('item', n.item, 'verdict', n.verdict, 'reasons', encode(n.reasons_cipher, 'hex')) ORDER BY n.item)
        FROM redress.audit_answer n WHERE n.review_id = v.id)) ORDER BY v.round)
      FROM redress.audit_review v WHERE v.file_id = f.id), '[]') AS reviews,
    coalesce((SELECT json_agg(json_build_object('id', q.id, 'text', encode(q.words_cipher, 'hex'), 'dueOn', q.due_on,
      'requestedAt', q.requested_at, 'response', (SELECT json_build_object('id', r.id, 'outcome', r.outcome,
        'text', encode(r.words_cipher, 'hex'), 'respondedOn', r.responded_on) FROM redress.audit_response r WHERE r.request_id = q.id)) ORDER BY q.id)
      FROM redress.audit_request q WHERE q.file_id = f.id), '[]') AS requests
  FROM redress.audit_file f
  JOIN redress.audit_draw d ON d.jurisdiction_id = f.jurisdiction_id AND d.audit_id = f.audit_id AND f.id = ANY (d.drawn)
  LEFT JOIN redress.complaint c ON c.jurisdiction_id = f.jurisdiction_id AND c.id = f.complaint_id
  WHERE f.audit_id = $1 ORDER BY array_position(d.drawn, f.id)`;
const RESPONSE = `SELECT id, outcome, encode(words_cipher, 'hex') AS text, responded_on::text AS "respondedOn"
  FROM redress.audit_response WHERE audit_id = $1 AND request_id IS NULL`;

/** Audits from inside. A file that is behind a case's walls is not there for who is outside of them. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly words: OfficeWords,
  ) {}

  /** The latest first; `after` is the id of the last one of the page before. */
  async list(actor: Actor, page: { limit: number; after?: string | undefined }): Promise<AuditSummary[]> {
    return this.database.read(actor, (manager) => manager.query(PAGE, [page.after ?? null, page.limit]));
  }

  /** @throws NotFound */
  async show(
    actor: Actor,
    auditId: string,
  ): Promise<AuditSummary & { files: DrawnFile[]; response: DepartmentResponse | null }> {
    return this.database.read(actor, async (manager) => {
      const [audit]: AuditSummary[] = await manager.query(ONE, [auditId]);
      if (!audit) throw new NotFound();
      const files: DrawnFile[] = [];
      for (const file of await manager.query<DrawnFile[]>(FILES, [auditId]))
        files.push(await this.opened(manager, actor, file));
      const [response]: DepartmentResponse[] = await manager.query(RESPONSE, [auditId]);
      const open = this.opener(manager, actor, null);
      return { ...audit, files, response: response ? await openedResponse(response, open) : null };
    });
  }

  /** What comes as hex of sealed bytes goes out as words. */
  private async opened(manager: EntityManager, actor: Actor, file: DrawnFile): Promise<DrawnFile> {
    const open = this.opener(manager, actor, file.complaintId);
    const reference = await open('audit_file', 'reference_cipher', file.id, file.reference);
    for (const review of file.reviews)
      for (const answer of review.answers)
        answer.reasons = await open('audit_answer', `reasons_cipher/${answer.item}`, review.id, answer.reasons);
    const requests: DrawnFile['requests'] = [];
    for (const { response, ...request } of file.requests) {
      const text = (await open('audit_request', 'words_cipher', request.id, request.text)) ?? '';
      requests.push({ ...request, text, response: response ? await openedResponse(response, open) : null });
    }
    return { ...file, reference, requests };
  }

  private opener(manager: EntityManager, { jurisdictionId }: Actor, complaintId: string | null): Opener {
    return async (table, column, rowId, hex) => {
      if (hex === null) return null;
      const place = { jurisdictionId, complaintId, table, column, rowId };
      return (await this.words.open(manager, place, Buffer.from(hex, 'hex'))) ?? '(erased)';
    };
  }
}

type Opener = (table: string, column: string, rowId: string, hex: string | null) => Promise<string | null>;

async function openedResponse(response: DepartmentResponse, open: Opener): Promise<DepartmentResponse> {
  return { ...response, text: await open('audit_response', 'words_cipher', response.id, response.text) };
}
