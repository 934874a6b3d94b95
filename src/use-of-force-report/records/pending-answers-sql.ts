/** Places in reports that stand, `pending` there: of one department ($1, or null), of one report ($2, or null). */
const PLACES = `
  SELECT r.jurisdiction_id, r.id, r.department_id, r.report_number, r.occurred_on, r.submitted_at, part.scope, part.element,
         part.place
    FROM redress.use_of_force_report r
    CROSS JOIN LATERAL (
      SELECT 'incident' AS scope, told.key AS element, ARRAY[told.key] AS place
        FROM jsonb_each_text(r.unanswered) AS told WHERE told.value = 'pending'
      UNION ALL
      SELECT 'subjects', told.key, ARRAY['subjects', (s.sequence - 1)::text, told.key]
        FROM redress.use_of_force_subject s, jsonb_each_text(s.unanswered) AS told
       WHERE s.jurisdiction_id = r.jurisdiction_id AND s.report_id = r.id AND s.unanswered IS NOT NULL AND told.value = 'pending'
      UNION ALL
      SELECT 'officers', told.key, ARRAY['officers', (o.sequence - 1)::text, told.key]
        FROM redress.use_of_force_officer o, jsonb_each_text(o.unanswered) AS told
       WHERE o.jurisdiction_id = r.jurisdiction_id AND o.report_id = r.id AND o.unanswered IS NOT NULL AND told.value = 'pending'
      UNION ALL
      SELECT 'force', told.key, ARRAY['force', (f.sequence - 1)::text, told.key]
        FROM redress.force_application f, jsonb_each_text(f.unanswered) AS told
       WHERE f.jurisdiction_id = r.jurisdiction_id AND f.report_id = r.id AND f.unanswered IS NOT NULL AND told.value = 'pending'
    ) AS part
   WHERE r.status <> 'withdrawn' AND ($1::uuid IS NULL OR r.department_id = $1) AND ($2::uuid IS NULL OR r.id = $2)`;

/**
 * The same, each with the path of its place and since when it is pending: since the first of the tellings, without a gap up
 * to this one, that said so there. Whoever amends something else does not begin the time anew.
 */
export const PENDING_ANSWERS = `
  SELECT p.id, p.department_id, p.report_number, p.occurred_on, p.scope, p.element, '/' || array_to_string(p.place, '/') AS path,
         coalesce((
           SELECT min(former.submitted_at) FROM redress.use_of_force_former_submission former
            WHERE former.jurisdiction_id = p.jurisdiction_id AND former.report_id = p.id AND former.version > coalesce((
              SELECT max(other.version) FROM redress.use_of_force_former_submission other
               WHERE other.jurisdiction_id = p.jurisdiction_id AND other.report_id = p.id
                 AND other.original #>> (p.place || 'state'::text) IS DISTINCT FROM 'pending'), 0)), p.submitted_at) AS since
    FROM (${PLACES}) AS p`;
