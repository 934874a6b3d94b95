import type pg from 'pg';

/**
 * What would show that something was written by half, each with what it would be called. A transaction that was cut off
 * must have left nothing at all.
 */
const HALVES: Readonly<Record<string, string>> = {
  'a motion without its words or its history': `SELECT o.id FROM redress.motion o WHERE
      (SELECT count(*) FROM redress.motion_text t WHERE t.jurisdiction_id = o.jurisdiction_id AND t.motion_id = o.id AND t.number = 1) <> 1
      OR (SELECT count(*) FROM redress.history_event h WHERE h.jurisdiction_id = o.jurisdiction_id AND h.subject_id = o.id
        AND h.action IN ('motion.move', 'motion.resume')) <> 1`,
  'a result without its roll, or a roll without its result': `SELECT o.id FROM redress.motion o WHERE
      (o.status IN ('carried', 'failed')) <> EXISTS (SELECT FROM redress.motion_roll r
        WHERE r.jurisdiction_id = o.jurisdiction_id AND r.motion_id = o.id)`,
  'a result that is not that of the roll': `SELECT o.id FROM redress.motion o, LATERAL (
      SELECT count(*) FILTER (WHERE r.position = 'yes') AS yes, count(*) FILTER (WHERE r.position = 'no') AS no,
             count(*) FILTER (WHERE r.position NOT IN ('recused', 'absent')) AS there
        FROM redress.motion_roll r WHERE r.jurisdiction_id = o.jurisdiction_id AND r.motion_id = o.id) roll
    WHERE o.status IN ('carried', 'failed')
      AND (roll.yes <> o.yes_votes OR roll.no <> o.no_votes OR roll.there <> o.members_present)`,
  'a roll that is not that of the votes': `SELECT r.motion_id AS id FROM redress.motion_roll r LEFT JOIN redress.vote v
      ON v.jurisdiction_id = r.jurisdiction_id AND v.motion_id = r.motion_id AND v.member_id = r.member_id
    WHERE r.position IN ('yes', 'no', 'abstain') AND r.position IS DISTINCT FROM v.choice`,
  'an end without its history, or the other way round': `SELECT o.id FROM redress.motion o WHERE
      (SELECT count(*) FROM redress.history_event h WHERE h.jurisdiction_id = o.jurisdiction_id AND h.subject_id = o.id
        AND h.action IN ('motion.decide', 'motion.withdraw', 'motion.void', 'motion.carry-over'))
      <> CASE o.status WHEN 'open' THEN 0 ELSE 1 END`,
  'a carried motion without its finding, or with two': `SELECT o.id FROM redress.motion o WHERE o.degree = 0 AND
      (SELECT count(*) FROM redress.finding f WHERE f.jurisdiction_id = o.jurisdiction_id AND f.allegation_id = o.allegation_id
        AND f.stage = 'board' AND f.recorded_at = o.decided_at AND f.finding = o.proposed_finding)
      <> CASE WHEN o.status = 'carried' AND o.proposed_finding IS NOT NULL THEN 1 ELSE 0 END`,
  'a decision that no clock knows of': `SELECT o.id FROM redress.motion o
    WHERE o.degree = 0 AND o.status IN ('carried', 'failed') AND o.complaint_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM redress.case_event e WHERE e.jurisdiction_id = o.jurisdiction_id AND e.complaint_id = o.complaint_id
        AND e.event = 'board_decided' AND e.recorded_at = o.decided_at)`,
  'words that were adopted and not given': `SELECT a.id FROM redress.motion a WHERE a.degree > 0 AND
      (SELECT count(*) FROM redress.motion_text t WHERE t.jurisdiction_id = a.jurisdiction_id AND t.adopted_by = a.id
        AND t.motion_id = a.amends) <> CASE a.status WHEN 'carried' THEN 1 ELSE 0 END`,
  'a vote without its history': `SELECT v.id FROM redress.vote v WHERE (SELECT count(*) FROM redress.history_event h
      WHERE h.jurisdiction_id = v.jurisdiction_id AND h.subject_id = v.id AND h.action = 'vote.cast') <> 1`,
  'a meeting that is over and goes on': `SELECT m.id FROM redress.meeting m WHERE m.status = 'adjourned' AND (
      EXISTS (SELECT FROM redress.motion o WHERE o.jurisdiction_id = m.jurisdiction_id AND o.meeting_id = m.id AND o.status = 'open')
      OR EXISTS (SELECT FROM redress.attendance a WHERE a.jurisdiction_id = m.jurisdiction_id AND a.meeting_id = m.id AND a.left_at IS NULL)
      OR (SELECT count(*) FROM redress.history_event h WHERE h.jurisdiction_id = m.jurisdiction_id AND h.subject_id = m.id
        AND h.action = 'meeting.adjourn') <> 1)`,
};

/** What is written by half, in words; empty when all is whole. */
export async function halfWritten(owner: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, sql] of Object.entries(HALVES)) {
    const { rows } = await owner.query<{ id: string }>(sql);
    faults.push(...rows.map(({ id }) => `${name}: ${id}`));
  }
  return faults;
}
