const OF_REPORT = 'r.jurisdiction_id, r.id, r.department_id, r.report_number, r.occurred_on, r.submitted_at';
const STANDS = `r.status <> 'withdrawn' AND ($1::uuid IS NULL OR r.department_id = $1) AND ($2::uuid IS NULL OR r.id = $2)`;

/** Places in a list of a report's parts. */
const placesIn = (list: string, table: string): string => `
  SELECT ${OF_REPORT}, '${list}', told.key, ARRAY['${list}', (part.sequence - 1)::text, told.key]
    FROM redress.${table} part
    JOIN redress.use_of_force_report r ON r.jurisdiction_id = part.jurisdiction_id AND r.id = part.report_id
    CROSS JOIN LATERAL jsonb_each_text(part.unanswered) AS told
   WHERE part.unanswered IS NOT NULL AND told.value = 'pending' AND ($2::uuid IS NULL OR part.report_id = $2) AND ${STANDS}`;

/** Places in reports that stand, `pending` there: of one department ($1, or null), of one report ($2, or null). */
const PLACES = `
  SELECT ${OF_REPORT}, 'incident' AS scope, told.key AS element, ARRAY[told.key] AS place
    FROM redress.use_of_force_report r CROSS JOIN LATERAL jsonb_each_text(r.unanswered) AS told
   WHERE r.unanswered IS NOT NULL AND told.value = 'pending' AND ${STANDS}
  UNION ALL ${placesIn('subjects', 'use_of_force_subject')}
  UNION ALL ${placesIn('officers', 'use_of_force_officer')}
  UNION ALL ${placesIn('force', 'force_application')}`;

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
