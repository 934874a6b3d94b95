import type { EntityManager } from 'typeorm';

export interface PublicWords {
  /** Of the recommendation; a step has none */
  title: string | null;
  text: string;
  url: string | null;
}

/** The recommendation in the words that were written for the public. `kind` is told as the charter labels it. */
export async function publishPolicy(
  manager: EntityManager,
  policyId: string,
  { title, text, url, kind, at }: PublicWords & { kind: string; at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO published.policy_recommendation (id, jurisdiction, jurisdiction_name, time_zone, number, kind, addressed_to,
        title, text, url, issued_on, answer_due_on, status, published_at, changed_at)
     SELECT r.id, j.slug, j.name, j.time_zone, r.number, $2, r.addressed_to, $3, $4, $5, r.issued_on, r.answer_due_on, r.status, $6, $6
       FROM redress.policy_recommendation r JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id WHERE r.id = $1
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text, url = excluded.url, changed_at = excluded.changed_at`,
    [policyId, kind, title, text, url, at],
  );
}

/** How it stands now, once it is public: nothing before that. Steps are told without their words. */
export async function publishStanding(manager: EntityManager, policyId: string, at: Date): Promise<void> {
  await manager.query(
    `UPDATE published.policy_recommendation p SET status = r.status, answer_due_on = r.answer_due_on, changed_at = $2
       FROM redress.policy_recommendation r WHERE r.id = $1 AND p.id = r.id`,
    [policyId, at],
  );
  await manager.query(
    `INSERT INTO published.policy_step (id, recommendation_id, kind, outcome, due_on, taken_on)
     SELECT s.id, p.id, s.kind, s.outcome, s.due_on, s.taken_on FROM redress.policy_step s
       JOIN published.policy_recommendation p ON p.id = s.recommendation_id WHERE s.recommendation_id = $1
     ON CONFLICT (id) DO NOTHING`,
    [policyId],
  );
}

/** False while the recommendation itself is not public. */
export async function publishStepWords(
  manager: EntityManager,
  stepId: string,
  { text, url }: Pick<PublicWords, 'text' | 'url'>,
): Promise<boolean> {
  const [rows]: [unknown[], number] = await manager.query(
    'UPDATE published.policy_step SET text = $2, url = $3 WHERE id = $1 RETURNING id',
    [stepId, text, url],
  );
  return rows.length === 1;
}
