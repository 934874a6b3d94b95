import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import type { ResponseState } from '../rules/answer.js';
import type { IncidentDraft, ReportDraft } from '../rules/report-draft.js';
import type { ReferredTo, ReportStatus, ReviewDecision } from '../rules/review-decision.js';

export interface ReportSummary {
  id: string;
  departmentId: string;
  departmentName: string;
  reportNumber: string;
  incidentNumber: string;
  occurredOn: string | null;
  status: ReportStatus;
  returnReason: string | null;
  submittedAt: Date;
  version: number;
}

/** A report with every element as it was told: a value, or why there is none. */
export type StoredReport = ReportSummary &
  Omit<ReportDraft, 'occurredOn' | 'officers'> & {
    officers: (ReportDraft['officers'][number] & { officerId: string | null })[];
    reviews: StoredReview[];
  };

/** Without a level and what follows where a department reads it. */
export interface StoredReview {
  decision: ReviewDecision;
  reasons: string | null;
  reviewedAt: string;
  level?: string | null;
  findings?: string[];
  dueAt?: string | null;
  late?: boolean | null;
  round?: number | null;
  referredTo?: ReferredTo | null;
}

interface StoredRow extends StoredReport {
  answers: Partial<IncidentDraft> | null;
  unanswered: Record<string, ResponseState> | null;
}

/** `after`: the last id of the page before. */
export interface ReportsWanted {
  departmentId?: string | undefined;
  status?: ReportStatus | undefined;
  after?: string | undefined;
  limit: number;
}

/** The columns of a report that name what it is; alias `r`, with its department `d`. */
const SUMMARY = `r.id, r.department_id AS "departmentId", d.name AS "departmentName", r.report_number AS "reportNumber",
  r.incident_number AS "incidentNumber", r.occurred_on::text AS "occurredOn", r.status, r.return_reason AS "returnReason",
  r.submitted_at AS "submittedAt", r.version`;
const FROM = `FROM redress.use_of_force_report r
  JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id`;

const LIST = `SELECT ${SUMMARY} ${FROM}
  WHERE ($1::uuid IS NULL OR r.department_id = $1) AND ($2::text IS NULL OR r.status = $2) AND ($3::uuid IS NULL OR r.id < $3)
  ORDER BY r.id DESC LIMIT $4`;

// Whether a report became a complaint a department does not learn here; nor does who is behind that case's wall.
const WHOLE = `SELECT ${SUMMARY}, r.occurred_hour AS "occurredHour", r.county, r.municipality,
    r.location_type AS "locationType", r.setting, r.lighting, r.weather, r.contact_reasons AS "contactReasons",
    r.incident_types AS "incidentTypes", r.answers, r.unanswered,
    (SELECT coalesce(jsonb_agg(redress.as_told(jsonb_build_object('kind', s.kind, 'age', s.age, 'race', s.race,
        'gender', s.gender, 'injured', s.injured, 'injuries', s.injuries, 'medicalAid', s.medical_aid, 'conditions',
        s.conditions, 'resistance', s.resistance, 'actions', s.actions, 'arrested', s.arrested), s.answers, s.unanswered)
        ORDER BY s.sequence), '[]')
       FROM redress.use_of_force_subject s WHERE s.report_id = r.id) AS subjects,
    (SELECT coalesce(jsonb_agg(redress.as_told(jsonb_build_object('officerId', p.officer_id, 'badgeNumber', o.badge_number,
        'age', p.age, 'race', p.race, 'gender', p.gender, 'rank', p.rank, 'inUniform', p.in_uniform, 'injured', p.injured,
        'injuries', p.injuries), p.answers, p.unanswered) ORDER BY p.sequence), '[]')
       FROM redress.use_of_force_officer p LEFT JOIN redress.officer o
         ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.officer_id WHERE p.report_id = r.id) AS officers,
    (SELECT coalesce(jsonb_agg(redress.as_told(jsonb_build_object('officer', f.officer_sequence, 'subject',
        f.subject_sequence, 'forceType', f.force_type, 'effective', f.effective), f.answers, f.unanswered)
        ORDER BY f.sequence), '[]')
       FROM redress.force_application f WHERE f.report_id = r.id) AS force,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('decision', v.decision, 'reasons', v.reasons, 'reviewedAt', v.reviewed_at)
        || CASE WHEN $2::uuid IS NULL THEN jsonb_build_object('level', v.level, 'findings', v.findings, 'dueAt', v.due_at,
        'late', v.late, 'round', v.round, 'referredTo', f.refer_to) ELSE '{}' END ORDER BY v.id), '[]')
       FROM redress.use_of_force_review v
       LEFT JOIN redress.use_of_force_referral f ON f.jurisdiction_id = v.jurisdiction_id AND f.review_id = v.id
      WHERE v.report_id = r.id AND CASE WHEN $2::uuid IS NULL THEN v.decision <> 'refer' OR f.id IS NOT NULL
        ELSE v.decision = 'return' END) AS reviews
  ${FROM} WHERE r.id = $1 AND ($2::uuid IS NULL OR r.department_id = $2)`;

/** Reports as people read them. Give a department's id, and another's reports are not there. */
@Injectable()
export class ReportReader {
  constructor(private readonly database: CaseDatabase) {}

  /** The newest first; `next` is what to ask after for the page that follows, null when none does. */
  async list(actor: Actor, wanted: ReportsWanted): Promise<{ reports: ReportSummary[]; next: string | null }> {
    const { departmentId = null, status = null, after = null, limit } = wanted;
    const rows: ReportSummary[] = await this.database.read(actor, (manager) =>
      manager.query(LIST, [departmentId, status, after, limit + 1]),
    );
    const reports = rows.slice(0, limit);
    return { reports, next: rows.length > limit ? (reports.at(-1)?.id ?? null) : null };
  }

  /** @throws NotFound */
  async one(actor: Actor, reportId: string, departmentId: string | null = null): Promise<StoredReport> {
    const rows: StoredRow[] = await this.database.read(actor, (manager) =>
      manager.query(WHOLE, [reportId, departmentId]),
    );
    if (!rows[0]) throw new NotFound();
    return asTold(rows[0]);
  }
}

function asTold({ answers, unanswered, ...columns }: StoredRow): StoredReport {
  const states = Object.entries(unanswered ?? {}).map(([name, state]) => [name, { state }] as const);
  return { ...columns, ...answers, ...Object.fromEntries(states) };
}
