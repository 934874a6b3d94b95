import type { EntityManager } from 'typeorm';

export interface NewIncidentFinding {
  jurisdictionId: string;
  id: string;
  incidentId: string;
  topic: string;
  wordsCipher: Buffer;
  recordedBy: string;
  at: Date;
}

/** A later finding on the same topic supersedes; both stay. */
export async function insertIncidentFinding(manager: EntityManager, finding: NewIncidentFinding): Promise<void> {
  await manager.query(
    `INSERT INTO redress.incident_finding (jurisdiction_id, id, review_id, topic, words_cipher, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[finding.jurisdictionId, finding.id, finding.incidentId, finding.topic, finding.wordsCipher],
      ...[finding.recordedBy, finding.at],
    ],
  );
}

/** Topics of the agenda without a finding, in its order. */
export async function openTopics(manager: EntityManager, incidentId: string): Promise<string[]> {
  const rows: { topic: string }[] = await manager.query(
    `SELECT t.topic FROM redress.incident_topic t WHERE t.review_id = $1 AND NOT EXISTS (
       SELECT FROM redress.incident_finding f WHERE f.review_id = t.review_id AND f.topic = t.topic) ORDER BY t.position`,
    [incidentId],
  );
  return rows.map(({ topic }) => topic);
}

export async function insertRecommended(
  manager: EntityManager,
  of: { jurisdictionId: string; incidentId: string; policyId: string },
): Promise<void> {
  await manager.query(
    'INSERT INTO redress.incident_recommendation (jurisdiction_id, review_id, recommendation_id) VALUES ($1, $2, $3)',
    [of.jurisdictionId, of.incidentId, of.policyId],
  );
}
