import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import type { IncidentStatus } from '../rules/incident-status.js';

export interface IncidentSummary {
  id: string;
  complaintId: string | null;
  reportId: string | null;
  occasion: string;
  status: IncidentStatus;
  convenedAt: Date;
  endedAt: Date | null;
}

export interface IncidentDetails extends IncidentSummary {
  team: { memberId: string; staffId: string; name: string; role: string; from: Date; until: Date | null }[];
  agenda: { position: number; topic: string; findings: { id: string; text: string; recordedAt: Date }[] }[];
  recommendations: string[];
}

type SummaryRow = Omit<IncidentSummary, 'occasion'> & { cipher: Buffer };
interface FindingRow {
  id: string;
  topic: string;
  cipher: Buffer;
  recordedAt: Date;
}

const SUMMARY = `SELECT r.id, r.complaint_id AS "complaintId", r.report_id AS "reportId", r.occasion_cipher AS cipher, r.status,
    r.convened_at AS "convenedAt", r.ended_at AS "endedAt" FROM redress.incident_review r`;
const ONE = `${SUMMARY} WHERE r.id = $1`;
const PAGE = `${SUMMARY} WHERE ($1::uuid IS NULL OR r.id < $1) ORDER BY r.id DESC LIMIT $2`;
const TEAM = `SELECT t.id AS "memberId", t.staff_id AS "staffId", s.display_name AS name, t.role, t.from_at AS "from", t.until_at AS "until"
  FROM redress.incident_team t JOIN redress.staff s ON s.jurisdiction_id = t.jurisdiction_id AND s.id = t.staff_id
  WHERE t.review_id = $1 ORDER BY t.from_at, t.id`;
const TOPICS = 'SELECT position, topic FROM redress.incident_topic WHERE review_id = $1 ORDER BY position';
const FINDINGS = `SELECT id, topic, words_cipher AS cipher, recorded_at AS "recordedAt" FROM redress.incident_finding
  WHERE review_id = $1 ORDER BY id`;
const RECOMMENDED =
  'SELECT recommendation_id AS id FROM redress.incident_recommendation WHERE review_id = $1 ORDER BY 1';

/** Reviews from outside of their compartments: who sits, on what, and what was found once it is concluded. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly words: OfficeWords,
  ) {}

  /** The latest first; `after` is the id of the last one of the page before. */
  async list(actor: Actor, page: { limit: number; after?: string | undefined }): Promise<IncidentSummary[]> {
    return this.database.read(actor, async (manager) => {
      const summaries: IncidentSummary[] = [];
      for (const { cipher, ...row } of await manager.query<SummaryRow[]>(PAGE, [page.after ?? null, page.limit])) {
        const place = { ...OCCASION, ...ofCase(actor, row.complaintId), rowId: row.id };
        summaries.push({ ...row, occasion: (await this.words.open(manager, place, cipher)) ?? ERASED });
      }
      return summaries;
    });
  }

  /** @throws NotFound */
  async show(actor: Actor, incidentId: string): Promise<IncidentDetails> {
    return this.database.read(actor, async (manager) => {
      const [found]: SummaryRow[] = await manager.query(ONE, [incidentId]);
      if (!found) throw new NotFound();
      const { cipher, ...row } = found;
      const whose = ofCase(actor, row.complaintId);
      const occasion = await this.words.open(manager, { ...OCCASION, ...whose, rowId: row.id }, cipher);
      const findings: (Omit<FindingRow, 'cipher'> & { text: string })[] = [];
      for (const { cipher: sealed, ...finding } of await manager.query<FindingRow[]>(FINDINGS, [incidentId])) {
        const place = { ...FINDING, ...whose, rowId: finding.id };
        findings.push({ ...finding, text: (await this.words.open(manager, place, sealed)) ?? ERASED });
      }
      const topics = await manager.query<{ position: number; topic: string }[]>(TOPICS, [incidentId]);
      const recommended = await manager.query<{ id: string }[]>(RECOMMENDED, [incidentId]);
      return {
        ...{ ...row, occasion: occasion ?? ERASED },
        team: await manager.query<IncidentDetails['team']>(TEAM, [incidentId]),
        agenda: topics.map((topic) => ({ ...topic, findings: onTopic(topic.topic, findings) })),
        recommendations: recommended.map(({ id }) => id),
      };
    });
  }
}

const ERASED = '(erased)';
const OCCASION = { table: 'incident_review', column: 'occasion_cipher' };
const FINDING = { table: 'incident_finding', column: 'words_cipher' };

function ofCase({ jurisdictionId }: Actor, complaintId: string | null) {
  return { jurisdictionId, complaintId };
}

function onTopic(topic: string, findings: readonly { id: string; topic: string; text: string; recordedAt: Date }[]) {
  return findings.filter((finding) => finding.topic === topic).map(({ topic: _, ...finding }) => finding);
}
