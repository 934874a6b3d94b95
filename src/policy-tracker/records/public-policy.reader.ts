import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';

/** A recommendation as the public was told of it. */
export interface PublicPolicy {
  id: string;
  jurisdiction: string;
  jurisdictionName: string;
  number: number;
  kind: string;
  addressedTo: string;
  title: string;
  text: string;
  url: string | null;
  /** YYYY-MM-DD */
  issuedOn: string;
  answerDueOn: string;
  status: string;
  /** The day to answer by has passed and no answer is on record */
  overdue: boolean;
  publishedAt: Date;
  changedAt: Date;
}

export interface PublicPolicyStep {
  id: string;
  kind: string;
  outcome: string | null;
  dueOn: string | null;
  takenOn: string;
  /** Null: not published, or withheld since */
  text: string | null;
  url: string | null;
}

const POLICY = `SELECT p.id, p.jurisdiction, p.jurisdiction_name AS "jurisdictionName", p.number, p.kind,
    p.addressed_to AS "addressedTo", p.title, p.text, p.url, p.issued_on::text AS "issuedOn",
    p.answer_due_on::text AS "answerDueOn", p.status,
    p.status IN ('awaiting_answer', 'unanswered') AND p.answer_due_on < ($1::timestamptz AT TIME ZONE p.time_zone)::date AS overdue,
    p.published_at AS "publishedAt", p.changed_at AS "changedAt" FROM published.policy_recommendation p`;
const ONE = `${POLICY} WHERE p.jurisdiction = $2 AND p.id = $3`;
const PAGE = `${POLICY} WHERE p.jurisdiction = $2 AND ($3::integer IS NULL OR p.number < $3) AND ($4::text IS NULL OR p.status = $4)
  ORDER BY p.number DESC LIMIT $5`;
const CHANGED = `${POLICY} WHERE p.jurisdiction = $2 ORDER BY p.changed_at DESC, p.id LIMIT $3`;
const STEPS = `SELECT id, kind, outcome, due_on::text AS "dueOn", taken_on::text AS "takenOn", text, url
  FROM published.policy_step WHERE recommendation_id = $1 ORDER BY id`;

/** A whole list holds all that there is, or is refused: half of it would look like the whole. */
const MOST = 5_000;

/** Reads what was published, with a login that can read nothing else. */
@Injectable()
export class PublicPolicyReader {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly clock: Clock,
  ) {}

  /** The latest first; `before` is the number of the last one of the page before. */
  async list(
    jurisdiction: string,
    page: { limit: number; before?: number | undefined; status?: string | undefined },
  ): Promise<PublicPolicy[]> {
    const { limit, before = null, status = null } = page;
    return this.database.query<PublicPolicy>(PAGE, [this.clock.now(), jurisdiction, before, status, limit]);
  }

  /** @throws RuleBroken too-much (422) */
  async all(jurisdiction: string): Promise<PublicPolicy[]> {
    const rows = await this.list(jurisdiction, { limit: MOST + 1 });
    if (rows.length > MOST)
      throw new RuleBroken('too-much', `These are more than ${MOST}: read them by the page.`, 422);
    return rows;
  }

  /** Those that changed last, first. */
  async changed(jurisdiction: string, limit: number): Promise<PublicPolicy[]> {
    return this.database.query<PublicPolicy>(CHANGED, [this.clock.now(), jurisdiction, limit]);
  }

  /** @throws NotFound */
  async show(jurisdiction: string, id: string): Promise<PublicPolicy & { steps: PublicPolicyStep[] }> {
    const [policy] = await this.database.query<PublicPolicy>(ONE, [this.clock.now(), jurisdiction, id]);
    if (!policy) throw new NotFound();
    return { ...policy, steps: await this.database.query<PublicPolicyStep>(STEPS, [id]) };
  }
}
