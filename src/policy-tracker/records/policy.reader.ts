import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { OfficeWords } from '../../vault/index.js';
import type { PolicyStatus, PolicyStepKind } from '../rules/policy-status.js';

export interface PolicySummary {
  id: string;
  number: number;
  kind: string;
  addressedTo: string;
  title: string;
  issuedOn: string;
  answerDueOn: string;
  status: PolicyStatus;
  public: boolean;
}

interface Told {
  text: string | null;
  url: string | null;
}

export interface PolicyDetails extends PolicySummary {
  text: string;
  motionId: string | null;
  basis: { complaintId: string; recommendationId: string | null }[];
  steps: (Told & {
    id: string;
    kind: PolicyStepKind;
    outcome: string | null;
    dueOn: string | null;
    takenOn: string;
    motionId: string | null;
    complaintId: string | null;
    evidenceId: string | null;
    recordedBy: string;
  })[];
  publicTexts: (Told & {
    id: string;
    stepId: string | null;
    title: string | null;
    writtenBy: string;
    publishedAt: Date | null;
  })[];
}

interface SealedWords {
  id: string;
  complaintId: string | null;
  cipher: Buffer | null;
}

const SUMMARY = `SELECT r.id, r.number, r.kind, r.addressed_to AS "addressedTo", r.issued_on::text AS "issuedOn",
    r.answer_due_on::text AS "answerDueOn", r.status, r.motion_id AS "motionId", r.words_cipher AS cipher,
    NULL::uuid AS "complaintId", EXISTS (SELECT FROM published.policy_recommendation p WHERE p.id = r.id) AS public
  FROM redress.policy_recommendation r`;
const ONE = `${SUMMARY} WHERE r.id = $1`;
const PAGE = `${SUMMARY} WHERE ($1::integer IS NULL OR r.number < $1) AND ($2::text IS NULL OR r.status = $2)
  ORDER BY r.number DESC LIMIT $3`;
const BASIS = `SELECT complaint_id AS "complaintId", case_recommendation_id AS "recommendationId"
  FROM redress.policy_basis WHERE recommendation_id = $1 ORDER BY complaint_id`;
const STEPS = `SELECT id, kind, outcome, due_on::text AS "dueOn", taken_on::text AS "takenOn", motion_id AS "motionId",
    complaint_id AS "complaintId", evidence_id AS "evidenceId", recorded_by AS "recordedBy", words_cipher AS cipher
  FROM redress.policy_step WHERE recommendation_id = $1 ORDER BY id`;
const TEXTS = `SELECT t.id, t.step_id AS "stepId", t.complaint_id AS "complaintId", t.written_by AS "writtenBy",
    p.published_at AS "publishedAt", t.words_cipher AS cipher
  FROM redress.policy_public_text t
  LEFT JOIN redress.policy_publication p ON p.jurisdiction_id = t.jurisdiction_id AND p.text_id = t.id
  WHERE t.recommendation_id = $1 ORDER BY t.id`;

type SummaryRow = Omit<PolicySummary, 'title'> & SealedWords & { motionId: string | null };
type StepRow = Omit<PolicyDetails['steps'][number], 'text' | 'url'> & SealedWords;
type TextRow = Omit<PolicyDetails['publicTexts'][number], 'text' | 'url' | 'title'> & SealedWords;

const ERASED = '(erased)';

/** Recommendations of policy from inside. What hangs on a case is not there for who may not see the case. */
@Injectable()
export class PolicyReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly words: OfficeWords,
  ) {}

  /** The latest first; `before` is the number of the last one of the page before. */
  async list(
    actor: Actor,
    page: { limit: number; before?: number | undefined; status?: PolicyStatus | undefined },
  ): Promise<PolicySummary[]> {
    return this.database.read(actor, async (manager) => {
      const rows: SummaryRow[] = await manager.query(PAGE, [page.before ?? null, page.status ?? null, page.limit]);
      const summaries: PolicySummary[] = [];
      for (const row of rows) {
        const { text: _, motionId: __, ...summary } = await this.summary(manager, actor, row);
        summaries.push(summary);
      }
      return summaries;
    });
  }

  /** @throws NotFound */
  async show(actor: Actor, id: string): Promise<PolicyDetails> {
    return this.database.read(actor, async (manager) => {
      const [found]: SummaryRow[] = await manager.query(ONE, [id]);
      if (!found) throw new NotFound();
      const steps: PolicyDetails['steps'] = [];
      for (const { cipher, ...row } of await manager.query<StepRow[]>(STEPS, [id])) {
        const { text, url } = await this.told(manager, actor, 'policy_step', { ...row, cipher });
        steps.push({ ...row, text, url });
      }
      const publicTexts: PolicyDetails['publicTexts'] = [];
      for (const { cipher, complaintId, ...row } of await manager.query<TextRow[]>(TEXTS, [id])) {
        const told = await this.told(manager, actor, 'policy_public_text', { ...row, complaintId, cipher });
        publicTexts.push({ ...row, ...told });
      }
      const basis = await manager.query<PolicyDetails['basis']>(BASIS, [id]);
      return { ...(await this.summary(manager, actor, found)), basis, steps, publicTexts };
    });
  }

  private async summary(
    manager: EntityManager,
    actor: Actor,
    { cipher, complaintId, ...row }: SummaryRow,
  ): Promise<PolicySummary & { text: string; motionId: string | null }> {
    const told = await this.told(manager, actor, 'policy_recommendation', { ...row, complaintId, cipher });
    return { ...row, title: told.title ?? ERASED, text: told.text ?? ERASED };
  }

  private async told(
    manager: EntityManager,
    { jurisdictionId }: Actor,
    table: string,
    { id: rowId, complaintId, cipher }: SealedWords,
  ): Promise<Told & { title: string | null }> {
    if (!cipher) return { title: null, text: null, url: null };
    const opened = await this.words.open(
      manager,
      { jurisdictionId, complaintId, table, column: 'words_cipher', rowId },
      cipher,
    );
    const nothing = { title: null, text: null, url: null };
    return opened === null ? { ...nothing, text: ERASED } : { ...nothing, ...(JSON.parse(opened) as Partial<Told>) };
  }
}
